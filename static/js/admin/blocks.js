// Copies a block of the body, as it was saved, and pastes it into this page or another one.
const KEY = "vetrina:copied-block";
const ICON = '<svg class="icon icon-clipboard-list" aria-hidden="true"><use href="#icon-clipboard-list"></use></svg>';
const words = document.querySelector("script[data-copied-blocks]").dataset;
const form = document.querySelector("form[data-edit-form]");
const status = Object.assign(document.createElement("p"), { className: "blocks-status" });
status.setAttribute("role", "status");

function button(className, press, properties) {
  const made = Object.assign(document.createElement("button"), { type: "button", className, ...properties });
  made.addEventListener("click", press);
  return made;
}

// What was typed a moment ago may not be saved yet: one more save takes it along, and one that began before does not count.
const saved = () =>
  new Promise((done) => {
    const asked = new CustomEvent("w-unsaved:add", { bubbles: true, cancelable: true, detail: { type: "edits" } });
    const hear = ({ type, detail }) => {
      if (!(detail.trigger?.timeStamp >= asked.timeStamp)) return;
      for (const name of ["success", "error"]) form.removeEventListener(`w-autosave:${name}`, hear);
      done(type.endsWith("success"));
    };
    for (const name of ["success", "error"]) form.addEventListener(`w-autosave:${name}`, hear);
    form.dispatchEvent(asked);
  });

async function copy(child) {
  status.textContent = words.waiting;
  const page = (await saved()) && form.action.match(/pages\/(\d+)\/edit/)?.[1];
  const answer = page && (await fetch(`${words.copiedBlocks}${page}/${child.id}/`, { headers: { accept: "application/json" } }));
  if (answer?.ok) localStorage.setItem(KEY, await answer.text());
  status.textContent = answer?.ok ? words.copied : words.unsaved;
  dispatchEvent(new Event("storage"));
}

function paste(stream) {
  const { type, value } = JSON.parse(localStorage.getItem(KEY));
  const known = type in stream.blockDef.childBlockDefsByName;
  if (known) stream.insert({ type, value, id: crypto.randomUUID() }, stream.children.length, { focus: true });
  status.textContent = known ? "" : words.unknown;
}

function offer(stream) {
  const end = button("button button-small button-secondary", () => paste(stream), { textContent: words.paste });
  stream.container[0].after(end, status);
  const refresh = () => { end.hidden = !localStorage.getItem(KEY); };
  const decorate = () => {
    for (const child of stream.children) {
      const bar = child.actionsContainerElement;
      if (!bar || bar.querySelector("[data-copies]")) continue;
      const made = button("button button--icon text-replace white", () => copy(child), { title: words.copy, innerHTML: ICON });
      made.setAttribute("aria-label", words.copy);
      made.dataset.copies = "";
      bar.append(made);
    }
  };
  new MutationObserver(decorate).observe(stream.sequenceContainer[0] ?? stream.sequenceContainer, { childList: true });
  addEventListener("storage", refresh);
  decorate();
  refresh();
}

addEventListener("load", () => {
  const stream = window.wagtail?.editHandler?.getPanelByName("body")?.getBoundWidget();
  if (stream?.children) offer(stream);
});
