"""The list: what it shows, how it is narrowed, and whom it is shown to."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import GroupPagePermission

from blog.models import Tag
from seo.desk.findings import FINDINGS
from tests import factories
from tests.bulk import copy_post

ADDRESS = "/admin/seo/worksheet/pages/"
# Queries of the list, menus and rights of the admin included; the same however many pages there are.
BUDGET = 45


def shown(client, **query) -> list[str]:
    response = client.get(ADDRESS, query)
    assert response.status_code == 200
    return [row.name for row in response.context["object_list"]]


@pytest.fixture
def seo(client, make_user):
    client.force_login(make_user("SEO"))
    return client


@pytest.mark.parametrize("role", ["SEO", "Editors"])
def test_the_roles_that_manage_metadata_see_the_worksheet(client, make_user, home, role):
    client.force_login(make_user(role))
    assert home.title in shown(client)


def test_marketers_do_not(client, make_user, home):
    client.force_login(make_user("Marketers"))
    assert client.get(ADDRESS).url == "/admin/"
    assert 'href="/admin/seo/' not in client.get("/admin/").content.decode()
    assert client.get("/admin/seo/worksheet/nothing/").status_code == 404


def test_a_line_shows_what_the_live_page_says(seo, client, blog):
    post = factories.BlogPostPageFactory(parent=blog, title="Looms", lead="<p>About looms.</p>")
    head = client.get(post.url).content.decode()
    row = next(row for row in seo.get(ADDRESS).context["object_list"] if row.key == post.pk)
    assert f"<title>{row.resolved['seo_title']}</title>" in head
    assert f'name="description" content="{row.resolved["search_description"]}"' in head
    page = seo.get(ADDRESS).content.decode()
    assert 'placeholder="Looms"' in page
    assert 'placeholder="About looms."' in page


@pytest.fixture
def site(home, italian_home, blog):
    """A page for each thing that the list can be narrowed to, and one without any fault."""
    image = factories.make_image()
    words = "All about looms, warps and wefts, in more than seventy characters altogether."
    fine = {
        "seo_title": "Fine looms",
        "search_description": words,
        "share_image": image,
    }
    pages = {
        "fine": {},
        "no-title": {"seo_title": ""},
        "no-description": {"search_description": ""},
        "long-title": {"seo_title": "L" * 61},
        "long-description": {"search_description": "d" * 161},
        "short-description": {"search_description": "Short."},
        "noindex": {"noindex": True},
        "no-picture": {"share_image": None},
    }
    made = {}
    for name, fields in pages.items():
        own = fine | {"seo_title": f"{name} title", "search_description": f"{name}: {words}"}
        made[name] = factories.ContentPageFactory(
            parent=home, title=name, slug=name, **(own | fields)
        )
        translation = made[name].copy_for_translation(italian_home.locale, copy_parents=True)
        translation.save_revision().publish()
    for name in ("repeated-1", "repeated-2"):
        made[name] = factories.ContentPageFactory(
            parent=home, title=name, slug=name, **fine | {"search_description": f"{name}: {words}"}
        )
    links = "".join(f'<p><a linktype="page" id="{page.pk}">x</a></p>' for page in made.values())
    linking = factories.ContentPageFactory(
        parent=home, title="Linking", slug="linking", body=[("text", links)], **fine
    )
    linking.seo_title = "Linking pages"
    linking.search_description = f"Linking: {words}"
    linking.save_revision().publish()
    return made | {"linking": linking}


@pytest.mark.parametrize(
    ("finding", "names"),
    [
        ("no-title", {"no-title"}),
        ("no-description", {"no-description"}),
        ("repeated-title", {"repeated-1", "repeated-2"}),
        ("repeated-description", set()),
        ("long-title", {"long-title"}),
        ("long-description", {"long-description"}),
        ("short-description", {"short-description"}),
        ("noindex", {"noindex"}),
        ("orphan", {"Linking"}),
        ("no-picture", {"no-picture"}),
        ("untranslated", {"repeated-1", "repeated-2", "Linking"}),
    ],
)
def test_the_list_is_narrowed_to_what_needs_a_look(seo, site, finding, names):
    own = {page.title for page in site.values()}
    assert own & set(shown(seo, finding=finding, locale="en")) == names


def test_findings_search_type_and_status_can_be_combined(seo, site, home):
    site["fine"].live = False
    site["fine"].save()
    assert "no-title" in shown(seo, finding="no-title")
    assert "no-title" not in shown(seo, finding=["no-title", "no-picture"])
    assert shown(seo, q="short title", locale="en") == ["short-description"]
    assert shown(seo, q="nothing such") == []
    assert shown(seo, status="draft") == ["fine"]
    assert "fine" not in shown(seo, status="live", locale="en")
    assert shown(seo, content_type=home.content_type_id, locale="en") == [home.title]


def test_an_unknown_filter_or_page_is_no_fault(seo, site):
    assert shown(seo, finding="nothing", p="x", ordering="secret")
    assert shown(seo, p="999", finding="noindex")
    assert len(shown(seo, p="-1")) > 1


def test_it_is_sorted_by_title_either_way(seo, site):
    names = shown(seo, ordering="title", q="title", locale="en")
    assert names == sorted(names)
    assert shown(seo, ordering="-title", q="title", locale="en") == names[::-1]


def test_an_alias_is_no_line_of_its_own(seo, home):
    page = factories.ContentPageFactory(parent=home, title="Original", slug="original")
    page.create_alias(update_slug="again")
    assert shown(seo).count("Original") == 1


def test_a_page_out_of_reach_is_not_listed(client, make_user, home, italian_home):
    user = make_user("SEO")
    GroupPagePermission.objects.filter(group__name="SEO").update(page=italian_home)
    factories.ContentPageFactory(parent=home, title="Out of reach", slug="out")
    client.force_login(user)
    assert shown(client) == [italian_home.title]


@pytest.mark.parametrize("kind", ["person", "category", "tag"])
def test_records_with_an_address_have_sheets_of_their_own(seo, kind):
    factories.PersonFactory(name="Ada", short_bio="<p>Weaves.</p>")
    factories.CategoryFactory(name="Ada")
    Tag.objects.create(name="Ada", slug="ada")
    response = seo.get(f"/admin/seo/worksheet/{kind}/", {"q": "Ada", "finding": "no-title"})
    assert [row.name for row in response.context["object_list"]] == ["Ada"]
    assert response.context["object_list"][0].fallback["seo_title"].startswith("Ada")


@pytest.mark.slow
@pytest.mark.parametrize("query", [{}, {"finding": list(FINDINGS), "q": "loom"}, {"q": "Loom"}])
def test_the_number_of_queries_does_not_grow_with_the_pages(seo, blog, query):
    post = factories.BlogPostPageFactory(parent=blog, title="Loom")

    def count() -> int:
        shown(seo, **query)
        with CaptureQueriesContext(connection) as queries:
            shown(seo, **query)
        return len(queries)

    copy_post(post, 30)
    few = count()
    blog.refresh_from_db()
    copy_post(post, 2000)
    assert count() == few
    assert few <= BUDGET
