// A film loads nothing from elsewhere until a reader asks for it: the link becomes a button, the button a player.
for (const figure of document.querySelectorAll("[data-embed]")) {
  const link = figure.querySelector("a");
  const address = figure.dataset.embed;
  if (!link || !address) continue;

  const button = document.createElement("button");
  button.type = "button";
  button.className = link.className;
  button.append(...link.childNodes);
  link.replaceWith(button);

  button.addEventListener("click", () => {
    const player = document.createElement("iframe");
    player.className = "embed-player";
    player.src = address;
    player.title = figure.dataset.title;
    player.allow = "autoplay; encrypted-media; fullscreen; picture-in-picture";
    player.allowFullscreen = true;
    player.referrerPolicy = "strict-origin-when-cross-origin";
    button.replaceWith(player);
    player.focus();
  });
}
