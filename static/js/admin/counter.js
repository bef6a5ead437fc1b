// Says below a field how long its text is, in characters and as wide as it is shown, and whether that is fine.
(() => {
  const PAUSE_MS = 1000;
  const canvas = document.createElement("canvas").getContext("2d");

  class CounterController extends window.StimulusModule.Controller {
    static values = {
      field: String, least: Number, most: Number, pixels: Number, font: String,
      characters: String, width: String, good: String, short: String, long: String, empty: String,
      // What a template puts around the text, with {title} in its place, unless it holds the name of the site already.
      pattern: String, site: String, shown: String,
    };

    connect() {
      this.resolved = { text: "", source: "", full: "" };
      this.line = document.createElement("p");
      this.line.className = "counter";
      this.line.dataset.counter = this.fieldValue;
      // Apart from what is seen, so that it is read aloud after a pause and not at each letter.
      this.voice = document.createElement("p");
      this.voice.className = "w-sr-only";
      this.voice.setAttribute("role", "status");
      (this.element.querySelector("[data-field-input]") ?? this.element).after(this.line, this.voice);
      this.draw();
    }

    disconnect() {
      clearTimeout(this.timer);
      this.line.remove();
      this.voice.remove();
    }

    get text() {
      return this.element.querySelector("input, textarea")?.value.trim() ?? "";
    }

    // What machines read while the field is empty: as the last look told, or as it stands in the field itself.
    get fallback() {
      return this.resolved.text || this.element.querySelector("input, textarea")?.placeholder || "";
    }

    count() {
      this.draw();
      clearTimeout(this.timer);
      this.timer = setTimeout(() => { this.voice.textContent = this.line.textContent; }, PAUSE_MS);
    }

    resolve({ detail }) {
      if (detail.field !== this.fieldValue) return;
      this.resolved = detail;
      this.draw();
    }

    draw() {
      const text = this.text || this.fallback;
      const whole = this.whole(text);
      const characters = [...text].length;
      const width = this.fontValue ? this.measure(whole) : 0;
      const verdict = this.judge(characters, width);
      const facts = [
        `${this.charactersValue}: ${characters}`,
        ...(width ? [`${this.widthValue}: ${width} px`] : []),
        ...(text ? [this[`${verdict}Value`]] : []),
      ];
      const { source } = this.resolved;
      const stand = !this.text && source ? `${this.emptyValue} “${text}” (${source}). ` : "";
      const around = this.shownValue && whole !== text ? `${this.shownValue} “${whole}”. ` : "";
      this.line.dataset.verdict = text ? verdict : "none";
      this.line.textContent = stand + around + facts.join(" · ");
    }

    judge(characters, width) {
      if ((this.mostValue && characters > this.mostValue) || (this.pixelsValue && width > this.pixelsValue)) {
        return "long";
      }
      return characters < this.leastValue ? "short" : "good";
    }

    // With what the template for titles adds: known here, or as far as the last look told.
    whole(text) {
      const { text: known, full } = this.resolved;
      const isWhole = this.siteValue && text.includes(this.siteValue);
      if (this.patternValue) return isWhole ? text : this.patternValue.replace("{title}", () => text);
      return this.fieldValue === "seo_title" && known && full ? full.replace(known, () => text) : text;
    }

    measure(text) {
      canvas.font = this.fontValue;
      return Math.round(canvas.measureText(text).width);
    }
  }

  window.wagtail.app.register("counter", CounterController);
})();
