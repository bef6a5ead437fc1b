// Tells the site that a page is read: which one, from which other host and by which campaign. No cookie is set
// and nothing is asked of the browser; a page that is only fetched ahead is not read yet.
const { page, address } = document.querySelector("script[data-page]").dataset;

function tell() {
  const words = new URLSearchParams({ page });
  for (const [name, value] of new URLSearchParams(location.search)) {
    if (name.startsWith("utm_")) words.set(name, value.slice(0, 99));
  }
  const host = document.referrer && new URL(document.referrer).hostname;
  if (host && host !== location.hostname) words.set("from", host);
  navigator.sendBeacon(address, words);
}

if (document.prerendering) document.addEventListener("prerenderingchange", tell, { once: true });
else tell();
