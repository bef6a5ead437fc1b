// The judges of our rules in the panel “Checks” (editorial/checks/item.py), by name: true means that all is well.
{
  const said = (node) => (node.getAttribute("aria-label") || node.textContent).replace(/\s+/g, " ").trim();
  const same = (one, other) => said(one).toLowerCase() === said(other).toLowerCase();
  const words = (text) => text.split(/\s+/).filter(Boolean).length;

  function width(text, font) {
    const context = document.createElement("canvas").getContext("2d");
    context.font = font;
    return context.measureText(text).width;
  }

  const judges = {
    // Too many is said of each but the first, none at all of what should hold it.
    "one-h1": (node) => {
      const first = document.querySelector("h1");
      return node.localName === "main" ? Boolean(first) : node === first;
    },
    "link-text": (node, { vague, around }) => {
      let text = said(node).toLowerCase();
      while (text && around.includes(text[0])) text = text.slice(1);
      while (text && around.includes(text.at(-1))) text = text.slice(0, -1);
      return !vague.includes(text) && !/^(https?:\/\/|www\.)/.test(text);
    },
    "long-paragraph": (node, options) => words(node.textContent) <= options.words,
    "table-caption": (node) => Boolean(node.caption?.textContent.trim()),
    "heading-repeats-title": (node) => {
      const title = document.querySelector("h1");
      return !title || !same(node, title);
    },
    "title-width": (_node, { pixels, font }) => width(document.title, font) <= pixels,
    "description-length": (_node, { least, most }) => {
      const length = document.querySelector("meta[name=description]")?.content.trim().length ?? 0;
      // That there is none is said by a rule of Wagtail’s own.
      return !length || (length >= least && length <= most);
    },
  };

  for (const [name, judge] of Object.entries(judges)) {
    window.wagtail?.userbar?.registerCheck(`check-${name}`, judge);
  }
}
