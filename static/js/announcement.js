// Keeps an announcement away that its reader has closed. No module, so that it is decided before the first paint
// and nothing moves; no cookie, and another text is shown again.
{
  const { announcement } = document.currentScript.dataset;
  const KEY = "announcement";
  const close = () => (document.documentElement.dataset.announcement = "closed");

  // Where storage is forbidden it is closed for this page.
  try {
    if (localStorage.getItem(KEY) === announcement) close();
  } catch {}

  addEventListener("click", ({ target }) => {
    if (!target.closest("[data-close-announcement]")) return;
    close();
    document.getElementById("top").focus();
    try {
      localStorage.setItem(KEY, announcement);
    } catch {}
  });
}
