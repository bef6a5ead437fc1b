"""The whole text of posts as readers' programs show it: plain HTML, every address absolute."""

from urllib.parse import urljoin

from bs4 import BeautifulSoup, Tag
from django.template.loader import render_to_string
from wagtail.rich_text import expand_db_html

ADDRESSES = ("href", "src", "cite")
KEPT = {*ADDRESSES, "alt", "dir", "height", "lang", "scope", "start", "title", "width"}
# What a block without a template of its own for feeds may bring, and no feed may carry.
DROPPED = ["button", "embed", "form", "iframe", "input", "object", "script", "source", "style"]


def full_texts(posts: list, pictures: list, request) -> list[str]:
    """Return the HTML of each post.

    Rich text is left as stored while the blocks are rendered, so that the links of all posts together
    cost what those of one do.
    """
    rendered = [
        render_to_string(
            "blog/feed_item.html",
            {"post": post, "picture": picture, "blocks": templates_of(body), "request": request},
        )
        for post, picture, body in zip(posts, pictures, bodies(posts), strict=True)
    ]
    html = expand_db_html("".join(f"<article>{text}</article>" for text in rendered))
    articles = BeautifulSoup(html, "html.parser").find_all("article", recursive=False)
    return [
        cleaned(article, post.get_full_url(request))
        for article, post in zip(articles, posts, strict=True)
    ]


def bodies(posts: list) -> list:
    """The streams of all posts, with one query for each kind of record that their blocks refer to."""
    if not posts:
        return []
    return posts[0].body.stream_block.bulk_to_python([list(post.body.raw_data) for post in posts])


def templates_of(body) -> list[tuple[list[str], object]]:
    """Each block's value with its template for feeds, or the page's where that will do."""
    return [
        ([f"blog/feed/{block.block_type}.html", block.block.get_template(block.value)], block.value)
        for block in body
    ]


def cleaned(article: Tag, base: str) -> str:
    for tag in article.find_all(DROPPED):
        tag.decompose()
    for tag in article.find_all(True):
        tag.attrs = {name: value for name, value in tag.attrs.items() if name in KEPT}
        for name in tag.attrs.keys() & set(ADDRESSES):
            make_absolute(tag, name, base)
    return article.decode_contents().strip()


def make_absolute(tag: Tag, name: str, base: str) -> None:
    try:
        tag[name] = urljoin(base, str(tag[name]))
    except ValueError:
        # No address at all, such as http://[: a program would read it as it likes.
        del tag[name]
