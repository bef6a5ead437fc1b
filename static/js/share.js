// The address of a post at hand: copied with a word of confirmation, or passed to the system's own share sheet.
for (const part of document.querySelectorAll("[data-share]")) {
  const { share: url, title } = part.dataset;
  const copy = part.querySelector("[data-copy]");
  const send = part.querySelector("[data-send]");
  const status = part.querySelector("[role=status]");

  if (navigator.clipboard) {
    copy.parentElement.hidden = false;
    copy.addEventListener("click", async () => {
      await navigator.clipboard.writeText(url);
      // Emptied first, so that a second time is announced as well.
      status.textContent = "";
      setTimeout(() => (status.textContent = copy.dataset.copy), 50);
    });
  }

  if (navigator.share) {
    send.parentElement.hidden = false;
    // A reader who changes their mind is no error.
    send.addEventListener("click", () => navigator.share({ title, url }).catch(() => {}));
  }
}
