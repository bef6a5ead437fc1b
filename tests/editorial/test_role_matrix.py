"""Every role and every right, asked of the admin itself; what is forged changes nothing and is told."""

from http import HTTPStatus

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from wagtail.models import GroupPagePermission, Page, Revision, Site

from blog.models import BlogPostPage, Category
from core.models import BrandSettings, SiteDocument, SiteImage
from people.models import Person
from tests import factories

EVERYBODY = {"Marketers", "Editors", "SEO", "Administrators"}
WRITERS = {"Marketers", "Editors", "Administrators"}
EDITORS = {"Editors", "Administrators"}
LIBRARIANS = {"Editors", "SEO", "Administrators"}
ALONE = {"Administrators"}
MAY = {
    "pages/add/blog/blogpostpage/{blog}/": WRITERS,
    "pages/{post}/edit/": EVERYBODY,
    "pages/{post}/history/": EVERYBODY,
    "pages/{post}/unpublish/": WRITERS,
    "pages/{post}/move/": WRITERS,
    "pages/{post}/copy/": WRITERS,
    "pages/{post}/draft-links/": WRITERS,
    "pages/{post}/privacy/": WRITERS,
    "pages/{post}/delete/": EDITORS,
    "pages/{blog}/delete/": EDITORS,
    "pages/{draft}/delete/": WRITERS,
    "snippets/people/person/edit/{person}/": EVERYBODY,
    "snippets/people/person/delete/{person}/": EDITORS,
    "snippets/blog/category/edit/{category}/": EVERYBODY,
    "snippets/blog/category/delete/{category}/": EDITORS,
    "snippets/core/testimonial/add/": WRITERS,
    "snippets/core/sharedsection/add/": WRITERS,
    "snippets/core/announcement/": WRITERS,
    "snippets/core/navigation/": EDITORS,
    "snippets/core/footer/": EDITORS,
    "images/add/": WRITERS,
    "images/{picture}/": EVERYBODY,
    "images/{picture}/delete/": EDITORS | {"Marketers"},
    "documents/multiple/add/": WRITERS,
    "documents/edit/{document}/": WRITERS,
    "documents/delete/{document}/": EDITORS | {"Marketers"},
    "settings/core/brandsettings/": EDITORS,
    "settings/seo/seosettings/": {"SEO", "Administrators"},
    "settings/measurement/tagsettings/": EVERYBODY,
    "redirects/": LIBRARIANS,
    "missing/": LIBRARIANS,
    "seo/worksheet/pages/": LIBRARIANS,
    "reports/seo-audit/": EVERYBODY,
    "reports/site-history/": EVERYBODY,
    "reports/locked/": EDITORS,
    "reports/workflow/": EVERYBODY,
    "reports/figures/": EVERYBODY,
    "reports/searches/": EVERYBODY,
    "reports/newsletter/": WRITERS,
    "reports/deliveries/": WRITERS,
    "forms/": EVERYBODY,
    "users/": ALONE,
    "groups/": ALONE,
    "workflows/list/": ALONE,
    "sites/": ALONE,
    "locales/": ALONE,
    "collections/": ALONE,
}


@pytest.fixture
def keys(blog):
    return {
        "blog": blog.pk,
        "post": factories.BlogPostPageFactory(parent=blog, slug="post").pk,
        "draft": factories.BlogPostPageFactory(parent=blog, live=False, first_published_at=None).pk,
        "person": factories.PersonFactory().pk,
        "category": factories.CategoryFactory().pk,
        "picture": factories.make_image().pk,
        "document": factories.make_document().pk,
    }


@pytest.mark.parametrize("role", sorted(EVERYBODY))
def test_a_role_reaches_what_it_may_and_is_told_of_the_rest(client, make_user, keys, role):
    client.force_login(make_user(None if role == "Administrators" else role))
    reached, unexplained = set(), set()
    for address in MAY:
        response = client.get("/admin/" + address.format(**keys), follow=True)
        path = response.request["PATH_INFO"].removeprefix("/admin/")
        first = address.partition("{")[0]
        told = {message.level_tag for message in response.context["messages"] or ()}
        if response.status_code == 200 and path.startswith(first) and "error" not in told:
            reached.add(address)
        elif not told:
            unexplained.add(address)
    assert reached == {address for address, roles in MAY.items() if role in roles}
    assert unexplained == set()


