/** One message, as a list item whose parts change only when what they show has changed. */

import { avatar, nameOf } from "./avatar.js";
import { componentsOf } from "./components.js";
import { h, icon } from "./dom.js";
import { embedsOf } from "./embeds.js";
import { markdown, plainText } from "./markdown.js";
import { isSpoiler, mediaOf } from "./media.js";
import { clockTime } from "./times.js";

const COMPONENTS_V2 = 1 << 15;
const REPLY = 19;
const EYE = "M2 10s3-5 8-5 8 5 8 5-3 5-8 5-8-5-8-5zM10 12.2a2.2 2.2 0 1 0 0-4.4 2.2 2.2 0 0 0 0 4.4z";

/** What a screen reader hears of a message that arrives. */
export function spokenText(message, place) {
  const files = message.attachments.map((file) => (isSpoiler(file) ? "a spoiler" : file.description || file.filename)).join(", ");
  return [nameOf(message.author), plainText(message.content, place), files].filter(Boolean).join(": ");
}

/** The parts in their order; each names what it depends on, so a playing clip survives an edit. */
const PARTS = [
  { name: "avatar", of: (m) => [m.author.id], build: (m) => avatar(m.author) },
  { name: "context", of: (m) => [m.referenced_message, m.interaction_metadata], build: context },
  { name: "byline", of: (m, shown) => [shown.first, m.author.id, m.timestamp], build: byline },
  { name: "prose", of: (m, shown) => [m.content, m.edited_timestamp, m.flags, shown.place.languageOf(m)], build: prose },
  { name: "media", of: (m) => [m.attachments, m.flags, m.content.match(/https?:\S+/g)], build: (m) => (m.flags & COMPONENTS_V2 ? null : mediaOf(m)) },
  { name: "embeds", of: (m) => [m.embeds], build: (m, shown) => wrapEmbeds(embedsOf(m.embeds, shown.place)) },
  { name: "components", of: (m) => [m.components], build: (m, shown) => componentsOf(m.components, shown.controls(m)) },
  { name: "note", of: (m) => [m.ephemeral], build: onlyYouNote },
  { name: "tools", of: (m, shown) => [shown.canRemove(m)], build: tools },
];

/**
 * Makes `item` show `message`.
 * @param shown {first, pingsYou, place, controls(message), canRemove(message), dismiss, remove, jump}
 */
export function showMessage(item, message, shown) {
  item.id = `message-${message.id}`;
  item.classList.add("message");
  item.classList.toggle("first", shown.first);
  item.classList.toggle("pings-you", shown.pingsYou);
  item.classList.toggle("only-you", message.ephemeral);
  item.parts ??= new Map();
  const focused = item.contains(document.activeElement) ? document.activeElement : null;
  let before = null;
  for (const part of PARTS) before = refreshPart(item, part, message, shown, before);
  if (focused && !item.contains(document.activeElement)) keepPlace(item, focused.dataset.customId);
}

/** A button that was pressed and went away must not take the reader's place with it. */
function keepPlace(item, customId) {
  const again = customId && item.querySelector(`[data-custom-id="${CSS.escape(customId)}"]`);
  if (again) {
    again.focus();
    return;
  }
  item.tabIndex = -1;
  item.focus({ preventScroll: true });
}

function refreshPart(item, part, message, shown, before) {
  const held = item.parts.get(part.name);
  const signature = JSON.stringify(part.of(message, shown));
  if (held?.signature === signature) return held.element ?? before;
  const element = part.build(message, shown);
  if (held?.element && element) held.element.replaceWith(element);
  else if (held?.element) held.element.remove();
  else if (element && before) before.after(element);
  else if (element) item.prepend(element);
  item.parts.set(part.name, { signature, element });
  return element ?? before;
}

function context(message, shown) {
  if (message.type === REPLY) return replyLine(message.referenced_message, shown);
  const used = message.interaction_metadata;
  if (!used?.name || !used.user) return null;
  return h("p", { class: "context" }, h("b", {}, nameOf(used.user)), ` used /${shown.place.commandLabel(used.name)}`);
}

function replyLine(original, shown) {
  if (!original) return h("p", { class: "context" }, "↳ the message it replies to was deleted");
  const excerpt = plainText(original.content, shown.place) || "a message";
  return h(
    "p",
    { class: "context" },
    h("span", { "aria-hidden": "true" }, "↳"),
    h("b", {}, nameOf(original.author)),
    h("button", { type: "button", title: "Go to that message", on: { click: () => shown.jump(original.channel_id, original.id) } }, excerpt),
  );
}

function byline(message, shown) {
  if (!shown.first) return h("span", { class: "visually-hidden" }, nameOf(message.author));
  return h(
    "p",
    { class: "byline" },
    h("b", {}, nameOf(message.author)),
    message.author.bot ? h("span", { class: "bot-tag" }, "bot") : null,
    clockTime(message.timestamp),
  );
}

function prose(message, shown) {
  if (message.thinking) return h("p", { class: "thinking" }, `${nameOf(message.author)} is working on it`);
  if (!message.content) return null;
  const edited = message.edited_timestamp ? [" ", h("span", { class: "edited" }, "(edited)")] : [];
  const lang = message.author.bot ? shown.place.languageOf(message) : null;
  return h("div", { class: "prose", lang }, markdown(message.content, shown.place), message.author.bot ? [] : edited);
}

function wrapEmbeds(embeds) {
  return embeds.length ? h("div", {}, embeds) : null;
}

function onlyYouNote(message, shown) {
  if (!message.ephemeral) return null;
  return h(
    "p",
    { class: "only-you-note" },
    icon(EYE),
    "Only you can see this.",
    h("button", { type: "button", on: { click: () => shown.dismiss(message) } }, "Dismiss"),
  );
}

function tools(message, shown) {
  if (!shown.canRemove(message)) return null;
  return h(
    "div",
    { class: "message-tools" },
    h("button", { type: "button", "aria-label": "Delete this message", on: { click: () => shown.remove(message) } }, "Delete"),
  );
}
