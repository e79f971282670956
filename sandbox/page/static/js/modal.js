/** A form that the bot opens over the page. */

import { freshId, h } from "./dom.js";
import { markdown } from "./markdown.js";
import { modalField } from "./modal-fields.js";

const TEXT_DISPLAY = 10;
const LABEL = 18;
const FILE_UPLOAD = 19;

/**
 * @param modal as the bot sent it
 * @param hands {place, entities(kind), submit(interaction, values)}
 * @param giveBack puts the focus where it was when the bot was asked for the form
 */
export function openModal(modal, hands, giveBack) {
  const titleId = freshId("modal-title");
  const parts = modal.components.flatMap((component) => partsOf(component, hands));
  const problem = h("p", { class: "problem", role: "alert", hidden: true });
  const form = h(
    "form",
    { method: "dialog", novalidate: true },
    h("h2", { id: titleId }, modal.title),
    parts.map((part) => part.element),
    problem,
    h(
      "div",
      { class: "actions" },
      h("button", { class: "button", type: "button", on: { click: () => dialog.close() } }, "Cancel"),
      h("button", { class: "button primary", type: "submit" }, "Submit"),
    ),
  );
  const dialog = h("dialog", { class: "modal", "aria-labelledby": titleId }, form);
  const fields = parts.filter((part) => part.read);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    void send(modal, fields, dialog, problem, hands);
  });
  dialog.addEventListener("close", () => {
    dialog.remove();
    giveBack();
  });
  document.getElementById("modal-host").append(dialog);
  dialog.showModal();
  fields[0]?.focus();
}

async function send(modal, fields, dialog, problem, hands) {
  if (dialog.getAttribute("aria-busy") === "true" || !check(fields)) return;
  dialog.setAttribute("aria-busy", "true");
  problem.hidden = true;
  try {
    await hands.submit(modal.interaction, Object.fromEntries(fields.map((field) => [field.customId, field.read()])));
    dialog.close();
  } catch (error) {
    problem.textContent = error.message;
    problem.hidden = false;
    problem.scrollIntoView({ block: "nearest" });
  } finally {
    dialog.removeAttribute("aria-busy");
  }
}

/** Says at each field what is wrong with it, and goes to the first of them. */
function check(fields) {
  const bad = fields.filter((field) => !field.check());
  bad[0]?.focus();
  return bad.length === 0;
}

/** A label holds one field; a row, as older forms have it, holds fields with labels of their own. */
function partsOf(component, hands) {
  if (component.component?.type === FILE_UPLOAD) return [{ element: h("p", { class: "about" }, `${component.label}: the sandbox takes no files here.`) }];
  if (component.type === LABEL) return [modalField(component.component, component, hands)];
  if (component.type === TEXT_DISPLAY) return [{ element: h("div", { class: "prose" }, markdown(component.content, hands.place)) }];
  return component.components.map((one) => modalField(one, one, hands));
}
