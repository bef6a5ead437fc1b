"""What editors are told and asked when an address changes or goes: before, as far as that is known, and after."""

from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail import hooks
from wagtail.admin import messages
from wagtail.models import Page

from core.models import SeoRecord
from seo import consequences
from seo.models import MissingAddress
from seo.redirects import chain_from, path_of, was_live

# Beyond this many at once, the list of missing addresses is named instead of each.
ASKED_ONE_BY_ONE = 3


def redirect_address(old_path: str) -> str:
    """Where an editor redirects a path: the form, with the path in it."""
    return f"{reverse('wagtailredirects:add')}?{urlencode({'from': old_path})}"


# Pages that move or are renamed.


@hooks.register("before_move_page")
def tell_what_a_move_does(request, page, destination):
    change = consequences.of_move(page, destination)
    if request.method == "GET":
        messages.info(request, consequences.said_of(change))
    request.address_change = change


@hooks.register("after_move_page")
def tell_what_a_move_did(request, page):
    tell(request, getattr(request, "address_change", None))


@hooks.register("before_publish_page")
def note_a_new_slug(request, page):
    before = Page.objects.get(pk=page.pk)
    request.address_change = consequences.of_slug(before, page.slug) if before.live else None


@hooks.register("after_publish_page")
def tell_what_a_new_slug_did(request, page):
    change = getattr(request, "address_change", None)
    if change and path_of(page.url) == change.new:
        tell(request, change)


def tell(request, change) -> None:
    if change is None:
        return
    rights = ("add", "change", "delete")
    may = any(request.user.has_perm(f"wagtailredirects.{right}_redirect") for right in rights)
    button = messages.button(reverse("wagtailredirects:index"), _("Redirects"))
    messages.info(request, str(change), buttons=[button] if may else [])


# Pages, people, categories and tags that go.


@hooks.register("before_delete_page")
@hooks.register("before_unpublish_page")
def note_the_address(request, page):
    request.addresses_before = [path_of(page.url)] if page.live else []


@hooks.register("after_delete_page")
@hooks.register("after_unpublish_page")
def ask_about_the_page(request, page):
    ask(request, getattr(request, "addresses_before", []))


# Many pages at once.


@hooks.register("before_bulk_action")
def note_what_many_are(request, action_type, objects, action):
    pages = [page for page in objects if isinstance(page, Page)]
    if action_type == "move":
        destination = action.cleaned_form.cleaned_data["chooser"]
        known = [page for page in pages if was_live(page)]
        request.addresses_moved = len(known)
        few = known if len(known) <= ASKED_ONE_BY_ONE else []
        request.address_changes = [consequences.of_move(page, destination) for page in few]
    elif action_type in ("delete", "unpublish"):
        request.addresses_before = [path_of(page.url) for page in pages if page.live]


@hooks.register("after_bulk_action")
def tell_what_became_of_many(request, action_type, objects, action):
    ask(request, getattr(request, "addresses_before", []))
    for change in getattr(request, "address_changes", []):
        tell(request, change)
    number = getattr(request, "addresses_moved", 0)
    if number > ASKED_ONE_BY_ONE:
        told = _(
            "The addresses of %(number)s pages have changed. Visitors of the old ones are led on."
        )
        messages.info(request, told % {"number": number})


@hooks.register("before_delete_snippet")
def note_what_is_deleted(request, instances):
    records = [instance for instance in instances if isinstance(instance, SeoRecord)]
    request.records_before = [(str(record), paths_of(record)) for record in records]


@hooks.register("after_delete_snippet")
def ask_about_what_is_deleted(request, instances):
    for name, paths in getattr(request, "records_before", []):
        note(paths, name)
    ask(
        request, [path for _name, paths in getattr(request, "records_before", []) for path in paths]
    )


@hooks.register("before_edit_snippet")
@hooks.register("before_unpublish")
def note_where_it_stands(request, instance):
    if isinstance(instance, SeoRecord):
        public = type(instance).objects.filter(pk=instance.pk).first()
        request.record_before = paths_of(public) if public else []


# After those that keep the old address of what is renamed.
@hooks.register("after_edit_snippet", order=10)
@hooks.register("after_unpublish", order=10)
def ask_about_the_record(request, instance):
    if isinstance(instance, SeoRecord) and getattr(request, "record_before", None):
        ask_what_became(request, instance, request.record_before)


def ask_what_became(request, instance: SeoRecord, before: list[str]) -> None:
    """Of the addresses that a record had, tell of those that lead on now and ask about those that do not."""
    after = paths_of(type(instance).objects.get(pk=instance.pk))
    gone = [path for path in before if path not in after]
    led = [path for path in gone if chain_from(path)]
    for path in led:
        messages.info(request, _("Who visits %(path)s is led to the new address.") % {"path": path})
    lost = [path for path in gone if path not in led]
    note(lost, str(instance))
    ask(request, lost)


def paths_of(record: SeoRecord) -> list[str]:
    """The paths at which readers find a record now."""
    return [path for address in record.public_addresses() if (path := path_of(address))]


def note(paths: list[str], name: str) -> None:
    for path in paths:
        MissingAddress.objects.note_removal(path, name)


def ask(request, paths: list[str | None]) -> None:
    """Nobody should find a closed door without anybody having thought of it."""
    missing = list(MissingAddress.objects.filter(path__in=filter(None, paths), gone=False))
    if len(missing) > ASKED_ONE_BY_ONE:
        button = messages.button(reverse("missing:index"), _("Missing addresses"))
        told = _("%(number)s addresses lead nowhere now. Where should they lead?")
        messages.warning(request, told % {"number": len(missing)}, buttons=[button])
        return
    for address in missing:
        ask_about(request, address)


def ask_about(request, missing: MissingAddress) -> None:
    buttons = []
    if request.user.has_perm("wagtailredirects.add_redirect"):
        buttons.append(messages.button(redirect_address(missing.path), _("Redirect it")))
    if request.user.has_perm("seo.change_missingaddress"):
        gone = reverse("missing:edit", args=[missing.pk])
        buttons.append(messages.button(gone, _("It is gone for good")))
    told = _("Who visits %(path)s now finds nothing. Where should it lead?")
    messages.warning(request, told % {"path": missing.path}, buttons=buttons)
