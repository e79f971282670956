/** A labelled field of a form, for each kind that a bot may ask to be filled in. */

import { choiceList, countProblem, optionElements, optionsOf } from "./choices.js";
import { freshId, h } from "./dom.js";

const TEXT_INPUT = 4;
const RADIO_GROUP = 21;
const CHECKBOX_GROUP = 22;
const CHECKBOX = 23;
const PARAGRAPH = 2;

/**
 * @param spec the component as the bot sent it; @param wording where its label and description stand
 * @returns {element, customId, read(), focus(), check()}
 */
export function modalField(spec, wording, hands) {
  const id = freshId("modal-field");
  const control = controlOf(spec, id, hands);
  const about = wording.description ? h("p", { class: "about", id: `${id}-about` }, wording.description) : null;
  const problem = h("p", { class: "problem", id: `${id}-problem`, role: "alert", hidden: true });
  const name = wording.label ?? spec.custom_id;
  const element = h(
    control.groupRole ? "fieldset" : "div",
    { class: "field-box", role: control.groupRole },
    nameLine(control, name, id, isRequired(spec)),
    control.element,
    about,
    problem,
  );
  const named = control.groupRole ? element : control.element;
  named.setAttribute("aria-describedby", [about?.id, problem.id].filter(Boolean).join(" "));
  return {
    element,
    customId: spec.custom_id,
    read: control.read,
    focus: () => control.first().focus(),
    check: () => showProblem(named, problem, problemWith(spec, control.read())),
  };
}

/** A checkbox is a question by itself; every other field has to be filled in unless it says otherwise. */
const isRequired = (spec) => spec.type !== CHECKBOX && spec.required !== false;

function nameLine(control, name, id, required) {
  const mark = required ? h("span", { class: "required" }, "required") : null;
  if (control.groupRole) return h("legend", { class: "name" }, name, mark);
  return h("div", { class: "name" }, h("label", { for: id }, name), mark, control.counter ?? null);
}

function controlOf(spec, id, hands) {
  if (spec.type === TEXT_INPUT) return textControl(spec, id);
  if (spec.type === CHECKBOX) return checkboxControl(spec, id);
  if (spec.type === RADIO_GROUP) return groupControl(spec.options, id, "radio");
  if (spec.type === CHECKBOX_GROUP) return groupControl(spec.options, id, "checkbox");
  return menuControl(spec, id, hands);
}

function single(input, read, counter = null) {
  return { element: input, counter, first: () => input, read };
}

function textControl(spec, id) {
  const isLong = spec.style === PARAGRAPH;
  const input = h(isLong ? "textarea" : "input", {
    id,
    rows: isLong ? "5" : null,
    placeholder: spec.placeholder,
    "aria-required": String(isRequired(spec)),
    value: spec.value ?? "",
    autocomplete: "off",
  });
  return single(input, () => input.value, lengthCounter(input, spec.max_length));
}

/** Characters are counted as Discord counts them: by code point. */
function lengthCounter(input, max) {
  if (!max) return null;
  const counter = h("span", { class: "count-left" });
  const count = () => {
    const length = [...input.value].length;
    counter.textContent = `${length} / ${max}`;
    counter.classList.toggle("over", length > max);
  };
  input.addEventListener("input", count);
  count();
  return counter;
}

function checkboxControl(spec, id) {
  const input = h("input", { id, type: "checkbox" });
  input.checked = Boolean(spec.default);
  return single(input, () => input.checked);
}

function groupControl(options, id, type) {
  const list = choiceList(options, { type, name: id });
  return {
    element: list.element,
    groupRole: type === "radio" ? "radiogroup" : "group",
    first: list.first,
    read: () => (type === "radio" ? (list.chosen()[0] ?? null) : list.chosen()),
  };
}

function menuControl(spec, id, hands) {
  const options = optionsOf(spec, hands.entities);
  if ((spec.max_values ?? 1) > 1) return groupControl(options, id, "checkbox");
  const mustStay = options.some((option) => option.default) && isRequired(spec);
  const input = h(
    "select",
    { id, "aria-required": String(isRequired(spec)) },
    mustStay ? null : h("option", { value: "" }, spec.placeholder ?? "Choose…"),
    optionElements(options),
  );
  return single(input, () => [input.value].filter(Boolean));
}

function showProblem(named, problem, sentence) {
  problem.textContent = sentence ?? "";
  problem.hidden = !sentence;
  if (sentence) named.setAttribute("aria-invalid", "true");
  else named.removeAttribute("aria-invalid");
  return !sentence;
}

function problemWith(spec, value) {
  if (typeof value === "boolean") return null;
  const count = typeof value === "string" && spec.type === TEXT_INPUT ? [...value].length : [value ?? []].flat().length;
  if (count === 0) return isRequired(spec) ? "This one is needed." : null;
  return spec.type === TEXT_INPUT ? lengthProblem(spec, count) : countProblem(spec, count);
}

function lengthProblem({ min_length: min, max_length: max }, length) {
  if (max && length > max) return `${length - max} ${length - max === 1 ? "character" : "characters"} too long.`;
  if (min && length < min) return `At least ${min} characters.`;
  return null;
}
