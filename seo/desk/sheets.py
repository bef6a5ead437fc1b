"""What the worksheet lists: all pages in one sheet, and a sheet for each kind of record with an address of its own."""

from dataclasses import dataclass

from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.db.models import Model, QuerySet
from django.http import Http404
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from wagtail.models import DraftStateMixin, Page, TranslatableMixin
from wagtail.permission_policies.pages import PagePermissionPolicy
from wagtail.snippets.models import get_snippet_models

from core.models import SeoRecord, SitePage

PERMISSION = "seo.edit_metadata"
PAGES = "pages"


@dataclass(frozen=True)
class Sheet:
    """One tab of the worksheet.

    `title_field` is what stands in for an empty title; `far` leads from `model` to the other fields for machines. Of
    pages the model is Wagtail’s, for joining SitePage to a hundred thousand rows takes longer than all the rest.
    """

    slug: str
    model: type[Model]
    title_field: str = "title"
    far: str = ""

    @property
    def label(self):
        return _("Pages") if self.holds_pages else capfirst(self.model._meta.verbose_name_plural)

    @property
    def holds_pages(self) -> bool:
        return issubclass(self.model, Page)

    @property
    def has_drafts(self) -> bool:
        return self.holds_pages or issubclass(self.model, DraftStateMixin)

    @property
    def has_languages(self) -> bool:
        return issubclass(self.model, TranslatableMixin)

    def everything(self) -> QuerySet:
        """Without aliases, which say what their originals say."""
        records = self.model._default_manager.order_by()
        return own_pages(records) if self.holds_pages else records

    def editable(self, user) -> QuerySet:
        """What this user may change."""
        if not user.has_perm(PERMISSION):
            return self.model._default_manager.none()
        if self.holds_pages:
            pages = PagePermissionPolicy(self.model).instances_user_has_permission_for(
                user, "change"
            )
            return own_pages(pages).order_by()
        may = user.has_perm(f"{self.model._meta.app_label}.change_{self.model._meta.model_name}")
        return self.everything() if may else self.model._default_manager.none()

    def may_change_what_is_live(self, user, record) -> bool:
        if self.holds_pages:
            return record.permissions_for_user(user).can_publish()
        options = self.model._meta
        return not self.has_drafts or user.has_perm(
            f"{options.app_label}.publish_{options.model_name}"
        )

    def edit_address(self, record) -> str:
        if self.holds_pages:
            return reverse("wagtailadmin_pages:edit", args=[record.pk])
        viewset = self.model.snippet_viewset
        return reverse(viewset.get_url_name("edit"), args=[record.pk])

    def address(self, name: str = "seo_worksheet", *arguments) -> str:
        return reverse(name, args=[self.slug, *arguments])


def sheets() -> dict[str, Sheet]:
    """All sheets by name, the pages first."""
    snippets = set(get_snippet_models())
    records = [
        Sheet(model._meta.model_name, model, "name")
        for model in apps.get_models()
        if issubclass(model, SeoRecord) and model in snippets
    ]
    return {sheet.slug: sheet for sheet in (Sheet(PAGES, Page, far="sitepage__"), *records)}


def own_pages(pages: QuerySet) -> QuerySet:
    """Of a query for any pages those that are made here, without aliases."""
    return pages.filter(alias_of=None, content_type__in=list(page_types()))


def page_types() -> dict[int, type[SitePage]]:
    """The page types by the key of their content type; asks the database once a process."""
    models = [model for model in apps.get_models() if issubclass(model, SitePage)]
    kinds = ContentType.objects.get_for_models(*(m for m in models if m is not SitePage))
    return {kind.pk: model for model, kind in kinds.items()}


def sheet_named(slug: str) -> Sheet:
    try:
        return sheets()[slug]
    except KeyError as error:
        raise Http404(slug) from error


def sheets_of(user) -> list[Sheet]:
    """Those in which this user may change anything at all, without a question to the database."""
    if not user.has_perm(PERMISSION):
        return []
    return [
        sheet
        for sheet in sheets().values()
        if sheet.holds_pages
        or user.has_perm(f"{sheet.model._meta.app_label}.change_{sheet.model._meta.model_name}")
    ]
