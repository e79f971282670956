/** A slash command being filled in: required options first, the others on request. */

import { focusFirst, h, icon } from "./dom.js";
import { isText, optionField } from "./option-fields.js";

const CROSS = "M5 5l10 10M15 5L5 15";

export class Slate {
  #fields = new Map();

  /**
   * @param command {name, description, options}
   * @param hands {entities, suggest(command, option, typed, options), send(command, options), leave()}
   */
  constructor(command, hands) {
    this.command = command;
    this.hands = hands;
    this.fieldList = h("div", { class: "fields" });
    this.addList = h("div", { class: "slate-foot" });
    this.element = h(
      "form",
      { class: "slate", novalidate: true, "aria-label": `Command ${command.label}` },
      h(
        "header",
        { class: "slate-head" },
        h("h3", {}, `/${command.label}`),
        h("p", {}, command.description),
        h("button", { class: "icon-button", type: "button", "aria-label": "Leave the command", on: { click: () => hands.leave() } }, icon(CROSS)),
      ),
      this.fieldList,
      this.addList,
    );
    for (const option of command.options.filter((one) => one.required)) this.#addField(option);
    this.#refreshAddList();
    this.element.addEventListener("submit", (event) => this.#submit(event));
    this.element.addEventListener("keydown", (event) => this.#key(event));
  }

  /** Puts text into the first text option; true when there is one. */
  setFirstText(text) {
    const option = this.command.options.find(isText);
    if (!option || !text) return false;
    if (!this.#fields.has(option.name)) this.#addField(option);
    this.#fields.get(option.name).setText(text);
    this.#refreshAddList();
    return true;
  }

  focus() {
    const first = this.#fields.values().next().value;
    if (first) first.focus();
    else focusFirst(this.addList, "button[type=submit]");
  }

  values() {
    const values = {};
    for (const [name, field] of this.#fields) {
      const value = field.read();
      if (value !== undefined) values[name] = value;
    }
    return values;
  }

  #addField(option) {
    const field = optionField(option, {
      entities: this.hands.entities,
      suggest: (name, typed) => this.hands.suggest(this.command, name, typed, this.values()),
      remove: () => this.#removeField(option.name),
    });
    this.#fields.set(option.name, field);
    this.fieldList.append(field.element);
    return field;
  }

  #removeField(name) {
    this.#fields.get(name).element.remove();
    this.#fields.delete(name);
    this.#refreshAddList();
    focusFirst(this.addList, `[data-add="${CSS.escape(name)}"]`);
  }

  #refreshAddList() {
    const missing = this.command.options.filter((option) => !this.#fields.has(option.name));
    const buttons = missing.map((option) =>
      h(
        "button",
        { class: "add", type: "button", title: option.description, dataset: { add: option.name }, on: { click: () => this.#addAndFocus(option) } },
        option.label.replaceAll("_", " "),
      ),
    );
    this.addList.replaceChildren(...buttons, h("button", { class: "button primary", type: "submit" }, "Send"));
  }

  #addAndFocus(option) {
    const field = this.#addField(option);
    this.#refreshAddList();
    field.focus();
  }

  #key(event) {
    if (event.key === "Escape" && !event.defaultPrevented) {
      event.preventDefault();
      this.hands.leave();
    }
    const inField = event.target.matches("input, textarea, select");
    if (event.key === "Enter" && !event.shiftKey && !event.isComposing && inField && !event.defaultPrevented) {
      event.preventDefault();
      this.element.requestSubmit();
    }
  }

  async #submit(event) {
    event.preventDefault();
    if (this.element.getAttribute("aria-busy") === "true") return;
    if (!this.#check()) return;
    this.element.setAttribute("aria-busy", "true");
    try {
      await this.hands.send(this.command, this.values());
    } catch (error) {
      this.#showRefusal(error);
    } finally {
      this.element.removeAttribute("aria-busy");
    }
  }

  #check() {
    let firstBad = null;
    for (const option of this.command.options) {
      const field = this.#fields.get(option.name);
      if (!field) continue;
      const sentence = problemWith(option, field.read());
      field.showProblem(sentence);
      if (sentence) firstBad ??= field;
    }
    firstBad?.focus();
    return !firstBad;
  }

  #showRefusal(error) {
    const field = this.#fields.get(error.option) ?? [...this.#fields.values()][0];
    if (!field) return this.hands.complain(error.message);
    field.showProblem(error.message);
    return field.focus();
  }
}

function problemWith(option, value) {
  if (value === undefined) return option.required ? "This one is needed." : null;
  if (typeof value === "string") return lengthProblem(option, [...value].length);
  if (typeof value !== "number") return null;
  if (Number.isNaN(value)) return "That is not a number.";
  if (option.type === 4 && !Number.isInteger(value)) return "Whole numbers only.";
  if (option.min_value != null && value < option.min_value) return `Not below ${option.min_value}.`;
  if (option.max_value != null && value > option.max_value) return `Not above ${option.max_value}.`;
  return null;
}

function lengthProblem(option, length) {
  const tooMany = length - (option.max_length ?? length);
  if (tooMany > 0) return `${tooMany} ${tooMany === 1 ? "character" : "characters"} too long.`;
  if (option.min_length && length < option.min_length) return `At least ${option.min_length} characters.`;
  return null;
}
