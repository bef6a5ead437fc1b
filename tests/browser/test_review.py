"""What several people do to one page before it is published (tasks A17, A26, A27 and A28)."""

import json
import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from tests.browser import colleagues

KEYS = """
import json
from blog.models import BlogPostPage
from people.models import Person
posts = BlogPostPage.objects.filter(locale__language_code="en")
print(json.dumps(dict(posts.values_list("slug", "pk")) | {"ivo": Person.objects.get(slug="ivo-re", locale__language_code="en").pk}))
"""
TITLES = """
import json
from blog.models import BlogPostPage
post = BlogPostPage.objects.get(pk={key})
print(json.dumps([post.title, post.get_latest_revision_as_object().title]))
"""
# No other test looks at this one, whose draft stays changed.
POST, TITLE = "the-loom-that-lives-in-three-places", "The loom that lives in three places"
# Another test may have given the account a last name.
NEWS = re.compile("Editor.* saved a new version")


def ask(site, script: str):
    return json.loads(site.manage("shell", "--no-imports", "-c", script).stdout)


@pytest.fixture(scope="module")
def keys(site) -> dict[str, int]:
    return ask(site, KEYS)


def violations(page) -> list:
    found = Axe().run(page).response["violations"]
    return [(rule["id"], [node["html"] for node in rule["nodes"]]) for rule in found]


def test_a_guest_reads_a_draft_by_a_link_until_it_is_revoked(sign_in, browser, site, keys):
    """A27, and “compare with live”; instead of the bar alone, nothing that a guest could send is looked at, too."""
    page = sign_in("marketer")
    colleagues.open_page(page, keys[POST])
    page.locator("#id_title").fill(f"{TITLE}, once more")
    colleagues.save(page)
    page.get_by_role("button", name="Actions", exact=True).first.click()
    page.get_by_role("link", name="Compare with live").click()
    expect(page.locator(".comparison .addition").first).to_contain_text("once more")
    page.go_back()
    page.get_by_role("button", name="Actions", exact=True).first.click()
    page.get_by_role("link", name="Share the draft").click()
    page.get_by_label("For whom").fill("The grinder")
    page.get_by_role("button", name="Make a link").click()
    address = page.locator("#draft-address").input_value()
    page.get_by_role("button", name="Copy", exact=True).click()
    expect(page.locator("#draft-copied")).not_to_be_empty()
    assert violations(page) == []

    with colleagues.colleague(browser, site, "") as guest:
        answer = guest.goto(address)
        assert answer.status == 200
        assert answer.headers["x-robots-tag"] == "noindex, nofollow"
        assert "no-store" in answer.headers["cache-control"]
        assert answer.headers["referrer-policy"] == "no-referrer"
        expect(guest.locator("h1")).to_have_text(f"{TITLE}, once more")
        expect(guest.get_by_role("complementary", name="Draft")).to_contain_text("Not public yet")
        expect(guest.locator("wagtail-userbar")).to_have_count(0)
        assert violations(guest) == []
        # Nothing is sent from here, and nothing of the visit stays.
        sent = []
        guest.on("request", lambda request: sent.append(request.url))
        guest.get_by_role("searchbox").or_(guest.get_by_role("combobox")).first.fill("loom")
        guest.keyboard.press("Enter")
        guest.evaluate("fetch('/search/?q=loom').catch(() => {})")
        assert not [url for url in sent if "/search/" in url and "suggest" not in url] or (
            guest.url == address
        )
        assert guest.url == address
        assert guest.context.cookies() == []
        # The form that may not be sent holds up what comes next in its own tab.
        reader = guest.context.new_page()
        reader.goto(f"/blog/{POST}/")
        expect(reader.locator("h1")).to_have_text(TITLE)

        page.goto(f"/admin/pages/{keys[POST]}/draft-links/")
        expect(page.locator(".draft_links")).to_contain_text("opened once")
        page.get_by_role("button", name=re.compile("Revoke")).click()
        expect(page.locator(".messages .success")).to_contain_text("Revoked")
        assert reader.goto(address).status == 404
        expect(reader.locator("h1")).to_have_text("This page is not here")


