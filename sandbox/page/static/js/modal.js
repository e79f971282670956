/** A form that the bot opens over the page. */

import { optionElements } from "./components.js";
import { freshId, h } from "./dom.js";
import { markdown } from "./markdown.js";

const PARAGRAPH = 2;
const TEXT_DISPLAY = 10;
const LABEL = 18;
const ENTITY_MENUS = { 5: "users", 6: "roles", 7: "everyone", 8: "channels" };

/** @param hands {place, entities(kind), submit(interaction, values)} */
export function openModal(modal, hands) {
  const titleId = freshId("modal-title");
  const fields = modal.components.flatMap((component) => fieldsOf(component, hands));
  const problem = h("p", { class: "problem", role: "alert", hidden: true });
  const form = h(
    "form",
    { method: "dialog" },
    h("h2", { id: titleId }, modal.title),
    fields.map((field) => field.element),
    problem,
    h(
      "div",
      { class: "actions" },
      h("button", { class: "button", type: "button", on: { click: () => dialog.close() } }, "Cancel"),
      h("button", { class: "button primary", type: "submit" }, "Submit"),
    ),
  );
  const dialog = h("dialog", { class: "modal", "aria-labelledby": titleId }, form);
  const openedFrom = document.activeElement;
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    void send(modal, fields, dialog, problem, hands);
  });
  dialog.addEventListener("close", () => {
    dialog.remove();
    if (openedFrom?.isConnected) openedFrom.focus();
  });
  document.getElementById("modal-host").append(dialog);
  dialog.showModal();
  fields.find((field) => field.input)?.input.focus();
}

async function send(modal, fields, dialog, problem, hands) {
  const filled = fields.filter((field) => field.input);
  const bad = filled.find((field) => !field.input.reportValidity());
  if (bad || dialog.getAttribute("aria-busy") === "true") return;
  dialog.setAttribute("aria-busy", "true");
  try {
    await hands.submit(modal.interaction, Object.fromEntries(filled.map((field) => [field.customId, field.read()])));
    dialog.close();
  } catch (error) {
    problem.textContent = error.message;
    problem.hidden = false;
  } finally {
    dialog.removeAttribute("aria-busy");
  }
}

function fieldsOf(component, hands) {
  if (component.type === LABEL) return [field(component.component, component, hands)];
  if (component.type === TEXT_DISPLAY) return [{ element: h("div", { class: "prose" }, markdown(component.content, hands.place)) }];
  return component.components.map((one) => field(one, one, hands));
}

function field(spec, wording, hands) {
  const id = freshId("modal-field");
  const control = spec.type === 4 ? textControl(spec, id) : menuControl(spec, id, hands);
  const about = wording.description ? h("p", { class: "about", id: `${id}-about` }, wording.description) : null;
  if (about) control.input.setAttribute("aria-describedby", about.id);
  const optional = spec.required === false ? null : h("span", { class: "required" }, "required");
  const element = h(
    "div",
    { class: "field-box" },
    h("div", { class: "name" }, h("label", { for: id }, wording.label ?? spec.custom_id), optional, control.counter),
    control.input,
    about,
  );
  return { element, customId: spec.custom_id, ...control };
}

function textControl(spec, id) {
  const input = h(spec.style === PARAGRAPH ? "textarea" : "input", {
    id,
    rows: spec.style === PARAGRAPH ? "5" : null,
    placeholder: spec.placeholder,
    minlength: spec.min_length,
    maxlength: spec.max_length,
    required: spec.required !== false,
    value: spec.value ?? "",
    autocomplete: "off",
  });
  const counter = spec.max_length ? h("span", { class: "count-left" }) : null;
  const count = () => counter && (counter.textContent = `${[...input.value].length} / ${spec.max_length}`);
  input.addEventListener("input", count);
  count();
  return { input, counter, read: () => input.value };
}

function menuControl(spec, id, hands) {
  const many = (spec.max_values ?? 1) > 1;
  const options = spec.type in ENTITY_MENUS ? hands.entities(ENTITY_MENUS[spec.type]) : spec.options;
  const input = h(
    "select",
    { id, multiple: many, required: spec.required !== false },
    many ? null : h("option", { value: "" }, spec.placeholder ?? "Choose…"),
    optionElements(options),
  );
  return { input, counter: null, read: () => [...input.selectedOptions].map((option) => option.value).filter(Boolean) };
}