WATCHED = (
    *(Page, BlogPostPage, Category, Person, BrandSettings),
    *(SiteImage, SiteDocument, Group, get_user_model()),
)
# What signing in and looking change.
NOISE = {"last_login"}


def everything() -> dict:
    # Made the first time that anybody asks.
    BrandSettings.for_site(Site.objects.get())
    rows = {
        model._meta.label: [
            {name: value for name, value in row.items() if name not in NOISE}
            for row in model.objects.order_by("pk").values()
        ]
        for model in WATCHED
    }
    return rows | {"revisions": Revision.objects.count()}


def told(response) -> str:
    """What the answer says, with what it leads to."""
    return response.content.decode()


@pytest.fixture
def confined(client, make_user, blog, home):
    """A marketer whose rights begin at the blog, and a page outside of it."""
    marketer = make_user("Marketers")
    GroupPagePermission.objects.filter(group__name="Marketers").update(page=blog)
    outside = factories.ContentPageFactory(parent=home, title="Outside", slug="outside")
    outside.save_revision().publish()
    inside = factories.BlogPostPageFactory(parent=blog, title="Inside", slug="inside")
    inside.save_revision().publish()
    client.force_login(marketer)
    return {"outside": outside.pk, "inside": inside.pk, "home": home.pk, "blog": blog.pk}


FORGED_PAGE = {"title": "Forged", "slug": "forged", "body-count": "0", "action-publish": "1"}


@pytest.mark.parametrize(
    ("address", "form"),
    [
        ("pages/{outside}/edit/", FORGED_PAGE),
        ("pages/{outside}/delete/", {}),
        ("pages/{outside}/unpublish/", {}),
        ("pages/{outside}/draft-links/", {"days": "14"}),
        ("pages/add/home/contentpage/{home}/", FORGED_PAGE),
        ("pages/{inside}/move/{home}/confirm/", {}),
        ("pages/{outside}/move/{blog}/confirm/", {}),
        (
            "pages/{inside}/copy/",
            {"new_title": "Forged", "new_slug": "forged", "new_parent_page": "{home}"},
        ),
        ("pages/{outside}/privacy/", {"restriction_type": "login"}),
        ("bulk/wagtailcore/page/publish/?id={outside}", {}),
        ("bulk/wagtailcore/page/delete/?id={outside}", {}),
        ("bulk/wagtailcore/page/move/?id={inside}", {"chooser": "{home}"}),
    ],
)
def test_outside_of_her_section_a_marketer_changes_nothing(client, confined, address, form):
    before = everything()
    form = {name: value.format(**confined) for name, value in form.items()}
    response = client.post("/admin/" + address.format(**confined), form, follow=True)
    assert everything() == before
    # Wagtail finds nothing there for a bulk action.
    if "bulk/" in address and response.status_code == HTTPStatus.NOT_FOUND:
        return
    assert response.status_code in (200, 403)
    words = ("permission", "not allowed", "cannot", "can't", "may not", "Select a valid", "denied")
    assert any(word in told(response) for word in words), told(response)[-3000:]


def test_inside_of_it_she_publishes(client, confined):
    post = Page.objects.get(pk=confined["inside"])
    rights = post.permissions_for_user(get_user_model().objects.get())
    assert rights.can_publish()
    assert client.get(f"/admin/pages/{post.pk}/edit/").status_code == 200


