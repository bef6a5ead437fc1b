"""Invented posts by the thousand, for measuring how the site behaves when it is large.

Everything follows from the seed, so two databases hold the same posts.
"""

import datetime
import json
import random
from collections.abc import Iterator
from uuid import UUID

from django.contrib.contenttypes.models import ContentType
from django.core.management.color import no_style
from django.db import connection, transaction
from wagtail.models import Page

from blog.models import BlogIndexPage, BlogPostAuthor, BlogPostPage, BlogPostTag, Category, Tag
from core.models import SitePage
from demo.invented_text import TOPICS, Language, sentence, stream
from people.models import Person

BATCH = 250
MEDIAN_LENGTH, SPREAD = 520, 0.5
PEOPLE, CATEGORIES, TAGS, TAGS_EACH = 40, 12, 120, 3


class PostGenerator:
    """Adds public posts to the blogs of the site: of every five, three in the language that comes first."""

    def __init__(self, languages: tuple[str, ...] = ("it", "en"), seed: int = 1):
        self.seed = seed
        self.blogs = {
            blog.locale.language_code: blog
            for blog in BlogIndexPage.objects.select_related("locale").filter(
                locale__language_code__in=languages
            )
        }
        self.languages = {code: Language(code, seed) for code in languages if code in self.blogs}

    def generate(self, number: int) -> Iterator[int]:
        """Add posts batch by batch; yield how many there are so far."""
        self.prepare()
        first_key = Page.objects.order_by("-pk").values_list("pk", flat=True)[0] + 1
        places = [*self.languages] * 2
        for first in range(0, number, BATCH):
            posts = [
                # Of every five, three in the first language.
                self.post(first_key + at, at, places[at % 5 >= 3])
                for at in range(first, min(number, first + BATCH))
            ]
            self.insert(posts)
            yield first + len(posts)
        for blog in self.blogs.values():
            Page.objects.filter(pk=blog.pk).update(numchild=blog.numchild)
        # Keys were given by hand, so the database is told where to go on.
        with connection.cursor() as cursor:
            for statement in connection.ops.sequence_reset_sql(no_style(), [Page]):
                cursor.execute(statement)

    def prepare(self) -> None:
        names = [(f"tag {n}", f"invented-{n}") for n in range(TAGS)]
        self.tags = [
            Tag.objects.get_or_create(slug=slug, defaults={"name": name})[0].pk
            for name, slug in names
        ]
        self.people = {code: self.records(Person, code, PEOPLE) for code in self.languages}
        self.categories = {
            code: self.records(Category, code, CATEGORIES) for code in self.languages
        }
        self.kind = ContentType.objects.get_for_model(BlogPostPage)

    def records(self, model, code: str, number: int) -> list[int]:
        """Return the keys of invented people or categories of a language, made the first time."""
        locale = self.blogs[code].locale
        for n in range(number):
            name = f"{model._meta.model_name} {n}".capitalize()
            model.objects.get_or_create(
                slug=f"invented-{n}", locale=locale, defaults={"name": name}
            )
        found = model.objects.filter(slug__startswith="invented-", locale=locale)
        return list(found.order_by("pk").values_list("pk", flat=True))

    def post(self, pk: int, at: int, code: str) -> BlogPostPage:
        rng, language, blog = (
            random.Random(f"{self.seed}-{at}"),
            self.languages[code],
            self.blogs[code],
        )
        blog.numchild += 1
        topic = language.topics[int(rng.random() ** 2 * TOPICS)]
        words = language.text(
            rng, topic, max(60, int(rng.lognormvariate(0, SPREAD) * MEDIAN_LENGTH))
        )
        title = " ".join(language.text(rng, topic, rng.randint(3, 8))).capitalize()
        day = datetime.date(2026, 1, 1) - datetime.timedelta(days=rng.randrange(3650))
        moment = datetime.datetime.combine(day, datetime.time(9), datetime.UTC)
        post = BlogPostPage(
            id=pk,
            page_ptr_id=pk,
            sitepage_ptr_id=pk,
            path=Page._get_path(blog.path, blog.depth + 1, blog.numchild),
            depth=blog.depth + 1,
            title=title,
            draft_title=title,
            slug=f"invented-{pk}",
            url_path=f"{blog.url_path}invented-{pk}/",
            content_type=self.kind,
            locale_id=blog.locale_id,
            translation_key=UUID(int=rng.getrandbits(128), version=4),
            first_published_at=moment,
            last_published_at=moment,
            latest_revision_created_at=moment,
            published_on=day,
            category_id=rng.choice(self.categories[code]),
            lead=f"<p>{sentence(words[:25])}</p>",
            body=json.dumps(stream(rng, words[25:])),
        )
        post.chosen_people = [rng.choice(self.people[code])]
        post.chosen_tags = rng.sample(self.tags, TAGS_EACH)
        return post

    @transaction.atomic
    def insert(self, posts: list[BlogPostPage]) -> None:
        """Write each table by itself: Django has no bulk insert for models that inherit from others."""
        for model in (Page, SitePage, BlogPostPage):
            fields = model._meta.local_concrete_fields
            model._base_manager._insert(posts, fields=fields, raw=True, using="default")
        BlogPostAuthor.objects.bulk_create(
            BlogPostAuthor(page=post, person_id=person, locale_id=post.locale_id, sort_order=0)
            for post in posts
            for person in post.chosen_people
        )
        BlogPostTag.objects.bulk_create(
            BlogPostTag(content_object=post, tag_id=tag)
            for post in posts
            for tag in post.chosen_tags
        )
