/** A labelled menu of the languages that people and servers can have. */

import { h } from "./dom.js";

export class LanguageMenu {
  /** @param choose called with a language's code */
  constructor({ choose }) {
    this.caption = h("span", {});
    this.select = h("select", {});
    this.element = h("label", { class: "language" }, this.caption, this.select);
    this.select.addEventListener("change", () => choose(this.select.value));
  }

  /** Only what changed is touched: a menu that is open must not close by itself. */
  show(caption, languages, chosen) {
    this.caption.textContent = caption;
    const shown = [...this.select.options].map((option) => option.value).join();
    if (shown !== languages.map(({ code }) => code).join()) {
      this.select.replaceChildren(...languages.map(({ code, name }) => h("option", { value: code, lang: code }, name)));
    }
    this.select.value = chosen;
  }
}
