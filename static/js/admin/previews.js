// Wagtail's preview panel drops a change of mode while it is still loading what was chosen before: it is asked again.
document.addEventListener("w-preview:updated", ({ target: panel }) => {
  const mode = panel.querySelector("[data-w-preview-target='mode']");
  const shown = panel.querySelector("#w-preview-iframe")?.src;
  if (!mode || !shown || new URL(shown).searchParams.get("mode") === mode.value) return;
  mode.dispatchEvent(new Event("change", { bubbles: true }));
});
