"""What the panel “Checks” says of a page (task A25): what its editor can change, and how the text reads."""

import json

import pytest
from playwright.sync_api import expect

WORDS = "parole " * 121
BODY = f"""<h3>Prima del titolo</h3><p>Per il listino <a href="https://example.org/">clicca qui</a>.</p><p>{WORDS}.</p>
<p>La bottega apre alle otto del mattino. Chi arriva presto trova il telaio libero e la stufa accesa. Si lavora in due, uno
tira il filo e l'altro guarda. A mezzogiorno si mangia insieme, poi si riprende fino a sera.</p>"""
MAKE = """
from blog.models import BlogIndexPage, BlogPostPage
blog = BlogIndexPage.objects.get(locale__language_code="it")
post = BlogPostPage(title="Una giornata di prova", slug="prova", live=False, locale=blog.locale, lead="<p>{lead}</p>")
post.body = [("text", {body!r})]
blog.add_child(instance=post)
post.save_revision()
print(post.pk)
"""
LEAD = "Una giornata in bottega, dal filo alla pezza finita, con le pause, gli errori e le mani."
EXPECTED = {
    "Incorrect heading hierarchy",
    "Link that does not say where it leads",
    "Long paragraph",
}
SECOND_H1 = "<h1>Una giornata di prova, di nuovo</h1></main>"


def issues(page):
    return page.locator("[data-checks-panel] [data-content-checker-name]")


def test_checks_name_what_is_wrong_and_how_an_italian_text_reads(sign_in, site):
    made = site.manage("shell", "--no-imports", "-c", MAKE.format(body=BODY, lead=LEAD))
    page = sign_in("seo")
    page.goto(f"/admin/pages/{json.loads(made.stdout)}/edit/")
    page.locator("[data-side-panel-toggle=checks]").click()
    expect(issues(page)).to_have_count(len(EXPECTED))
    assert set(issues(page).all_inner_texts()) == EXPECTED
    ease = page.locator("[data-reading-ease]")
    expect(ease).to_contain_text("Gulpease")
    expect(page.locator("[data-content-readability-score]")).to_have_count(0)
    expect(page.locator("[data-reading-sentences] li")).to_have_count(1)

    vague = page.locator("[data-content-checker-row]", has_text="does not say where")
    with page.expect_popup() as opened:
        vague.get_by_role("button", name="Show issue").click()
    expect(opened.value.get_by_role("link", name="clicca qui")).to_be_in_viewport()
    opened.value.close()

    # No block of ours makes a second large heading; whatever might one day is named.
    page.route(
        "**/edit/preview/**",
        lambda route: route.fulfill(
            response=(answer := route.fetch()), body=answer.text().replace("</main>", SECOND_H1)
        ),
    )
    # The panel opens again by itself.
    page.reload()
    expect(issues(page).filter(has_text="Not one large heading")).to_have_count(1)


@pytest.mark.parametrize(
    ("name", "text", "least", "most"),
    [
        (
            "Gulpease",
            "Il gatto dorme sul letto. La casa è piccola ma bella. Fuori piove. " * 4,
            80,
            100,
        ),
        (
            "Gulpease",
            "L’implementazione dell’ottimizzazione infrastrutturale, conseguentemente alla "
            "razionalizzazione amministrativa complessivamente predisposta, comporta inevitabilmente "
            "riorganizzazioni dipartimentali particolarmente significative. " * 3,
            0,
            39,
        ),
        (
            "Flesch",
            "The cat sat on the mat. The dog ran to the door. It was a wet day. " * 4,
            90,
            100,
        ),
        (
            "Flesch",
            "Organizational infrastructure considerations necessitate comprehensive administrative "
            "reevaluation, notwithstanding preexisting interdepartmental responsibilities. " * 4,
            0,
            20,
        ),
    ],
)
def test_easy_texts_are_told_from_hard_ones(sign_in, name, text, least, most):
    page = sign_in("marketer")
    page.goto("/admin/pages/3/edit/")
    figure = page.evaluate(
        """async ([name, text]) => {
            const address = document.querySelector("script[src*='admin/reading']").src;
            const { ease, sentencesOf } = await import(address);
            return ease(name, sentencesOf(text, name === "Gulpease" ? "it" : "en"));
        }""",
        [name, text.strip()],
    )
    assert least <= figure <= most
