"""Wagtail's editor as a person uses it; whatever depends on its markup stands here."""

import re

from playwright.sync_api import Locator, Page, TimeoutError, expect

BODY_CHILDREN = "#body-root > [data-streamfield-stream-container] > [data-streamfield-child]"
ATTEMPTS, PATIENCE_MS, ANSWERS_WITHIN_MS = 3, 6000, 20_000


class Editor:
    def __init__(self, page: Page):
        self.page = page

    def open_new_post(self, blog_id: int) -> None:
        self.expect_form()
        self.page.goto(f"/admin/pages/{blog_id}/add_subpage/")
        self.page.get_by_role("link", name="Blank").click()
        self.settle()

    def open(self, address: str) -> None:
        self.expect_form()
        self.page.goto(address)
        self.settle()

    def expect_form(self) -> None:
        """To be called before the form is loaded, by a click or otherwise; `settle` afterwards."""
        self.page.add_init_script(
            "addEventListener('w-unsaved:watch-edits', () => { window.watchesEdits = true; })"
        )

    def settle(self) -> None:
        # Opened before typing: the panel asks for its first preview while the form is still empty.
        self.page.locator("[data-side-panel-toggle=preview]").click()
        # What the form holds two seconds after it opened counts as unchanged; only a script types before.
        self.page.wait_for_function("window.watchesEdits")

    def fill_title(self, title: str) -> None:
        self.page.locator("#id_title").fill(title)

    def add_block(self, label: str) -> Locator:
        """Insert a block at the end of the body, by its name in the picker; return it."""
        children = self.page.locator(BODY_CHILDREN)
        before = children.count()
        self.page.locator("#body-root > div > div > button[title='Insert a block']").last.click()
        self.page.get_by_role("combobox").last.fill(label)
        self.page.get_by_role("option", name=label, exact=True).click()
        expect(children).to_have_count(before + 1)
        return children.nth(before)

    def kinds(self) -> list[str]:
        """The types of the blocks in the body, in order."""
        children = self.page.locator(f"{BODY_CHILDREN} > input[name$='-type']")
        return children.evaluate_all("inputs => inputs.map(input => input.value)")

    def block(self, kind: str, number: int = 0) -> Locator:
        """The first block of a type, or a later one, as it stands in the body now."""
        children = self.page.locator(BODY_CHILDREN)
        return children.filter(
            has=self.page.locator(f":scope > input[name$='-type'][value='{kind}']")
        ).nth(number)

    def press(self, block: Locator, button: str) -> None:
        """One of the buttons in a block’s head, by its title."""
        block.locator(f"button[title='{button}']").first.click()

    def paste(self, box: Locator, html: str) -> None:
        """Paste as a browser does: Chromium’s own clipboard would clean the HTML before any editor sees it."""
        box.click()
        box.evaluate(
            """(box, html) => {
                const data = new DataTransfer();
                data.setData("text/html", html);
                data.setData("text/plain", "what a text editor would get");
                box.dispatchEvent(new ClipboardEvent("paste", {clipboardData: data, bubbles: true, cancelable: true}));
            }""",
            html,
        )

    def field(self, block: Locator, name: str) -> Locator:
        # What lies behind the cog may bear the same name, and stands before it.
        return block.locator(f"[data-contentpath='{name}']").filter(visible=True).first

    def write(self, container: Locator, paragraphs: list[str]) -> None:
        """Type paragraphs into a rich text; those that begin with ## or ### become headings."""
        box = container.locator("[contenteditable=true]").first
        box.click()
        expect(box).to_be_focused()
        keyboard = self.page.keyboard
        for number, paragraph in enumerate(paragraphs):
            if number:
                keyboard.press("Enter")
            marks, text = re.match(r"(#{2,3} )?(.*)", paragraph, re.DOTALL).groups()
            if marks:
                keyboard.type(marks)
            keyboard.insert_text(text)
        # The editor hands its text to the form a moment later; nobody publishes within that moment.
        last_word = re.findall(r"\w+", paragraphs[-1])[-1]
        expect(self.input_of(box)).to_have_value(re.compile(rf"{last_word}\W*\""))

    def input_of(self, box: Locator) -> Locator:
        """What the form sends of a rich text."""
        hidden = "xpath=ancestor::*[input[@type='hidden']][1]/input[@type='hidden']"
        return box.locator(hidden).last

    def choose(self, container: Locator, button: str, title: str) -> None:
        """Press a chooser’s button, search, and take the record of this title."""
        dialog = self.page.get_by_role("dialog")
        search = dialog.locator("input[name=q]")
        # While a new block still unfolds, Wagtail can lose the first press; a person presses again.
        for _attempt in range(ATTEMPTS):
            container.get_by_role("button", name=button).click()
            try:
                search.wait_for(timeout=PATIENCE_MS)
                break
            except TimeoutError:
                continue
        search.fill(title)
        dialog.get_by_role("link", name=title, exact=True).click()
        expect(container).to_contain_text(title)

    def choose_picture(self, container: Locator) -> None:
        """Take the first picture that is offered."""
        container.get_by_role("button", name="Choose an image").click()
        dialog = self.page.get_by_role("dialog")
        dialog.locator("a.image-choice").first.click()
        expect(container.get_by_role("button", name="Choose an image")).to_be_hidden()

    def preview(self):
        return self.page.frame_locator("#w-preview-iframe")

    def wait_until_saved(self) -> None:
        expect(self.page.locator("#w-autosave-indicator")).to_contain_text("Saved")
        # Until the form has the address of the page that was saved, publishing would make it a second time.
        form = self.page.locator("form[data-edit-form]")
        expect(form).to_have_attribute("action", re.compile(r"/pages/\d+/edit/"))

    def save(self) -> None:
        """Save what stands in the form now; the form comes back as it has been stored."""
        self.wait_until_saved()
        self.expect_form()
        self.page.get_by_role("button", name="Save draft").click()
        expect(self.page.locator(".messages .success")).to_be_visible()
        self.settle()

    def publish(self) -> None:
        # While an autosave is under way the browser may ask whether to leave; a person says yes, or presses again.
        for _attempt in range(ATTEMPTS):
            self.page.get_by_role("button", name="More actions").click()
            try:
                with self.page.expect_navigation(timeout=ANSWERS_WITHIN_MS):
                    self.page.locator("button[name=action-publish]").click()
                return
            except TimeoutError:
                # An autosave that ended behind a refusal counts as another window's version.
                anyway = self.page.get_by_role("dialog").get_by_role("button", name="Publish")
                if anyway.is_visible():
                    with self.page.expect_navigation():
                        anyway.click()
                    return
        raise AssertionError("Publishing leads nowhere.")

    def view_draft(self) -> Locator:
        """Leave the form for what is saved, as the page’s own template shows it."""
        self.save()
        key = re.search(r"/pages/(\d+)/", self.page.url)[1]
        self.page.goto(f"/admin/pages/{key}/view_draft/")
        return self.page.locator("main")

    def published_address(self) -> str:
        """Return where the page can be read, as the success message says."""
        link = self.page.locator(".messages .success").get_by_role("link", name="View live")
        return link.get_attribute("href")

    # Publishing and scheduling.

    def save_draft(self) -> None:
        with self.page.expect_navigation():
            self.page.get_by_role("button", name="Save draft").click()

    def side_panel(self, name: str) -> Locator:
        """Open a panel beside the form."""
        panel = self.page.locator(f"[data-side-panel='{name}']")
        if not panel.is_visible():
            self.page.locator(f"[data-side-panel-toggle='{name}']").click()
        expect(panel).to_be_visible()
        return panel

    def set_schedule(self, moment: str) -> None:
        """Save the moment of going live; whether anything is scheduled by it is another question."""
        self.side_panel("status").get_by_role("button", name="Set schedule").click()
        dialog = self.page.get_by_role("dialog", name="Set publishing schedule")
        expect(dialog).to_contain_text("Time zone: Europe/Rome")
        dialog.locator("#id_go_live_at").fill(moment)
        # The calendar that opens with the field may lie above the button.
        with self.page.expect_navigation():
            dialog.get_by_role("button", name="Save schedule").press("Enter")
