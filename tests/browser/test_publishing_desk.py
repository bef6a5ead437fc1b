"""Publishing that cannot surprise, scheduling one can see: editor.md’s tasks A01, A08, A09, A12, A18, A19 and A20."""

import json
import re
from datetime import datetime, timedelta

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.browser.editor import Editor

# Three drafts, of which one lacks who is quoted, and one more that waits for an editor’s approval.
DRAFTS = """
import json
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from wagtail.models import GroupApprovalTask, Workflow, WorkflowTask
from blog.models import BlogIndexPage, BlogPostPage
blog = BlogIndexPage.objects.get(locale__language_code="en")
marketer = get_user_model().objects.get(username="marketer")
keys = []
for title in ("Desk whole", "Desk broken", "Desk whole too", "Desk reviewed"):
    body = [("quote", {"quote": "<p>Said</p>"})] if title in ("Desk broken", "Desk reviewed") else []
    post = BlogPostPage(title=title, live=False, owner=marketer, body=body)
    blog.add_child(instance=post)
    post.save_revision(user=marketer, clean=False)
    keys.append(post.pk)
workflow = Workflow.objects.create(name="Review of the desk")
task = GroupApprovalTask.objects.create(name="Editors look")
task.groups.set(Group.objects.filter(name="Editors"))
WorkflowTask.objects.create(workflow=workflow, task=task)
workflow.start(post, marketer)
print("KEYS", json.dumps([blog.pk, *keys]))
"""
LANGUAGE = """
from django.contrib.auth import get_user_model
from wagtail.users.models import UserProfile
profile = UserProfile.get_for_user(get_user_model().objects.get(username="marketer"))
profile.preferred_language = {language!r}
profile.save()
"""


@pytest.fixture(scope="module")
def keys(site) -> list[int]:
    """The blog, and the four drafts."""
    said = site.manage("shell", "-c", DRAFTS).stdout
    return json.loads(said.partition("KEYS ")[2])


def accessible(page: Page, part: str) -> None:
    found = Axe().run(page, context=part).response["violations"]
    assert [(one["id"], one["nodes"][0]["html"]) for one in found] == []


def panel(page: Page, heading: str):
    return page.locator("section.w-panel").filter(has=page.get_by_role("heading", name=heading))


def test_a_marketer_publishes_when_nothing_is_missing(sign_in, keys):
    # A01
    page = sign_in("marketer")
    expect(page.locator("h1")).to_have_count(1)
    expect(panel(page, "My drafts")).to_contain_text("Desk reviewed")
    expect(panel(page, "Scheduled")).to_be_visible()
    accessible(page, ".w-dashboard")
    page.get_by_role("button", name="Settings").click()
    expect(page.get_by_role("link", name="Users")).to_have_count(0)
    expect(page.get_by_role("link", name="Groups")).to_have_count(0)

    # A09: an unfinished quote can be saved, and the panel says what is missing.
    editor = Editor(page)
    editor.open_new_post(keys[0])
    editor.fill_title("Who said it")
    quote = editor.add_block("Quote")
    editor.write(editor.field(quote, "quote"), ["Nobody said this."])
    editor.wait_until_saved()
    editor.save_draft()
    expect(page.locator(".messages .success")).to_be_visible()
    readiness = editor.side_panel("readiness")
    expect(readiness).to_contain_text("Say who is quoted")
    accessible(page, "[data-side-panel=readiness]")
    readiness.get_by_role("link", name="Say who is quoted").click()
    expect(editor.field(quote, "name")).to_be_in_viewport()

    # A08: publishing it says the same at the field.
    editor.publish()
    expect(page.locator(".messages .error")).to_be_visible()
    expect(editor.field(quote, "name")).to_contain_text("Say who is quoted")
    # The badge of the tab counts no errors inside blocks, in Wagtail 8.0.1; the message leads to them.
    page.get_by_role("button", name="Go to the first error").click()
    expect(editor.field(quote, "name").locator("input")).to_be_in_viewport()
    editor.field(quote, "name").locator("input").fill("A passer-by")

    # A12: a picture says what it shows, or that it is decoration.
    figure = editor.add_block("Figure")
    editor.choose_picture(figure)
    alt = figure.locator("[data-contentpath='alt_text']")
    alt.locator("input").fill("")
    editor.publish()
    expect(alt).to_contain_text("Please add some alt text")
    figure.get_by_role("checkbox", name="Image is decorative").check()
    editor.publish()
    page.goto(editor.published_address())
    expect(page.locator("figure.figure img")).to_have_attribute("alt", "")


