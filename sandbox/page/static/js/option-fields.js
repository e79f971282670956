/** A labelled field for each kind of command option, made from its registration. */

import { freshId, h } from "./dom.js";
import { Listbox } from "./listbox.js";

const STRING = 3;
const INTEGER = 4;
const BOOLEAN = 5;
const NUMBER = 10;
const ENTITY_KINDS = { 6: "users", 7: "channels", 8: "roles", 9: "everyone" };
const NAMED_BY_ID = new Set([6, 9]);
const BY_ID = "by-id";
const LONG_TEXT = 200;
const SUGGEST_DELAY_MS = 200;

export const isText = (option) => option.type === STRING && !option.choices?.length;

/**
 * @param option as the bot registered it
 * @param hands {entities(kind, option), suggest(name, typed), remove()}
 * @returns {element, name, read(), setText(text), focus(), showProblem(sentence)}
 */
export function optionField(option, hands) {
  const id = freshId("option");
  const control = buildControl(option, id, hands);
  const problem = h("p", { class: "problem", id: `${id}-problem`, role: "alert", hidden: true });
  const element = h(
    "div",
    { class: control.wide ? "field-box wide" : "field-box", dataset: { option: option.name } },
    labelLine(option, id, control, hands),
    control.element,
    h("p", { class: "about", id: `${id}-about` }, option.description, boundsText(option)),
    problem,
  );
  control.input.setAttribute("aria-describedby", `${id}-about ${id}-problem`);
  if (control.attach) control.attach(element);
  return {
    element,
    name: option.name,
    read: control.read,
    setText: (text) => setText(control.input, text),
    focus: () => control.input.focus(),
    showProblem: (sentence) => showProblem(control.input, problem, sentence),
  };
}

function labelLine(option, id, control, hands) {
  return h(
    "div",
    { class: "name" },
    h("label", { for: id }, option.label.replaceAll("_", " ")),
    option.required ? h("span", { class: "required" }, "required") : null,
    control.counter ?? null,
    option.required ? null : removeButton(option, hands),
  );
}

function removeButton(option, hands) {
  return h("button", { class: "remove", type: "button", "aria-label": `Leave out ${option.label}`, on: { click: hands.remove } }, "Leave out");
}

function setText(input, text) {
  input.value = text;
  input.dispatchEvent(new Event("input", { bubbles: true }));
}

function showProblem(input, problem, sentence) {
  problem.textContent = sentence ?? "";
  problem.hidden = !sentence;
  if (sentence) input.setAttribute("aria-invalid", "true");
  else input.removeAttribute("aria-invalid");
}

function boundsText({ min_value: min, max_value: max }) {
  if (min != null && max != null) return ` (${min} to ${max})`;
  if (min != null) return ` (at least ${min})`;
  if (max != null) return ` (at most ${max})`;
  return "";
}

function buildControl(option, id, hands) {
  if (option.autocomplete) return suggestedControl(option, id, hands);
  if (option.choices?.length) return choiceControl(option, id);
  if (option.type in ENTITY_KINDS) return entityControl(option, id, hands);
  if (option.type === BOOLEAN) return switchControl(option, id);
  if (option.type === INTEGER || option.type === NUMBER) return numberControl(option, id);
  return textControl(option, id);
}

function textControl(option, id) {
  const long = (option.max_length ?? LONG_TEXT + 1) > LONG_TEXT;
  const input = h(long ? "textarea" : "input", { id, name: option.name, rows: long ? "2" : null, autocomplete: "off", required: option.required });
  const counter = lengthCounter(input, option);
  return { element: input, input, counter, wide: long, read: () => input.value || undefined };
}

/** Characters are counted as Discord counts them: by code point. */
function lengthCounter(input, option) {
  if (!option.max_length) return null;
  const counter = h("span", { class: "count-left" });
  const count = () => {
    const length = [...input.value].length;
    counter.textContent = `${length} / ${option.max_length}`;
    counter.classList.toggle("over", length > option.max_length);
  };
  input.addEventListener("input", count);
  count();
  return counter;
}

