"""Thousands of posts in seconds: copies of one post, written to its tables without its signals."""

from uuid import uuid4

from django.db import connection
from django.db.models import Max
from wagtail.models import Page

from blog.models import BlogPostAuthor, BlogPostPage, BlogPostTag
from core.models import SitePage

BATCH = 500


def copy_post(post: BlogPostPage, copies: int) -> None:
    """Add public copies of a post to its blog, with its authors and tags, each with an address of its own."""
    blog = post.get_parent()
    first = Page.objects.aggregate(last=Max("pk"))["last"] + 1
    steps = range(blog.numchild + 1, blog.numchild + 1 + copies)
    numbers = range(first, first + copies)
    pages = [
        {
            "id": number,
            "path": Page._get_path(blog.path, post.depth, step),
            "slug": f"copy-{number}",
            "url_path": f"{blog.url_path}copy-{number}/",
            "title": f"{post.title} {number}",
            "draft_title": f"{post.title} {number}",
            "translation_key": uuid4(),
            "latest_revision_id": None,
            "live_revision_id": None,
        }
        for number, step in zip(numbers, steps, strict=True)
    ]
    insert_copies(Page, post.pk, pages)
    insert_copies(SitePage, post.pk, [{"page_ptr_id": number} for number in numbers])
    insert_copies(BlogPostPage, post.pk, [{"sitepage_ptr_id": number} for number in numbers])
    Page.objects.filter(pk=blog.pk).update(numchild=blog.numchild + copies)
    authors, tags = list(post.authorships.all()), list(post.tags.all())
    BlogPostAuthor.objects.bulk_create(
        BlogPostAuthor(
            page_id=number,
            person_id=author.person_id,
            sort_order=author.sort_order,
            locale_id=author.locale_id,
        )
        for number in numbers
        for author in authors
    )
    BlogPostTag.objects.bulk_create(
        BlogPostTag(content_object_id=number, tag=tag) for number in numbers for tag in tags
    )


def insert_copies(model, pk: int, changes: list[dict]) -> None:
    """Insert one row per entry into the model’s own table: the row of `pk` with the entry’s columns changed."""
    columns = [field.column for field in model._meta.local_concrete_fields]
    fields = {field.column: field for field in model._meta.local_concrete_fields}
    quote = connection.ops.quote_name
    names, table = ", ".join(map(quote, columns)), quote(model._meta.db_table)
    with connection.cursor() as cursor:
        key = quote(model._meta.pk.column)
        cursor.execute(f"SELECT {names} FROM {table} WHERE {key} = %s", [pk])  # noqa: S608
        original = dict(zip(columns, cursor.fetchone(), strict=True))
        for start in range(0, len(changes), BATCH):
            rows = [
                [
                    fields[column].get_db_prep_value(change[column], connection)
                    if column in change
                    else original[column]
                    for column in columns
                ]
                for change in changes[start : start + BATCH]
            ]
            marks = ", ".join(["%s"] * len(columns))
            cursor.executemany(f"INSERT INTO {table} ({names}) VALUES ({marks})", rows)  # noqa: S608
