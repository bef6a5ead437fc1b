// Makes a search box a combobox (ARIA 1.2): words are put into the box, titles lead to their page at once.
// Without suggestions, or without this file, it stays the plain form that it is.
const PAUSE = 120;
const SHORTEST = 3;

document.querySelectorAll("form[data-suggest]").forEach((form, number) => {
  const input = form.elements.q;
  const list = document.createElement("ul");
  const status = document.createElement("p");
  let timer, request, options = [], current = -1;

  Object.assign(list, { id: `suggestions-${number}`, className: "suggestions", role: "listbox", hidden: true });
  list.setAttribute("aria-label", form.dataset.found.replace(/[:：]?\s*#/, ""));
  Object.assign(status, { className: "visually-hidden", role: "status" });
  input.role = "combobox";
  input.setAttribute("aria-autocomplete", "list");
  input.setAttribute("aria-expanded", "false");
  input.setAttribute("aria-controls", list.id);
  form.append(list, status);

  function close() {
    clearTimeout(timer);
    request?.abort();
    select(-1);
    list.hidden = true;
    status.textContent = "";
    input.setAttribute("aria-expanded", "false");
  }

  function select(place) {
    options[current]?.setAttribute("aria-selected", "false");
    current = place;
    options[current]?.setAttribute("aria-selected", "true");
    options[current]?.scrollIntoView({ block: "nearest" });
    if (options[current]) input.setAttribute("aria-activedescendant", options[current].id);
    else input.removeAttribute("aria-activedescendant");
  }

  function choose(option) {
    const { url } = option.dataset;
    if (!url) input.value = option.textContent;
    close();
    if (url) location.href = url;
    else form.requestSubmit();
  }

  function show(suggestions) {
    options = suggestions.map(({ text, url }, place) => {
      const option = document.createElement("li");
      Object.assign(option, { id: `${list.id}-${place}`, role: "option", textContent: text });
      option.setAttribute("aria-selected", "false");
      if (url) option.dataset.url = url;
      // Pressing must not take the focus from the box before the click arrives.
      option.addEventListener("mousedown", (event) => event.preventDefault());
      option.addEventListener("click", () => choose(option));
      return option;
    });
    current = -1;
    list.replaceChildren(...options);
    list.hidden = !options.length;
    input.setAttribute("aria-expanded", String(!list.hidden));
    input.removeAttribute("aria-activedescendant");
    status.textContent = options.length ? form.dataset.found.replace("#", options.length) : "";
  }

  async function ask() {
    request = new AbortController();
    const { signal } = request;
    try {
      const response = await fetch(`${form.dataset.suggest}?${new URLSearchParams({ q: input.value })}`, { signal });
      if (response.ok) show((await response.json()).suggestions);
    } catch {
      // Out of date, or no network: the form goes on working.
    }
  }

  input.addEventListener("input", () => {
    clearTimeout(timer);
    request?.abort();
    if (input.value.trim().length < SHORTEST) close();
    else timer = setTimeout(ask, PAUSE);
  });
  input.addEventListener("blur", close);
  input.addEventListener("keydown", (event) => {
    if (list.hidden || event.isComposing) return;
    if (event.key === "ArrowDown") select(current + 1 < options.length ? current + 1 : -1);
    else if (event.key === "ArrowUp") select(current < 0 ? options.length - 1 : current - 1);
    else if (event.key === "Escape") close();
    else if (event.key === "Enter" && current >= 0) choose(options[current]);
    else return;
    event.preventDefault();
  });
});