@pytest.mark.parametrize("field", ["canonical_url", "noindex", "nofollow"])
@pytest.mark.parametrize("kind", ["page", "person"])
def test_a_marketer_decides_nothing_of_what_search_engines_list(
    client, make_user, keys, field, kind
):
    client.force_login(make_user("Marketers"))
    address = {
        "page": f"/admin/pages/{keys['post']}/edit/",
        "person": f"/admin/snippets/people/person/edit/{keys['person']}/",
    }[kind]
    assert f'name="{field}"' not in told(client.get(address))
    before = everything()
    value = {"canonical_url": "https://forged.example/"}.get(field, "on")
    response = client.post(address, FORGED_PAGE | {"name": "Forged", field: value})
    assert everything() == before
    assert "does not decide what search engines list" in told(response)
    # Who may decide it finds the field.
    client.force_login(make_user("Editors"))
    assert f'name="{field}"' in told(client.get(address))


@pytest.mark.parametrize("action", ["", "action-publish"])
def test_blocks_beyond_a_limit_are_refused(client, make_user, keys, action):
    client.force_login(make_user("Marketers"))
    blocks = {"body-count": "4"}
    for number in range(4):
        blocks |= {
            f"body-{number}-type": "key_sentence",
            f"body-{number}-order": str(number),
            f"body-{number}-deleted": "",
            f"body-{number}-value-text": "null",
        }
    before = everything()
    form = FORGED_PAGE | blocks | ({action: "1"} if action else {})
    if not action:
        form.pop("action-publish")
    response = client.post(f"/admin/pages/{keys['post']}/edit/", form)
    assert everything() == before
    assert "body" in response.context["form"].errors
    assert "The maximum number of items is 3" in told(response)


@pytest.mark.parametrize("kind", ["raw_html", "hero", "<script>", ""])
def test_a_block_that_the_page_does_not_offer_is_not_taken(client, make_user, keys, kind):
    client.force_login(make_user("Marketers"))
    block = {
        "body-count": "1",
        "body-0-type": kind,
        "body-0-order": "0",
        "body-0-deleted": "",
        "body-0-value": "<script>alert(1)</script>",
    }
    response = client.post(f"/admin/pages/{keys['post']}/edit/", FORGED_PAGE | block)
    assert response.status_code in (200, 302)
    page = BlogPostPage.objects.get(pk=keys["post"])
    assert "script" not in str(page.get_latest_revision_as_object().body.raw_data[:])


@pytest.mark.parametrize(
    ("role", "address", "form"),
    [
        ("Marketers", "settings/core/brandsettings/2/", {"name": "Forged"}),
        ("SEO", "settings/core/brandsettings/2/", {"name": "Forged"}),
        ("Marketers", "snippets/people/person/delete/{person}/", {}),
        ("Marketers", "snippets/core/navigation/add/", {}),
        ("Marketers", "bulk/people/person/delete/?id={person}", {}),
        ("Marketers", "bulk/wagtailcore/page/delete/?id={post}", {}),
        ("Marketers", "pages/{post}/delete/", {}),
        ("SEO", "images/{picture}/delete/", {}),
        ("SEO", "documents/edit/{document}/", {"title": "Forged"}),
        ("SEO", "snippets/blog/category/delete/{category}/", {}),
        ("Editors", "users/new/", {"username": "forged", "password1": "x", "password2": "x"}),
        ("Editors", "groups/new/", {"name": "Forged"}),
        ("Marketers", "redirects/add/", {"old_path": "/a", "redirect_link": "/b"}),
        ("Marketers", "seo/worksheet/pages/{post}/", {"seo_title": "Forged"}),
    ],
)
def test_what_a_role_may_not_is_refused_and_told(client, make_user, keys, role, address, form):
    client.force_login(make_user(role))
    before = everything()
    response = client.post("/admin/" + address.format(**keys), form, follow=True)
    assert everything() == before
    if "bulk/" in address and response.status_code == HTTPStatus.NOT_FOUND:
        return
    assert response.status_code in (200, 403)
    words = ("permission", "and nothing else", "your role", "denied", "not allowed")
    assert any(word in told(response) for word in words)


def test_the_example_accounts_have_these_roles(example):
    accounts = get_user_model().objects.order_by("username")
    groups = {account.username: [g.name for g in account.groups.all()] for account in accounts}
    assert groups == {"admin": [], "editor": ["Editors"], "marketer": ["Marketers"], "seo": ["SEO"]}
    assert [account.username for account in accounts if account.is_superuser] == ["admin"]
