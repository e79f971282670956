/** A listbox that hangs on a text field: arrows move, Enter or a press picks, Escape closes. */

import { announce } from "./announcer.js";
import { freshId, h } from "./dom.js";

export class Listbox {
  #options = [];
  #active = -1;
  #id = freshId("listbox");

  /**
   * @param input the field; @param host where the list is put; @param pick called with the option
   * @param preselect whether Enter picks the first option before an arrow was pressed
   */
  constructor({ input, host, label, pick, preselect }) {
    this.input = input;
    this.pick = pick;
    this.preselect = preselect;
    this.element = h("div", { class: "listbox", role: "listbox", id: this.#id, "aria-label": label, hidden: true });
    // A press must not take the focus away from the field before it counts.
    this.element.addEventListener("mousedown", (event) => event.preventDefault());
    host.append(this.element);
    input.setAttribute("aria-autocomplete", "list");
    input.setAttribute("aria-haspopup", "listbox");
    input.setAttribute("aria-controls", this.#id);
    // A field of several lines may not be called a combobox, and a plain one says nothing of being open.
    this.isCombobox = input.tagName === "INPUT";
    if (this.isCombobox) input.setAttribute("role", "combobox");
    this.#tellExpanded();
  }

  get isOpen() {
    return !this.element.hidden;
  }

  /** @param options [{title, note, value}] */
  show(options, emptyText = "") {
    this.#options = options;
    const items = options.map((option, index) => this.#item(option, index));
    this.element.replaceChildren(...(items.length ? items : [h("p", { class: "empty" }, emptyText)]));
    this.element.hidden = !items.length && !emptyText;
    // Both are wanted in sight; where there is no room for both, the field.
    if (this.isOpen) for (const wanted of [this.element, this.input]) wanted.scrollIntoView({ block: "nearest" });
    this.#tellExpanded();
    // A field of several lines says nothing of its list, so its length is said aloud.
    if (items.length) announce(items.length === 1 ? "One suggestion" : `${items.length} suggestions`);
    this.#activate(this.preselect && items.length ? 0 : -1);
  }

  close() {
    this.#options = [];
    this.element.hidden = true;
    this.element.replaceChildren();
    this.#tellExpanded();
    this.#activate(-1);
  }

  /** True when the key was meant for the list. */
  handleKey(event) {
    if (!this.isOpen || event.isComposing) return false;
    if (event.key === "ArrowDown") this.#move(1);
    else if (event.key === "ArrowUp") this.#move(-1);
    else if (event.key === "Escape") this.close();
    else if ((event.key === "Enter" || event.key === "Tab") && this.#active >= 0) this.#choose(this.#active);
    else return false;
    event.preventDefault();
    event.stopPropagation();
    return true;
  }

  #tellExpanded() {
    if (this.isCombobox) this.input.setAttribute("aria-expanded", String(this.isOpen));
  }

  #item(option, index) {
    return h(
      "div",
      { class: "option", role: "option", id: `${this.#id}-${index}`, on: { click: () => this.#choose(index) } },
      h("b", {}, option.title),
      option.note ? h("span", {}, option.note) : null,
    );
  }

  #move(step) {
    const count = this.#options.length;
    const from = this.#active < 0 && step < 0 ? 0 : this.#active;
    if (count) this.#activate((from + step + count) % count);
  }

  #activate(index) {
    this.#active = index;
    for (const [at, item] of [...this.element.children].entries()) {
      if (item.role === "option") item.setAttribute("aria-selected", String(at === index));
    }
    const item = this.element.children[index];
    if (index < 0) this.input.removeAttribute("aria-activedescendant");
    else {
      this.input.setAttribute("aria-activedescendant", item.id);
      item.scrollIntoView({ block: "nearest" });
    }
  }

  #choose(index) {
    const option = this.#options[index];
    this.close();
    this.pick(option);
  }
}
