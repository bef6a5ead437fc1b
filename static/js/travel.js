// Lets the picture and the title of a card travel to its post and back. The post names its own in CSS;
// a list cannot, since names must be unique, so the card in question is named for the length of the change.
const names = [
  ["img", "post-picture"],
  [":is(h2, h3)", "post-title"],
];

function cardFor(address) {
  const { pathname } = new URL(address);
  for (const card of document.querySelectorAll("[data-travels]")) {
    const link = card.querySelector(":is(h2, h3) a");
    if (link?.pathname === pathname) return card;
  }
  return null;
}

async function name(card, transition) {
  const parts = names.map(([selector, value]) => [card.querySelector(selector), value]).filter(([part]) => part);
  // Related posts are listed on a post, which already uses the names for its own.
  for (const own of document.querySelectorAll(".post-title, .cover img")) own.style.viewTransitionName = "none";
  for (const [part, value] of parts) part.style.viewTransitionName = value;
  await transition.finished;
  for (const [part] of parts) part.style.viewTransitionName = "";
  for (const own of document.querySelectorAll(".post-title, .cover img")) own.style.viewTransitionName = "";
}

addEventListener("pageswap", (event) => {
  const address = event.activation?.entry?.url;
  const card = event.viewTransition && address && cardFor(address);
  if (card) name(card, event.viewTransition);
});

addEventListener("pagereveal", (event) => {
  const address = window.navigation?.activation?.from?.url;
  const card = event.viewTransition && address && cardFor(address);
  if (card) name(card, event.viewTransition);
});
