"""Nothing of others is loaded, and no cookie set, before a visitor agrees; then exactly what was agreed to."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.browser.others import Others

SET_UP = """
from measurement.models import TagSettings
from wagtail.models import Site
tags = TagSettings.for_site(Site.objects.get(is_default_site=True))
for name, value in {fields}.items():
    setattr(tags, name, value)
tags.save()
"""
EVERY = {
    "google_analytics": "G-AB12CD34EF",
    "matomo_address": "https://figures.example.org",
    "matomo_site": "3",
    "plausible_domain": "example.org",
    "meta_pixel": "123456789012345",
    "linkedin_partner": "123456",
}
STATISTICS = {
    "www.googletagmanager.com",
    "region1.google-analytics.com",
    "figures.example.org",
    "plausible.io",
}
MARKETING = {
    "connect.facebook.net",
    "www.facebook.com",
    "snap.licdn.com",
    "px.ads.linkedin.com",
}
TIMEOUT_MS = 60_000
PAGES = ("/", "/about/", "/blog/why-we-show-a-cartoon-rabbit/", "/it/", "/search/?q=loom")
SHIFT = """() => new Promise((resolve) => {
    let sum = 0;
    new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) if (!entry.hadRecentInput) sum += entry.value;
    }).observe({ type: "layout-shift", buffered: true });
    requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => resolve(sum), 100)));
})"""
SIGNAL = "Object.defineProperty(navigator, 'globalPrivacyControl', { value: true })"


@pytest.fixture(scope="module")
def tags(site):
    site.manage("shell", "-v", "0", "-c", SET_UP.format(fields=EVERY))
    yield
    site.manage("shell", "-v", "0", "-c", SET_UP.format(fields=dict.fromkeys(EVERY, "")))


class Visit:
    """A visitor with a log of what is asked of others and of what the policy refuses."""

    def __init__(self, browser, site, **options):
        viewport = options.pop("viewport", {"width": 1440, "height": 900})
        self.context = browser.new_context(base_url=site.url, viewport=viewport, **options)
        self.context.set_default_timeout(TIMEOUT_MS)
        self.others = Others(self.context, site.url)
        self.page: Page = self.context.new_page()
        self.refused: list[str] = []
        self.page.on("console", self.listen)

    def listen(self, message) -> None:
        if "Content Security Policy" in message.text:
            self.refused.append(message.text)

    def open(self, address: str) -> None:
        self.page.goto(address, wait_until="networkidle")

    def press(self, name: str) -> None:
        self.page.get_by_role("button", name=name, exact=True).click()

    def meets(self, hosts: set[str]) -> bool:
        """Wait until every one of these hosts was asked, then say whether no other was."""
        for _try in range(TIMEOUT_MS // 50):
            if hosts <= self.others.hosts:
                break
            self.page.wait_for_timeout(50)
        self.page.wait_for_load_state("networkidle")
        return self.others.hosts == hosts

    @property
    def banner(self):
        return self.page.get_by_role("region", name="May others know of your visit?")

    @property
    def cookies(self) -> set[str]:
        return {cookie["name"] for cookie in self.context.cookies()}


@pytest.fixture
def visit(browser, site, tags):
    visits = []

    def visit(**options) -> Visit:
        visits.append(Visit(browser, site, **options))
        return visits[-1]

    yield visit
    for one in visits:
        one.context.close()
        assert one.refused == []


def test_before_and_after_a_refusal_nobody_else_is_asked_and_no_cookie_is_set(visit):
    visitor = visit()
    for address in PAGES:
        visitor.open(address)
        expect(visitor.page.locator(".consent")).to_be_visible()
    visitor.open("/")
    visitor.press("Refuse")
    expect(visitor.banner).to_be_hidden()
    for address in PAGES:
        visitor.open(address)
        expect(visitor.page.locator(".consent")).to_be_hidden()
    assert visitor.others.requests == []
    assert visitor.cookies == set()


def test_who_agrees_meets_exactly_what_is_set_up(visit):
    visitor = visit()
    visitor.open("/")
    visitor.press("Agree")
    assert visitor.meets(STATISTICS | MARKETING)
    expect(visitor.banner).to_be_hidden()
    visitor.others.requests.clear()
    visitor.open("/about/")
    assert visitor.meets(STATISTICS | MARKETING)
    expect(visitor.banner).to_be_hidden()


def test_who_agrees_to_one_purpose_meets_that_alone(visit):
    visitor = visit()
    visitor.open("/")
    visitor.page.get_by_text("Decide one by one").click()
    visitor.page.get_by_label("Statistics").check()
    visitor.press("Keep this choice")
    visitor.open("/about/")
    assert visitor.meets(STATISTICS)


def test_a_withdrawal_stops_everything_and_leaves_no_trace(visit):
    visitor = visit()
    visitor.open("/")
    visitor.press("Agree")
    assert visitor.meets(STATISTICS | MARKETING)
    assert {"_ga", "_ga_AB12", "_fbp", "_pk_id.1"} <= visitor.cookies
    visitor.press("Privacy choices")
    expect(visitor.banner).to_be_focused()
    with visitor.page.expect_navigation():
        visitor.press("Refuse")
    expect(visitor.banner).to_be_hidden()
    visitor.others.requests.clear()
    for address in PAGES:
        visitor.open(address)
    assert visitor.others.requests == []
    assert visitor.cookies == set()
    assert visitor.page.evaluate("Object.keys(localStorage)") == ["consent"]


def test_one_purpose_can_be_withdrawn_alone(visit):
    visitor = visit()
    visitor.open("/")
    visitor.press("Agree")
    assert visitor.meets(STATISTICS | MARKETING)
    visitor.press("Privacy choices")
    visitor.page.get_by_text("Decide one by one").click()
    expect(visitor.page.get_by_label("Advertising")).to_be_checked()
    visitor.page.get_by_label("Advertising").uncheck()
    with visitor.page.expect_navigation():
        visitor.press("Keep this choice")
    visitor.page.wait_for_load_state("networkidle")
    visitor.others.requests.clear()
    visitor.open("/about/")
    assert visitor.meets(STATISTICS)
    assert "_fbp" not in visitor.cookies
    assert "_ga" in visitor.cookies


def test_a_page_kept_by_the_browser_does_not_go_on_after_a_withdrawal(visit):
    visitor = visit()
    visitor.open("/")
    visitor.press("Agree")
    visitor.open("/about/")
    visitor.press("Privacy choices")
    with visitor.page.expect_navigation():
        visitor.press("Refuse")
    visitor.others.requests.clear()
    visitor.page.go_back(wait_until="networkidle")
    assert visitor.page.evaluate("typeof window.fbq") == "undefined"
    assert visitor.others.requests == []


def test_global_privacy_control_is_a_refusal_and_says_so(visit):
    visitor = visit()
    visitor.context.add_init_script(SIGNAL)
    visitor.open("/")
    expect(visitor.page.locator(".consent")).to_be_hidden()
    assert visitor.others.requests == []
    visitor.press("Privacy choices")
    expect(visitor.page.locator("[data-consent-signal]")).to_be_visible()
    visitor.press("Agree")
    assert visitor.meets(STATISTICS | MARKETING)


def test_nobody_without_the_signal_is_told_of_it(visit):
    visitor = visit()
    visitor.open("/")
    expect(visitor.banner).to_be_visible()
    expect(visitor.page.locator("[data-consent-signal]")).to_be_hidden()


@pytest.mark.parametrize(
    ("kept", "asked"),
    [
        ({"at": 0, "version": "now", "agreed": []}, True),
        ({"at": 0, "version": "now", "agreed": ["statistics"]}, True),
        ({"at": "now", "version": "other", "agreed": ["statistics"]}, True),
        ({"at": "now", "version": "other", "agreed": []}, False),
        ("nonsense", True),
    ],
    ids=["old refusal", "old agreement", "other recipients", "refused all", "nonsense"],
)
def test_an_answer_holds_for_its_time_and_an_agreement_for_its_recipients(visit, kept, asked):
    visitor = visit()
    visitor.open("/")
    visitor.page.evaluate(
        """(kept) => {
            const script = document.querySelector("script[data-consent]");
            if (kept.at === "now") kept.at = Date.now();
            if (kept.version === "now") kept.version = JSON.parse(script.dataset.consent).version;
            localStorage.setItem("consent", JSON.stringify(kept));
        }""",
        kept,
    )
    visitor.open("/")
    expect(visitor.page.locator(".consent")).to_be_visible(visible=asked)
    assert visitor.others.requests == []


@pytest.mark.parametrize("width", [360, 1440])
def test_nothing_moves_and_nothing_is_covered(visit, width):
    visitor = visit(viewport={"width": width, "height": 800})
    visitor.open("/about/")
    assert visitor.page.evaluate(SHIFT) == 0
    banner = visitor.banner.bounding_box()
    header = visitor.page.locator(".site-header").bounding_box()
    assert banner["y"] + banner["height"] <= header["y"]
    refuse, agree = (
        visitor.page.get_by_role("button", name=name, exact=True).bounding_box()
        for name in ("Refuse", "Agree")
    )
    assert (refuse["width"], refuse["height"], refuse["y"]) == (
        agree["width"],
        agree["height"],
        agree["y"],
    )
    visitor.press("Refuse")
    expect(visitor.page.locator("#top")).to_be_focused()
    assert visitor.page.evaluate(SHIFT) == 0
    visitor.open("/about/")
    assert visitor.page.evaluate(SHIFT) == 0


def test_the_keyboard_passes_through_the_question_and_out_of_it(visit):
    visitor = visit()
    visitor.open("/about/")
    seen = []
    for _press in range(8):
        visitor.page.keyboard.press("Tab")
        seen.append(visitor.page.evaluate("document.activeElement.textContent.trim()"))
    assert seen[:4] == ["Skip to the content", "Refuse", "Agree", "Decide one by one"]
    assert "Telaio" in seen


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("address", ["/about/", "/it/chi-siamo/"])
def test_axe_finds_no_violation_with_the_question(visit, theme, address):
    visitor = visit(color_scheme=theme, reduced_motion="reduce")
    visitor.open(address)
    visitor.page.locator(".consent summary").click()
    violations = Axe().run(visitor.page).response["violations"]
    assert [(rule["id"], [node["html"] for node in rule["nodes"]]) for rule in violations] == []


def test_without_javascript_nothing_is_loaded_and_nothing_asked(visit):
    visitor = visit(java_script_enabled=False)
    visitor.open("/")
    expect(visitor.page.locator(".consent")).to_be_hidden()
    expect(visitor.page.locator("[data-consent-open]")).to_be_hidden()
    assert visitor.others.requests == []


def test_an_editor_and_a_preview_meet_no_tags(sign_in, tags):
    """The page fixture fails on any request to another host."""
    page = sign_in("marketer")
    page.goto("/", wait_until="networkidle")
    expect(page.locator(".consent")).to_have_count(0)
    page.goto("/admin/pages/", wait_until="networkidle")
    home = page.get_by_role("link", name="Explore child pages of 'Telaio'").first
    number = home.get_attribute("href").rstrip("/").rpartition("/")[2]
    page.goto(f"/admin/pages/{number}/edit/preview/", wait_until="networkidle")
    expect(page.locator(".consent")).to_have_count(0)
