/** Choices that a bot offers: their options, and several of them as a list to tick. */

import { h } from "./dom.js";

const ENTITY_MENUS = { 5: "users", 6: "roles", 7: "everyone", 8: "channels" };

/** What a menu offers; people, roles and channels are those that one sees here. */
export function optionsOf(menu, entities) {
  if (!(menu.type in ENTITY_MENUS)) return menu.options;
  const chosen = new Set((menu.default_values ?? []).map(({ id }) => id));
  return entities(ENTITY_MENUS[menu.type], menu).map((option) => ({ ...option, default: chosen.has(option.value) }));
}

export function optionElements(options) {
  return options.map((option) =>
    h("option", { value: option.value, selected: option.default }, option.description ? `${option.label} – ${option.description}` : option.label),
  );
}

/**
 * One of several ("radio") or several of them ("checkbox"), each with a line of its own.
 * @returns {element, first(), chosen()}
 */
export function choiceList(options, { type, name }) {
  const inputs = options.map((option) => {
    const input = h("input", { type, name, value: option.value });
    input.checked = Boolean(option.default);
    return input;
  });
  return {
    element: h("div", { class: "choices" }, options.map((option, index) => choice(inputs[index], option))),
    first: () => inputs.find((input) => input.checked) ?? inputs[0],
    chosen: () => inputs.filter((input) => input.checked).map((input) => input.value),
  };
}

function choice(input, option) {
  return h("label", { class: "check" }, input, h("span", {}, option.label, option.description ? h("span", { class: "about" }, option.description) : null));
}

export function countProblem({ min_values: min, max_values: max }, count) {
  if (min && count < min) return `Choose at least ${min}.`;
  if (max && count > max) return `Choose at most ${max}.`;
  return null;
}
