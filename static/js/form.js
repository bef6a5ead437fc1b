// A ticket once somebody begins to write, and the host before; without a script there is one more click.
const TICKET = "form-ticket";
const forms = document.querySelectorAll("form[data-form]");

function put(form, name, value) {
  if (form.elements[name]) return;
  form.append(Object.assign(document.createElement("input"), { type: "hidden", name, value }));
}

async function prepare(form) {
  if (form.elements[TICKET]) return;
  const answer = await fetch(form.dataset.form);
  if (answer.ok) put(form, TICKET, (await answer.json()).ticket);
}

for (const form of forms) {
  const { host } = new URL(document.referrer || location);
  if (host !== location.host) put(form, "from-referrer", host);
  form.addEventListener("focusin", () => prepare(form).catch(() => {}), { once: true });
  form.addEventListener("submit", (event) => {
    const button = form.querySelector("[type=submit]");
    if (button.ariaBusy) event.preventDefault();
    button.ariaBusy = "true";
  });
}

// The ticket is spent.
addEventListener("pageshow", ({ persisted }) => {
  if (!persisted) return;
  for (const form of forms) {
    form.querySelector("[type=submit]").ariaBusy = null;
    form.elements[TICKET]?.remove();
    prepare(form).catch(() => {});
  }
});
