"""An SEO specialist at work in the editor: counters, previews, publishing metadata, addresses (tasks A21 to A23 and A29)."""

import json
import re

import pytest
from playwright.sync_api import expect

SLUG = "sharpening"
ROW = """
import json
from blog.models import BlogPostPage
post = BlogPostPage.objects.get(slug="{slug}", locale__language_code="en")
print(json.dumps({{
    "key": post.pk,
    "content": [post.title, post.slug, post.lead, post.body.stream_block.get_prep_value(post.body),
        [row.person_id for row in post.authorships.all()], sorted(post.tags.names()), str(post.published_on)],
    "description": post.search_description,
    "revisions": post.revisions.count(),
}}))
"""
LIVE = {
    "look-title": "title",
    "look-description": "meta[name=description]",
    "look-share_title": "meta[property='og:title']",
    "look-share_description": "meta[property='og:description']",
}


def row(site, slug: str = SLUG) -> dict:
    return json.loads(site.manage("shell", "--no-imports", "-c", ROW.format(slug=slug)).stdout)


@pytest.fixture
def post(site) -> dict:
    return row(site)


@pytest.fixture
def desk(sign_in, post):
    """The editor of a post, as the SEO role sees it."""
    page = sign_in("seo")
    page.goto(f"/admin/pages/{post['key']}/edit/#tab-promote")
    page.locator(".look-title").wait_for()
    return page


def live_head(page, slug: str = SLUG) -> dict[str, str]:
    """What machines are told of a post, by the class that shows it in a preview."""
    visitor = page.context.browser.new_context()
    reader = visitor.new_page()
    reader.goto(page.url.split("/admin/")[0] + f"/blog/{slug}/")
    told = {
        name: reader.locator(where).first.evaluate("node => node.content ?? node.textContent")
        for name, where in LIVE.items()
    }
    told["picture"] = reader.locator("meta[property='og:image']").get_attribute("content")
    visitor.close()
    return told


def shown(place) -> dict[str, str]:
    return {
        name: place.locator(f".{name}").inner_text()
        for name in LIVE
        if place.locator(f".{name}").count()
    }


def publish(page) -> None:
    page.get_by_role("button", name="More actions").click()
    page.locator("button[name=action-publish]").click()


def test_a_counter_advises_in_words_and_colour_and_is_read_aloud(desk):
    field = desk.locator("#id_search_description")
    counter = desk.locator("[data-counter=search_description]")
    seen = {}
    for verdict, text in {"short": "Short.", "good": "w" * 70, "long": "words " * 40}.items():
        field.fill(text)
        expect(counter).to_have_attribute("data-verdict", verdict)
        expect(counter).to_contain_text(f"Characters: {len(text.strip())}")
        seen[counter.inner_text()] = counter.evaluate("node => getComputedStyle(node).color")
    assert len(set(seen.values())) == len(seen) == 3
    # Advice, never a rule: the form would be sent as it is.
    assert field.evaluate("node => node.form.checkValidity()")
    voice = counter.locator("xpath=following-sibling::*[@role='status']")
    expect(voice).to_have_text(counter.inner_text())


def test_an_empty_field_says_what_stands_in_for_it_and_where_that_is_from(desk):
    desk.locator("#id_search_description").fill("")
    counter = desk.locator("[data-counter=search_description]")
    expect(counter).to_contain_text("(the lead, a short text, or how the text begins)")
    expect(desk.locator("[data-counter=seo_title]")).to_contain_text("(the title or name)")
    # A title is as wide as its template makes it.
    width = int(re.search(r"(\d+) px", desk.locator("[data-counter=seo_title]").inner_text())[1])
    desk.locator("#id_seo_title").fill("iiii")
    expect(desk.locator(".look-title")).to_have_text("iiii – Telaio")
    narrow = int(re.search(r"(\d+) px", desk.locator("[data-counter=seo_title]").inner_text())[1])
    assert width > narrow > 60


