// Loads nothing of others before the visitor agrees; static/js/tags.js comes only then. No module, so that
// whether to ask is decided before the first paint and nothing moves. The answer stays in the browser's own
// storage, no cookie; where that is forbidden nobody is asked and nothing is loaded.
{
  const root = document.documentElement;
  const { days, version, loader, tags } = JSON.parse(document.currentScript.dataset.consent);
  const KEY = "consent";
  const signal = navigator.globalPrivacyControl === true;
  let opener;

  // The categories that were agreed to, or null for who has to be asked.
  function choice() {
    try {
      const { at, agreed, version: asked } = JSON.parse(localStorage.getItem(KEY)) ?? {};
      // An agreement is for those recipients it named; a refusal is for all.
      const holds = Date.now() - at < days * 864e5 && (asked === version || agreed.length === 0);
      return holds ? agreed : signal ? [] : null;
    } catch {
      return [];
    }
  }

  function erase(traces) {
    const isTrace = (name) => traces.some((trace) => name.startsWith(trace));
    const labels = location.hostname.split(".");
    for (const name of document.cookie.split("; ").map((cookie) => cookie.split("=")[0]).filter(isTrace)) {
      document.cookie = `${name}=; path=/; max-age=0`;
      for (const place of labels.keys()) {
        document.cookie = `${name}=; path=/; max-age=0; domain=${labels.slice(place).join(".")}`;
      }
    }
    try {
      Object.keys(localStorage).filter(isTrace).forEach((name) => localStorage.removeItem(name));
    } catch {}
  }

  const agreed = choice();
  const allowed = tags.filter(({ category }) => agreed?.includes(category));
  if (!agreed) root.dataset.consent = "ask";
  erase(tags.filter((tag) => !allowed.includes(tag)).flatMap(({ traces }) => traces));
  if (allowed.length) import(loader).then(({ load }) => load(allowed));

  function open(button) {
    opener = button;
    const form = document.querySelector("[data-consent-form]");
    for (const box of form.querySelectorAll("[type=checkbox]")) box.checked = choice()?.includes(box.value) ?? false;
    form.querySelector("[data-consent-signal]").hidden = !signal;
    root.dataset.consent = "ask";
    form.parentElement.focus();
  }

  function decide(next) {
    try {
      localStorage.setItem(KEY, JSON.stringify({ at: Date.now(), version, agreed: next }));
    } catch {}
    // What runs can only be stopped by beginning anew.
    if (allowed.some(({ category }) => !next.includes(category))) return location.reload();
    const more = tags.filter((tag) => next.includes(tag.category) && !allowed.includes(tag));
    allowed.push(...more);
    if (more.length) import(loader).then(({ load }) => load(more));
    delete root.dataset.consent;
    (opener ?? document.getElementById("top")).focus();
  }

  addEventListener("click", ({ target }) => {
    const button = target.closest("[data-consent-open]");
    if (button) open(button);
  });
  addEventListener("submit", (event) => {
    if (!event.target.matches("[data-consent-form]")) return;
    event.preventDefault();
    const every = [...new Set(tags.map(({ category }) => category))];
    const chosen = new FormData(event.target).getAll("purpose");
    decide({ all: every, none: [] }[event.submitter.value] ?? chosen);
  });
  // A page that the browser kept whole may be older than the choice.
  addEventListener("pageshow", ({ persisted }) => {
    if (persisted && allowed.some(({ category }) => !choice()?.includes(category))) location.reload();
  });
}
