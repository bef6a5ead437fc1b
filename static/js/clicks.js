// Tells the site that a search led somewhere: the words alone, sent while the browser leaves.
const list = document.querySelector("[data-search-results]");

list?.addEventListener("click", ({ target }) => {
  if (!target.closest(".result a")) return;
  navigator.sendBeacon(list.dataset.click, new URLSearchParams({ q: list.dataset.searchResults }));
});
