// What stands before publishing is asked for when its panel is opened, and again after each save while it is open.
const PANEL = "[data-side-panel='readiness']";

async function ask() {
  const readiness = document.querySelector(`${PANEL} [data-readiness]`);
  // Before the first save there is no draft to ask about.
  if (!readiness) return;
  const answer = readiness.querySelector("[data-readiness-answer]");
  try {
    const response = await fetch(readiness.dataset.readiness);
    if (!response.ok) throw new Error(response.statusText);
    answer.innerHTML = await response.text();
  } catch {
    answer.replaceChildren(readiness.querySelector("[data-readiness-failed]").content.cloneNode(true));
  }
}

// Wagtail's event does not bubble.
document.addEventListener("show", (event) => event.target.matches?.(PANEL) && ask(), true);
document.addEventListener("w-autosave:success", () => {
  if (document.querySelector(PANEL)?.hidden === false) ask();
});

// Wagtail follows such links when a page is opened, not within it.
function follow(event) {
  const link = event.target.closest?.(`${PANEL} a[href^="#:w:contentpath="]`);
  if (!link) return;
  event.preventDefault();
  const path = link.hash.split("=")[1].split(".");
  const field = document.querySelector(path.map((part) => `[data-contentpath="${part}"]`).join(" "));
  if (!field) return;
  document.querySelector(`[role="tab"][href="#${field.closest("[role='tabpanel']")?.id}"]`)?.click();
  for (let part = field; part; part = part.parentElement?.closest("[hidden]")) {
    // Folded panels open as they do for the browser's own search.
    if (part.hidden) part.dispatchEvent(new Event("beforematch", { bubbles: true }));
  }
  field.scrollIntoView({ block: "center" });
  field.querySelector("input:not([type='hidden']), textarea, [contenteditable='true'], button")?.focus({ preventScroll: true });
}

document.addEventListener("click", follow);
