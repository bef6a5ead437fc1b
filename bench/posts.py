"""The posts that benchmarks measure on, made once per database."""

from blog.models import BlogIndexPage, BlogPostPage
from demo.invented import PostGenerator
from home.models import HomePage


def furnish(posts: int) -> None:
    """Make the blogs and as many posts as are missing."""
    for home in HomePage.objects.all():
        if not BlogIndexPage.objects.child_of(home).exists():
            home.add_child(instance=BlogIndexPage(title="Blog", slug="blog", locale=home.locale))
    if not BlogPostPage.objects.exists():
        for done in PostGenerator().generate(posts):
            print(f"\r  {done} posts", end="", flush=True)
        print()
