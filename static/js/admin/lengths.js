// How long a text is in search results, in characters and in pixels of the font they are set in.
const canvas = document.createElement("canvas").getContext("2d");

function shown(field) {
  const text = field.value.trim() || field.placeholder;
  const { pattern, site } = field.dataset;
  return pattern && !(site && text.includes(site)) ? pattern.replace("{title}", () => text) : text;
}

function showLength(element) {
  const field = document.getElementById(element.dataset.lengthOf);
  const text = shown(field);
  const { least = 0, longest = Infinity, most, font } = field.dataset;
  canvas.font = font;
  const pixels = Math.round(canvas.measureText(text).width);
  const part = (name) => element.querySelector(`[data-${name}]`);
  if (part("shown")) part("shown").textContent = text;
  part("count").textContent = text.length;
  part("pixels").textContent = pixels;
  part("width").hidden = false;
  part("long").hidden = pixels <= most && text.length <= longest;
  if (part("short")) part("short").hidden = text.length >= least;
}

const showAll = () => document.querySelectorAll("[data-length-of]").forEach(showLength);

document.addEventListener("input", (event) => {
  const length = event.target.id && document.querySelector(`[data-length-of="${event.target.id}"]`);
  if (length) showLength(length);
});
// Whatever has put new lines into the page.
document.addEventListener("worksheet:line", showAll);
document.addEventListener("w-swap:success", showAll);
showAll();
