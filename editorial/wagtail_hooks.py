"""Translation in the admin: who sees it, and what stands before publishing."""

from django.conf import settings
from django.contrib.auth.models import Permission
from django.shortcuts import redirect
from django.urls import path
from django.utils.translation import gettext as _
from wagtail import hooks
from wagtail.admin import messages
from wagtail.models import TranslatableMixin

from core.roles import EDIT_CONTENT, EDIT_INDEXING
from editorial import comparing  # noqa: F401
from editorial.checks import hooks as checks_hooks  # noqa: F401
from editorial.guard import deleting, menus, translations  # noqa: F401
from editorial.linking import suggest_links
from editorial.sharing import hooks as sharing_hooks  # noqa: F401
from editorial.translation import translation_of, what_is_missing
from editorial.views import SubmitPage, SubmitSnippet, UpdateTranslations, upload_catalogue


@hooks.register("before_edit_page", order=-1)
@hooks.register("before_edit_snippet", order=-1)
def publish_whole_translations(request, instance):
    """Before wagtail-localize, whose editor would publish what is missing in the language of the original."""
    if request.POST.get("action") != "publish" or not isinstance(instance, TranslatableMixin):
        return None
    translation = translation_of(instance)
    missing = what_is_missing(translation) if translation else ""
    if not missing:
        return None
    messages.error(request, f"{_('Not published.')} {missing}")
    return redirect(request.path)


@hooks.register("register_admin_urls", order=-1)
def register_careful_views():
    # At wagtail-localize's own addresses, which come after.
    return [
        path("localize/submit/page/<int:page_id>/", SubmitPage.as_view()),
        path(
            "localize/submit/snippet/<slug:app_label>/<slug:model_name>/<str:pk>/",
            SubmitSnippet.as_view(),
        ),
        path("localize/update/<int:translation_source_id>/", UpdateTranslations.as_view()),
        path("localize/translate/<int:translation_id>/pofile/upload/", upload_catalogue),
    ]


@hooks.register("register_admin_urls")
def register_link_suggestions():
    return [path("pages/<int:page_id>/links/", suggest_links, name="link_suggestions")]


@hooks.register("register_permissions")
def register_the_rights_of_forms():
    codenames = [right.partition(".")[2] for right in (EDIT_CONTENT, EDIT_INDEXING)]
    return Permission.objects.filter(content_type__app_label="core", codename__in=codenames)


@hooks.register("construct_reports_menu")
def report_to_translators(request, items):
    """Stock, the report of translations is offered to everyone, on sites of one language too."""
    if len(settings.LANGUAGES) < 2 or not request.user.has_perm(
        "wagtail_localize.submit_translation"
    ):
        items[:] = [item for item in items if "/localize/" not in item.url]