def test_previews_show_what_the_live_page_says(desk):
    live = live_head(desk)
    picture = live.pop("picture")
    assert shown(desk) == live
    assert desk.locator(".look-card img").get_attribute("src") == picture
    desk.locator("[data-side-panel-toggle=preview]").click()
    panel = desk.frame_locator("#w-preview-iframe")
    modes = desk.locator("[data-w-preview-target=mode]")
    # One after the other, while the first is still loading.
    for mode in ("search_result", "listing_card"):
        modes.select_option(mode)
    expect(panel.locator(".preview")).to_contain_text("Sharpening")
    for mode, names in {"search_result": 2, "shared_card": 2}.items():
        modes.select_option(mode)
        expect(panel.locator(".look-page h3")).to_be_visible()
        found = shown(panel)
        assert len(found) == names
        assert found.items() <= live.items()


def test_only_metadata_can_be_edited_and_the_article_is_seen(desk, post):
    assert desk.get_by_role("tab").all_inner_texts() == ["Promote"]
    assert desk.locator("#id_title, #id_slug, #id_lead").count() == 0
    desk.locator("[data-side-panel-toggle=preview]").click()
    panel = desk.frame_locator("#w-preview-iframe")
    expect(panel.locator("h1")).to_have_text(post["content"][0])


def test_metadata_is_published_and_the_content_stays_what_it_was(desk, site, post):
    words = "How a weaver sharpens what has gone blunt, and what the others do meanwhile, in four steps."
    desk.locator("#id_search_description").fill(words)
    publish(desk)
    desk.locator(".messages .success").wait_for()
    after = row(site)
    assert after["content"] == post["content"]
    assert after["description"] == words
    assert live_head(desk)["look-description"] == words
    desk.goto(f"/admin/pages/{post['key']}/history/")
    # One change, which is also the one that was published.
    rows = desk.locator("table.listing tbody tr", has_text="Seo")
    assert rows.filter(has_text="Published").count() == 1


def test_a_forged_form_changes_nothing(desk, site, post):
    token = desk.locator("form[data-edit-form] [name=csrfmiddlewaretoken]").get_attribute("value")
    form = {
        "csrfmiddlewaretoken": token,
        "title": "Forged",
        "slug": "forged",
        "body-count": "0",
        "authorships-TOTAL_FORMS": "0",
        "authorships-INITIAL_FORMS": "0",
        "tags": "forged",
        "seo_title": "",
        "search_description": post["description"],
        "action-publish": "1",
    }
    desk.request.post(f"/admin/pages/{post['key']}/edit/", form=form)
    for address in ("delete", "unpublish", "copy"):
        desk.request.post(
            f"/admin/pages/{post['key']}/{address}/", form={"csrfmiddlewaretoken": token}
        )
    assert row(site)["content"] == post["content"]


def test_a_missing_address_is_redirected_in_one_click(sign_in, site):
    page = sign_in("seo")
    assert page.request.get("/looms-of-old/").status == 404
    page.goto("/admin/missing/")
    line = page.locator("tr", has_text="/looms-of-old")
    line.get_by_role("button", name=re.compile("More options")).click()
    line.get_by_role("link", name="Redirect").click()
    expect(page.locator("#id_old_path")).to_have_value("/looms-of-old")
    page.locator("#id_redirect_link").fill(f"{site.url}/about/")
    page.locator("#id_redirect_link").press("Enter")
    page.locator(".messages .success").wait_for()
    assert page.request.get("/looms-of-old/", max_redirects=0).status == 301
    assert page.request.get("/looms-of-old/").url.endswith("/about/")


def test_another_slug_is_announced_and_the_old_address_leads_on(sign_in, site):
    old = "why-our-calendar-has-no-notifications"
    key = row(site, old)["key"]
    page = sign_in("editor")
    page.goto(f"/admin/pages/{key}/edit/#tab-promote")
    page.locator(".look-title").wait_for()
    page.locator("#id_slug").fill("a-quiet-calendar")
    expect(page.locator(".look-change")).to_contain_text("/blog/a-quiet-calendar")
    publish(page)
    expect(page.locator(".messages")).to_contain_text(f"from /blog/{old} to /blog/a-quiet-calendar")
    answer = page.request.get(f"/blog/{old}/", max_redirects=0)
    assert (answer.status, answer.headers["location"]) == (301, "/blog/a-quiet-calendar/")