def test_the_desk_speaks_italian(sign_in, site):
    site.manage("shell", "-c", LANGUAGE.format(language="it"))
    try:
        page = sign_in("marketer")
        expect(panel(page, "Le mie bozze")).to_be_visible()
        expect(panel(page, "Programmati")).to_be_visible()
        page.get_by_role("link", name="Calendario").first.click()
        expect(page.locator(".calendar-month thead th").first).to_have_text("Lun")
    finally:
        site.manage("shell", "-c", LANGUAGE.format(language="en"))


def test_an_editor_sees_what_is_scheduled_and_what_is_not(sign_in, keys):
    # A19
    page = sign_in("editor")
    editor = Editor(page)
    moment = datetime.now() + timedelta(days=1)
    editor.open(f"/admin/pages/{keys[1]}/edit/")
    editor.set_schedule(f"{moment:%Y-%m-%d} 10:30")
    expect(page.locator(".messages .warning")).to_contain_text("nothing is scheduled yet")
    page.goto("/admin/")
    row = panel(page, "Scheduled").get_by_role("listitem").filter(has_text="Desk whole")
    expect(row).to_contain_text("Not scheduled")
    row.get_by_role("link").click()
    expect(page.locator("button[name=action-publish]")).to_have_text("Schedule to publish")
    editor.publish()
    page.goto("/admin/")
    expect(row).to_contain_text("10:30")
    expect(row).not_to_contain_text("Not scheduled")

    page.goto(f"/admin/calendar/?month={moment:%Y-%m}")
    entry = page.locator(".calendar-month").get_by_role("link", name="Desk whole")
    expect(entry).to_contain_text("10:30 Goes live:")
    accessible(page, ".calendar")
    page.set_viewport_size({"width": 390, "height": 800})
    expect(page.locator(".calendar-month")).to_be_hidden()
    expect(page.locator(".calendar-list").get_by_role("link", name="Desk whole")).to_be_visible()
    accessible(page, ".calendar")
    page.set_viewport_size({"width": 1440, "height": 1000})

    # A20: of several at once, the whole ones go live and the others are named.
    chosen = "&".join(f"id={key}" for key in keys[2:4])
    page.goto(f"/admin/bulk/wagtailcore/page/publish/?{chosen}&next=/admin/")
    page.get_by_role("button", name="Yes, publish").click()
    expect(page.locator(".messages .success")).to_contain_text("1 page has been published")
    refusal = page.locator(".messages .error")
    expect(refusal).to_contain_text("“Desk broken” was not published")
    accessible(page, ".messages")
    refusal.get_by_role("link", name="Say who is quoted").click()
    expect(page).to_have_url(
        re.compile(rf"/pages/{keys[2]}/edit/#:w:contentpath=body\.[\w-]+\.name$")
    )

    # A18: approving from the dashboard refuses in the same words.
    page.goto("/admin/")
    waiting = page.get_by_role("row").filter(has_text="Desk reviewed")
    waiting.get_by_role("button", name="Actions").click()
    waiting.get_by_role("button", name="Approve", exact=True).click()
    expect(refusal).to_contain_text("“Desk reviewed” was not published")
    expect(page.get_by_role("row").filter(has_text="Desk reviewed")).to_be_visible()
    assert page.request.get("/blog/desk-reviewed/").status == 404