def test_a_comment_stays_with_its_point_until_somebody_resolves_it(sign_in, browser, site, keys):
    """A17."""
    key = keys["why-we-show-a-cartoon-rabbit"]
    page = sign_in("marketer")
    colleagues.open_page(page, key)
    colleagues.open_comments(page)
    points = page.locator("[data-contentpath=items] > div [data-streamfield-child]").filter(
        has=page.locator("[data-contentpath=lead]")
    )
    second = points.nth(1)
    identity = second.get_attribute("data-contentpath")
    colleagues.comment_on(page, second, "Is this number right?")
    expect(colleagues.number_of_comments(page)).to_have_text("1")
    second.get_by_title("Move up").first.click()
    expect(points.first).to_have_attribute("data-contentpath", identity)
    colleagues.save(page)

    with colleagues.colleague(browser, site, "editor") as editor:
        colleagues.open_page(editor, key)
        expect(colleagues.number_of_comments(editor)).to_have_text("1")
        thread = colleagues.open_comments(editor)
        expect(thread).to_contain_text("Is this number right?")
        colleagues.reply(editor, thread, "It is.")
        anchor = editor.locator(f"[data-contentpath='{identity}']")
        expect(colleagues.mark_of_comment(anchor)).to_have_count(1)
        colleagues.save(editor)

    colleagues.open_page(page, key)
    thread = page.locator("#comments .comment")
    if not thread.first.is_visible():
        colleagues.open_comments(page)
    expect(thread).to_contain_text("It is.")
    colleagues.resolve(thread)
    colleagues.save(page)
    expect(colleagues.number_of_comments(page)).to_be_hidden()


def test_two_people_at_one_page_are_told_and_nothing_is_lost_silently(sign_in, browser, site, keys):
    """A28."""
    key = keys["the-day-we-stopped-the-machines"]
    page = sign_in("marketer")
    colleagues.open_page(page, key)
    with colleagues.colleague(browser, site, "editor") as editor:
        colleagues.open_page(editor, key)
        # Each sees that the other is there.
        for one in (editor, page):
            expect(colleagues.others_here(one)).to_have_count(1, timeout=colleagues.NEXT_PING_MS)
        editor.locator("#id_title").fill("The day the editor wrote")
        expect(colleagues.autosave(editor)).to_contain_text(colleagues.SAVED)

        news = page.get_by_role("button", name=NEWS)
        expect(news).to_be_visible(timeout=colleagues.NEXT_PING_MS)
        page.locator("#id_title").fill("The day the marketer wrote")
        expect(colleagues.autosave(page)).to_contain_text("Autosave is paused")
        page.get_by_role("button", name="Save draft").click()
        question = page.get_by_role("dialog").filter(has_text=NEWS)
        expect(question).to_contain_text("Proceeding will overwrite the changes made by Editor")
        expect(question.get_by_role("link", name="View latest version")).to_be_visible()
        assert ask(site, TITLES.format(key=key))[1] == "The day the editor wrote"
        expect(page.locator("#id_title")).to_have_value("The day the marketer wrote")

        with page.expect_navigation():
            question.get_by_role("button", name="Save draft").click()
        page.locator(".messages .success").wait_for()
        live, draft = ask(site, TITLES.format(key=key))
        assert draft == "The day the marketer wrote"
        assert live == "The day we stopped the machines"
    # The words of the other stay in the history.
    page.goto(f"/admin/pages/{key}/history/")
    expect(page.locator("table.listing tbody tr", has_text="Editor").first).to_be_visible()


def test_somebody_who_is_used_is_archived_instead_of_deleted(sign_in, keys):
    """A26."""
    page = sign_in("editor")
    page.goto(f"/admin/snippets/people/person/delete/{keys['ivo']}/")
    expect(page.get_by_role("heading", name="Not deleted")).to_be_visible()
    expect(page.locator("main li a[href*='/edit/']").first).to_be_visible()
    assert violations(page) == []
    page.get_by_role("button", name="Archive").click()
    expect(page.locator(".messages .success")).to_contain_text("is archived")
    assert page.request.get("/people/ivo-re/").status == 404
