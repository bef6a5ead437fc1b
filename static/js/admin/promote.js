// Shows beside the fields of the tab “Promote” what search engines and social networks make of the form as it stands.
(() => {
  const PAUSE_MS = 700;

  class PromoteController extends window.StimulusModule.Controller {
    static targets = ["look"];
    static values = { broken: String };

    connect() {
      this.stale = true;
      // Only while somebody sees it: the whole form is sent.
      this.watcher = new IntersectionObserver(([entry]) => {
        this.visible = entry.isIntersecting;
        if (this.visible && this.stale) this.refresh();
      });
      this.watcher.observe(this.element);
    }

    disconnect() {
      this.watcher.disconnect();
      clearTimeout(this.timer);
    }

    later() {
      this.stale = true;
      clearTimeout(this.timer);
      this.timer = setTimeout(() => this.visible && this.refresh(), PAUSE_MS);
    }

    async refresh() {
      // Wagtail’s own preview panel knows where this record is previewed, before and after it is first saved.
      const address = document.querySelector("[data-w-preview-url-value]")?.dataset.wPreviewUrlValue;
      if (!address) return;
      this.stale = false;
      this.request?.abort();
      this.request = new AbortController();
      const { signal } = this.request;
      try {
        const body = new FormData(this.element.closest("form"));
        const answer = await fetch(address, { method: "POST", body, signal });
        if (!(await answer.json()).is_valid) return this.say(this.brokenValue);
        const shown = await fetch(`${address}?mode=look`, { signal });
        this.show(await shown.text());
      } catch (error) {
        // Typing goes on, or the connection is lost for a moment: the next pause asks again.
        if (error.name !== "AbortError") this.stale = true;
      }
    }

    show(html) {
      this.lookTarget.innerHTML = html;
      const full = this.lookTarget.querySelector("[data-full-title]")?.dataset.fullTitle;
      for (const { dataset } of this.lookTarget.querySelectorAll("[data-field]")) {
        this.dispatch("resolved", { target: document, detail: { ...dataset, full } });
      }
    }

    say(message) {
      const note = document.createElement("p");
      note.className = "look-note";
      note.textContent = message;
      this.lookTarget.replaceChildren(note);
    }
  }

  window.wagtail.app.register("promote", PromoteController);
})();
