// Marks in the list of contents where the reader is: the last heading above the upper third of the window.
const lists = document.querySelectorAll("[data-contents] ol");
const headings = [...(lists[0]?.querySelectorAll("a") ?? [])].map((link) =>
  document.getElementById(decodeURIComponent(link.hash.slice(1))),
);
const above = new Set();

const observer = new IntersectionObserver(
  (entries) => {
    for (const { target, isIntersecting } of entries) above[isIntersecting ? "add" : "delete"](target);
    const current = headings.findLastIndex((heading) => above.has(heading));
    for (const list of lists) {
      list.querySelectorAll("a").forEach((link, number) => {
        if (number === current) link.setAttribute("aria-current", "location");
        else link.removeAttribute("aria-current");
      });
    }
  },
  // Everything above the line counts as seen, however far: a jump passes headings without showing them.
  { rootMargin: "1000000px 0px -67% 0px" },
);

for (const heading of headings) if (heading) observer.observe(heading);
