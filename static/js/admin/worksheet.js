// The worksheet: lines that are saved in their place, and nothing lost by an error.
const sheet = document.querySelector("[data-worksheet]");
const FIELDS = "[name=seo_title], [name=search_description]";
const isUnsaved = (field) => "unsaved" in field.dataset || field.value !== field.defaultValue;
const unsaved = () => [...sheet.querySelectorAll(FIELDS)].some(isUnsaved);

async function save(form, submitter) {
  const cell = form.closest("[data-row]");
  const focused = document.activeElement?.id;
  form.setAttribute("aria-busy", "true");
  try {
    const response = await fetch(form.action, {
      method: "POST",
      body: new FormData(form, submitter),
      headers: { "X-Requested-With": "XMLHttpRequest" },
      redirect: "error",
    });
    const text = await response.text();
    if (!text.includes("data-worksheet-form")) throw new Error(response.statusText);
    cell.innerHTML = text;
    // What is not saved stays marked as such.
    if (!response.ok) cell.querySelectorAll(FIELDS).forEach((field) => { field.dataset.unsaved = ""; });
    (document.getElementById(focused) ?? cell.querySelector("button"))?.focus();
  } catch {
    form.removeAttribute("aria-busy");
    form.querySelector("[data-message]").textContent = sheet.dataset.failed;
  }
}

sheet.addEventListener("submit", (event) => {
  if (!event.target.matches("[data-worksheet-form]")) return;
  event.preventDefault();
  save(event.target, event.submitter);
});
sheet.addEventListener("keydown", (event) => {
  const isSave = event.key === "Enter" && (event.ctrlKey || event.metaKey);
  if (isSave && event.target.matches("textarea")) event.target.form.requestSubmit();
});
addEventListener("beforeunload", (event) => { if (unsaved()) event.preventDefault(); });
// Filters and search replace the list.
document.addEventListener("w-swap:begin", (event) => {
  if (unsaved() && !confirm(sheet.dataset.unsaved)) event.preventDefault();
});
