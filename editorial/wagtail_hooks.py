"""Translation in the admin: who sees it, and what stands before publishing; links while writing; patterns."""

from django.conf import settings
from django.contrib.auth.models import Permission
from django.urls import path
from wagtail import hooks

from core.roles import EDIT_CONTENT, EDIT_INDEXING
from editorial import comparing, copying, dashboard  # noqa: F401
from editorial.checks import hooks as checks_hooks  # noqa: F401
from editorial.guard import deleting, menus, translations  # noqa: F401
from editorial.linking import suggest_links
from editorial.patterns import hooks as pattern_hooks  # noqa: F401
from editorial.publishing import hooks as publishing_hooks  # noqa: F401
from editorial.schedule import hooks as schedule_hooks  # noqa: F401
from editorial.sharing import hooks as sharing_hooks  # noqa: F401
from editorial.views import SubmitPage, SubmitSnippet, UpdateTranslations, upload_catalogue


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
