"""People in the admin: their listing, and the guard against deleting someone who is used."""

from django.urls import path
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.ui.tables import LiveStatusTagColumn, UpdatedAtColumn
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet

from people.choosing import PersonChooserViewSet
from people.models import Person
from people.views import archive, refuse_deletion


@register_snippet
class PersonViewSet(SnippetViewSet):
    model = Person
    icon = "user"
    menu_label = _("People")
    menu_order = 300
    add_to_admin_menu = True
    list_display = ["name", "role", UpdatedAtColumn(), LiveStatusTagColumn()]
    list_filter = ["archived", "organisation"]
    list_per_page = 50
    inspect_view_enabled = True
    chooser_viewset_class = PersonChooserViewSet


@hooks.register("before_delete_snippet")
def keep_people_who_are_used(request, instances):
    people = [instance for instance in instances if isinstance(instance, Person)]
    return refuse_deletion(request, people) if people else None


@hooks.register("register_admin_urls")
def register_people_urls():
    return [path("people/<int:pk>/archive/", archive, name="archive_person")]
