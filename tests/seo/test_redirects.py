"""Old addresses go on working, in one step, and only where readers ever knew them."""

import pytest
from wagtail.contrib.redirects.models import Redirect

from home.models import ContentPage
from seo.models import MissingAddress
from tests import factories


def rename(page, slug: str, commits) -> None:
    with commits(execute=True):
        page.slug = slug
        page.save_revision().publish()


def paths() -> set[str]:
    return set(Redirect.objects.values_list("old_path", flat=True))


@pytest.fixture
def commits(django_capture_on_commit_callbacks):
    return django_capture_on_commit_callbacks


@pytest.fixture
def about(home):
    return factories.ContentPageFactory(parent=home, title="About", slug="about")


def published(page):
    page.save_revision().publish()
    page.refresh_from_db()
    return page


def test_a_renamed_page_and_those_below_it_are_found_in_one_step(client, about, commits):
    published(about)
    published(about.add_child(instance=ContentPage(title="Team", slug="team")))
    about.refresh_from_db()
    rename(about, "us", commits)
    rename(about, "we", commits)
    for old, new in (("/about/", "/we/"), ("/us/", "/we/"), ("/about/team/", "/we/team/")):
        response = client.get(old)
        assert (response.status_code, response.url) == (301, new)


def test_a_page_that_nobody_could_read_leaves_nothing(home, commits):
    with commits(execute=True):
        draft = home.add_child(instance=ContentPage(title="Draft", slug="draft", live=False))
        draft.slug = "other"
        draft.save()
    assert paths() == set()


def test_only_the_address_that_was_public_leads_on(about, commits):
    published(about).unpublish()
    for slug in ("never-public", "in-the-end"):
        with commits(execute=True):
            about.slug = slug
            about.save()
    assert paths() == {"/about"}


def test_a_page_that_comes_back_answers_itself(client, about, commits):
    rename(published(about), "us", commits)
    rename(about, "about", commits)
    assert paths() == {"/us"}
    assert client.get("/about/").status_code == 200
    about.unpublish()
    assert client.get("/about/").status_code == 404
    assert client.get("/us/").status_code == 404


def test_a_move_takes_the_whole_tree_along(client, home, about, commits):
    published(about)
    team = published(about.add_child(instance=ContentPage(title="Team", slug="team")))
    published(team.add_child(instance=ContentPage(title="Ada", slug="ada")))
    company = published(factories.ContentPageFactory(parent=home, slug="company"))
    with commits(execute=True):
        team.refresh_from_db()
        team.move(company, pos="last-child")
    for path in ("/team/", "/team/ada/"):
        assert client.get(f"/about{path}").url == f"/company{path}"


def test_a_move_among_siblings_changes_nothing(about, commits):
    with commits(execute=True):
        about.move(about.get_parent(), pos="first-child")
    assert paths() == set()


def test_what_was_written_by_hand_goes_straight_to_the_new_address(client, about, commits):
    published(about)
    Redirect.add_redirect("/promo", "http://localhost/about/")
    rename(about, "us", commits)
    assert client.get("/promo/").url == "/us/"


def add(admin, old: str, **fields):
    return admin.post("/admin/redirects/add/", {"old_path": old, "is_permanent": "on"} | fields)


def test_a_redirect_to_itself_is_refused(admin, home):
    response = add(admin, "/a", redirect_link="http://localhost/a/")
    assert "leads back to where it starts" in response.content.decode()
    assert paths() == set()


def test_a_circle_is_refused(admin, home):
    Redirect.add_redirect("/a", "http://localhost/b")
    Redirect.add_redirect("/b", "http://localhost/c")
    response = add(admin, "/c", redirect_link="http://localhost/a/")
    assert "leads back to where it starts" in response.content.decode()
    assert paths() == {"/a", "/b"}


def test_two_steps_become_one_from_both_ends(client, admin, about):
    Redirect.add_redirect("/b", about)
    Redirect.add_redirect("/z", "http://localhost/a/")
    assert add(admin, "/a", redirect_link="http://localhost/b/").status_code == 302
    assert client.get("/a/").url == "/about/"
    assert client.get("/z/").url == "/about/"


def test_a_redirect_needs_one_target(admin, about):
    target = "http://localhost/about/"
    assert add(admin, "/a").status_code == 200
    assert add(admin, "/a", redirect_link=target, redirect_page=about.pk).status_code == 200
    assert paths() == set()


def test_a_redirect_to_a_page_that_is_not_public_leads_nowhere(client, about):
    Redirect.add_redirect("/a", about)
    about.unpublish()
    assert client.get("/a/").status_code == 404


def test_a_campaign_behind_the_old_address_does_no_harm(client, about):
    Redirect.add_redirect("/a", about)
    assert client.get("/a/?utm_source=x").url == "/about/"


def test_the_address_of_what_is_unpublished_is_asked_about(admin, about):
    text = admin.post(f"/admin/pages/{about.pk}/unpublish/", follow=True).content.decode()
    assert "Where should it lead?" in text
    assert "/admin/redirects/add/?from=%2Fabout" in text
    assert MissingAddress.objects.get(path="/about").was == "About"
    form = admin.get("/admin/redirects/add/?from=%2Fabout").content.decode()
    assert 'value="/about"' in form


def test_the_addresses_of_what_is_deleted_are_remembered(admin, about):
    published(about.add_child(instance=ContentPage(title="Team", slug="team")))
    about.add_child(instance=ContentPage(title="Draft", slug="draft", live=False))
    Redirect.add_redirect("/us", about)
    admin.post(f"/admin/pages/{about.pk}/delete/", follow=True)
    left = dict(MissingAddress.objects.values_list("path", "was"))
    assert left == {"/about": "About", "/about/team": "Team", "/us": "About"}
