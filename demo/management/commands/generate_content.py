"""`manage.py generate_content`: invented posts, for measuring how the site behaves when it is large."""

from django.core.management.base import BaseCommand

from demo.invented import PostGenerator


class Command(BaseCommand):
    help = (
        "Adds invented public posts to the blogs: for measuring, never on a site that people read."
    )

    def add_arguments(self, parser):
        parser.add_argument("--posts", type=int, required=True)
        parser.add_argument("--seed", type=int, default=1)

    def handle(self, *, posts, seed, **options):
        for done in PostGenerator(seed=seed).generate(posts):
            self.stdout.write(f"\r  {done} of {posts} posts", ending="")
            self.stdout.flush()
        self.stdout.write("\nNow run: manage.py rebuild_search_index")
