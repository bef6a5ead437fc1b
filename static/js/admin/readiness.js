// What stands before publishing is asked for when its panel is opened, and again after each save while it is open.
const PANEL = "[data-side-panel='readiness']";

async function ask() {
  const readiness = document.querySelector(`${PANEL} [data-readiness]`);
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
