/** Menus under a message: one choice is sent at once, several when they are complete. */

import { whileBusy } from "./busy.js";
import { choiceList, countProblem, optionElements, optionsOf } from "./choices.js";
import { freshId, h } from "./dom.js";

const OPENING_KEYS = new Set(["ArrowDown", "ArrowUp", "ArrowLeft", "ArrowRight", "Home", "End", "PageDown", "PageUp"]);

/** @param stage {choose(customId, values), entities(kind, menu)} */
export function menuElement(menu, stage) {
  const options = optionsOf(menu, stage.entities);
  return (menu.max_values ?? 1) > 1 ? severalOf(menu, options, stage) : oneOf(menu, options, stage);
}

function oneOf(menu, options, stage) {
  const mayBeNone = menu.min_values === 0;
  const wording = menu.placeholder || "Choose…";
  const element = h(
    "select",
    { class: "choice", disabled: menu.disabled, "aria-label": wording, dataset: { customId: menu.custom_id } },
    h("option", { value: "", disabled: !mayBeNone, selected: !options.some((one) => one.default) }, wording),
    optionElements(options),
  );
  const shownFirst = element.value;
  element.addEventListener("change", () =>
    whileBusy(element, async () => {
      await stage.choose(menu.custom_id, element.value ? [element.value] : []);
      // The same may be chosen again: what it did may have been undone elsewhere.
      element.value = shownFirst;
    }),
  );
  element.addEventListener("keydown", openInsteadOfPassing);
  return element;
}

/** On a closed menu an arrow or a letter would choose, and so send, whatever it passes over. */
function openInsteadOfPassing(event) {
  const chord = event.ctrlKey || event.metaKey || event.altKey;
  if (chord || !(OPENING_KEYS.has(event.key) || /^\S$/.test(event.key))) return;
  event.preventDefault();
  event.currentTarget.showPicker();
}

function severalOf(menu, options, stage) {
  const wording = menu.placeholder || "Choose…";
  const list = choiceList(options, { type: "checkbox", name: freshId("menu") });
  const problem = h("p", { class: "problem", role: "alert", hidden: true });
  const done = h("button", { class: "button primary", type: "button" }, "Done");
  const summary = h("summary", { class: "choice", dataset: { customId: menu.custom_id } });
  const group = h("fieldset", {}, h("legend", { class: "visually-hidden" }, wording), list.element, problem, done);
  const element = h("details", { class: "several" }, summary, group);
  const tell = () => (summary.textContent = labelsOf(options, list.chosen()) || wording);
  tell();
  group.addEventListener("change", tell);
  done.addEventListener("click", () => {
    problem.textContent = countProblem({ min_values: menu.min_values ?? 1, max_values: menu.max_values }, list.chosen().length) ?? "";
    problem.hidden = !problem.textContent;
    if (problem.hidden) void whileBusy(done, () => stage.choose(menu.custom_id, list.chosen()));
  });
  element.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !element.open) return;
    event.stopPropagation();
    element.open = false;
    summary.focus();
  });
  if (!menu.disabled) return element;
  return h("button", { class: "choice", type: "button", disabled: true }, summary.textContent);
}

function labelsOf(options, values) {
  return options
    .filter((option) => values.includes(option.value))
    .map((option) => option.label)
    .join(", ");
}
