"""What belongs to one post and is edited with it: its authors, its tags, the posts chosen to read next."""

from django.apps import apps
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from taggit.models import ItemBase
from wagtail.admin.panels import PageChooserPanel
from wagtail.models import Orderable, TranslatableMixin

from blog.models.taxonomy import Tag
from blog.syndication import feed_links
from core.addresses import index_url

POST = "blog.BlogPostPage"


class AuthorshipManager(models.Manager):
    def posts(self):
        """Posts of a person, as every listing shows them: for use through `person.authorships`."""
        posts = self.model._meta.get_field("page").related_model.objects
        return posts.listed().filter(pk__in=self.get_queryset().values("page_id"))

    def feeds(self, request):
        """Where those posts can be followed: for use through `person.authorships`."""
        person = self.instance
        blog = index_url(apps.get_model("blog", "BlogIndexPage"), person.locale_id, request)
        return feed_links(request, person.name, f"{blog}author/{person.slug}/") if blog else ()


class BlogPostAuthor(TranslatableMixin, Orderable):
    page = ParentalKey(POST, on_delete=models.CASCADE, related_name="authorships")
    person = models.ForeignKey(
        "people.Person",
        on_delete=models.PROTECT,
        related_name="authorships",
        verbose_name=_("person"),
    )

    objects = AuthorshipManager()
    panels = ["person"]

    class Meta(TranslatableMixin.Meta, Orderable.Meta):
        verbose_name = _("author")
        verbose_name_plural = _("authors")

    def __str__(self):
        return str(self.person)


class BlogPostTag(ItemBase):
    tag = models.ForeignKey(Tag, on_delete=models.CASCADE, related_name="post_tags")
    content_object = ParentalKey(POST, on_delete=models.CASCADE, related_name="post_tags")

    class Meta:
        # Related posts count shared tags: by the key of the tag alone that is a hundred times slower.
        indexes = [models.Index(fields=["content_object", "tag"], name="blog_post_tag")]


class RelatedPost(TranslatableMixin, Orderable):
    page = ParentalKey(POST, on_delete=models.CASCADE, related_name="related_posts")
    post = models.ForeignKey(
        POST, on_delete=models.CASCADE, related_name="+", verbose_name=_("post")
    )

    panels = [PageChooserPanel("post", POST)]

    class Meta(TranslatableMixin.Meta, Orderable.Meta):
        verbose_name = _("related post")
        verbose_name_plural = _("related posts")

    def __str__(self):
        return str(self.post)

    def clean(self):
        super().clean()
        if self.post_id and self.post_id == self.page_id:
            raise ValidationError({"post": _("A post cannot be related to itself.")})