function numberControl(option, id) {
  const input = h("input", {
    id,
    name: option.name,
    type: "number",
    min: option.min_value,
    max: option.max_value,
    step: option.type === INTEGER ? "1" : "any",
    inputmode: option.type === INTEGER ? "numeric" : "decimal",
    required: option.required,
  });
  const read = () => {
    if (input.validity.badInput) return Number.NaN;
    return input.value === "" ? undefined : Number(input.value);
  };
  return { element: input, input, read };
}

function choiceControl(option, id) {
  const input = h(
    "select",
    { id, name: option.name },
    option.choices.map((choice, index) => h("option", { value: String(index) }, choice.name)),
  );
  return { element: input, input, read: () => option.choices[Number(input.value)].value };
}

function entityControl(option, id, hands) {
  const entities = hands.entities(ENTITY_KINDS[option.type], option);
  const input = h(
    "select",
    { id, name: option.name, required: option.required },
    h("option", { value: "" }, entities.length ? "Choose…" : "Nothing to choose here"),
    entities.map((entity) => h("option", { value: entity.value }, entity.label)),
  );
  if (!NAMED_BY_ID.has(option.type)) return { element: input, input, read: () => input.value || undefined };
  return withAnId(input, option);
}

/** Whoever has left a server is still there by the id. */
function withAnId(input, option) {
  input.append(h("option", { value: BY_ID }, "Somebody else, by id…"));
  const typed = h("input", { type: "text", inputmode: "numeric", autocomplete: "off", hidden: true, "aria-label": `Id for ${option.label}`, placeholder: "Id" });
  input.addEventListener("change", () => {
    typed.hidden = input.value !== BY_ID;
    if (!typed.hidden) typed.focus();
  });
  const read = () => (input.value === BY_ID ? typed.value.trim() : input.value) || undefined;
  return { element: h("div", { class: "with-id" }, input, typed), input, read };
}

function switchControl(option, id) {
  const input = h("input", { id, name: option.name, type: "checkbox", role: "switch" });
  input.checked = true;
  const state = h("span", {}, "Yes");
  input.addEventListener("change", () => (state.textContent = input.checked ? "Yes" : "No"));
  const element = h("label", { class: "switch" }, input, state);
  return { element, input, read: () => input.checked };
}

function suggestedControl(option, id, hands) {
  const control = option.type === STRING ? textControl({ ...option, max_length: option.max_length ?? LONG_TEXT }, id) : numberControl(option, id);
  if (option.type !== STRING) control.input.type = "text";
  let picked = null;
  const attach = (host) => {
    const listbox = new Listbox({
      input: control.input,
      host,
      label: `Suggestions for ${option.label}`,
      preselect: false,
      pick: (choice) => {
        control.input.value = choice.title;
        picked = choice;
        control.input.dispatchEvent(new Event("suggestion-picked"));
      },
    });
    suggestWhileTyping(control.input, listbox, (typed) => hands.suggest(option.name, typed), () => (picked = null));
  };
  const read = () => {
    if (picked) return picked.value;
    const typed = control.input.value;
    if (!typed) return undefined;
    return option.type === STRING ? typed : Number(typed);
  };
  return { ...control, read, attach, wide: true };
}

function suggestWhileTyping(input, listbox, suggest, forget) {
  let timer = null;
  let latest = 0;
  const ask = async () => {
    latest += 1;
    const mine = latest;
    const choices = await suggest(input.value).catch(() => []);
    const stale = mine !== latest || document.activeElement !== input;
    if (!stale) listbox.show(choices.map((choice) => ({ title: choice.name, value: choice.value })));
  };
  const askSoon = () => {
    clearTimeout(timer);
    timer = setTimeout(ask, SUGGEST_DELAY_MS);
  };
  input.addEventListener("input", () => {
    forget();
    askSoon();
  });
  input.addEventListener("focus", askSoon);
  input.addEventListener("blur", () => {
    clearTimeout(timer);
    latest += 1;
    listbox.close();
  });
  input.addEventListener("keydown", (event) => listbox.handleKey(event));
}
