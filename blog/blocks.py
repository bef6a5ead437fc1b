"""The stream of every page that may speak of posts: the shared one, forms, and the posts themselves."""

from django.apps import apps
from django.db.models import TextChoices
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.blocks.list_block import ListBlockValidationError
from wagtail.snippets.blocks import SnippetChooserBlock

from core.blocks import samples
from core.blocks.body import BodyStreamBlock
from leads.blocks import FormBlock, NewsletterBlock

POST = "blog.BlogPostPage"
LATEST_POSTS = 3


class Selection(TextChoices):
    LATEST = "latest", _("The latest, by themselves")
    CHOSEN = "chosen", _("Those chosen below")


class RelatedPostsBlock(blocks.StructBlock):
    title = blocks.CharBlock(required=False, max_length=90, label=_("Title"))
    selection = blocks.ChoiceBlock(
        choices=Selection.choices,
        default=Selection.LATEST,
        search_index=False,
        label=_("Which posts"),
    )
    posts = blocks.ListBlock(
        blocks.PageChooserBlock(POST, label=_("Post")),
        default=[],
        max_num=4,
        label=_("Chosen posts"),
    )
    category = SnippetChooserBlock(
        "blog.Category",
        required=False,
        label=_("Category"),
        help_text=_("Only the latest of this one. Left empty, of all."),
    )

    class Meta:
        icon = "doc-full"
        group = _("Links")
        label = _("Related posts")
        label_format = "{title}"
        template = "blocks/related_posts.html"
        description = _(
            "Posts to read next: the latest, of one category if you like, or your choice."
        )
        form_layout = blocks.BlockGroup(
            children=["title", "selection", "posts"], settings=["category"]
        )
        preview_value = staticmethod(samples.related_posts)

    def clean(self, value):
        result = super().clean(value)
        if self.is_deferred_validation or result["selection"] != Selection.CHOSEN:
            return result
        if not any(post.live for post in result["posts"]):
            error = ListBlockValidationError(
                non_block_errors=[_("Choose at least one post that is published.")]
            )
            raise blocks.StructBlockValidationError(block_errors={"posts": error})
        return result

    def get_context(self, value, parent_context=None):
        context = super().get_context(value, parent_context)
        page = context.get("page")
        posts = apps.get_model(POST).objects.listed().exclude(pk=page.pk if page else None)
        return context | {"posts": chosen_posts(value, posts) or latest_posts(value, posts)}


def chosen_posts(value, posts) -> list:
    """The posts that an editor chose, in their order, without any that readers cannot see."""
    if value.get("selection") != Selection.CHOSEN:
        return []
    chosen = [post.pk for post in value["posts"] if post]
    public = posts.in_bulk(chosen)
    return [public[pk] for pk in chosen if pk in public]


def latest_posts(value, posts) -> list:
    latest = posts.filter(locale__language_code=get_language())
    if category := value.get("category"):
        latest = latest.filter(category=category)
    return list(latest[:LATEST_POSTS])


class ArticleStreamBlock(BodyStreamBlock):
    form = FormBlock()
    newsletter = NewsletterBlock()
    related_posts = RelatedPostsBlock()
