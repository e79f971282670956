/** What a bot may put under or into a message: buttons, menus, and the layout blocks. */

import { whileBusy } from "./busy.js";
import { h } from "./dom.js";
import { markdown } from "./markdown.js";
import { attachment, clip, covered, picture } from "./media.js";
import { menuElement } from "./menus.js";

const BUTTON_CLASS = { 1: "primary", 3: "success", 4: "danger" };

/**
 * @param components the message's component tree
 * @param stage what they may do: {place, files, press(customId), choose(customId, values), entities(kind)}
 */
export function componentsOf(components, stage) {
  if (!components.length) return null;
  return h("div", { class: "components" }, components.map((component) => build(component, stage)));
}

const BUILDERS = {
  1: (row, stage) => h("div", { class: "row" }, row.components.map((one) => build(one, stage))),
  2: button,
  3: menuElement,
  5: menuElement,
  6: menuElement,
  7: menuElement,
  8: menuElement,
  9: section,
  10: (text, stage) => h("div", { class: "prose" }, markdown(text.content, stage.place)),
  11: (thumbnail, stage) => picture(resolve(thumbnail.media, stage), thumbnail.description),
  12: (gallery, stage) => h("div", { class: "media" }, gallery.items.map((item) => galleryItem(item, stage))),
  13: (file, stage) => fileBlock(file, stage),
  14: (separator) => (separator.divider === false ? null : h("hr")),
  17: container,
};

function build(component, stage) {
  return BUILDERS[component.type]?.(component, stage) ?? null;
}

function button(spec, stage) {
  const label = [spec.emoji?.name && !spec.emoji.id ? spec.emoji.name : null, spec.label].filter(Boolean).join(" ");
  if (spec.style === 5) return h("a", { class: "button", href: spec.url, target: "_blank", rel: "noreferrer noopener" }, label, " ↗");
  const element = h(
    "button",
    {
      class: `button ${BUTTON_CLASS[spec.style] ?? ""}`,
      type: "button",
      disabled: spec.disabled,
      dataset: { customId: spec.custom_id },
    },
    label,
  );
  element.addEventListener("click", () => whileBusy(element, () => stage.press(spec.custom_id)));
  return element;
}

function section(spec, stage) {
  return h(
    "div",
    { class: "aside" },
    h("div", {}, spec.components.map((one) => build(one, stage))),
    spec.accessory ? build(spec.accessory, stage) : null,
  );
}

function container(spec, stage) {
  const element = h("div", { class: "container" }, spec.components.map((one) => build(one, stage)));
  tint(element, spec.accent_color);
  return element;
}

export function tint(element, colour) {
  if (colour) element.style.setProperty("--embed", `#${colour.toString(16).padStart(6, "0")}`);
}

function galleryItem(item, stage) {
  const url = resolve(item.media, stage);
  const isClip = /\.(mp4|webm)(?:[?#]|$)/i.test(url);
  const show = () => (isClip ? clip(url, item.description || "Video") : picture(url, item.description));
  return item.spoiler ? covered(isClip ? "video" : "picture", show) : show();
}

function fileBlock(spec, stage) {
  const name = spec.file.url.replace("attachment://", "");
  const file = stage.files.find((one) => one.filename === name);
  return file ? attachment(file) : null;
}

/** attachment://name stands for a file that came with the message. */
function resolve(media, stage) {
  const name = media.url.replace("attachment://", "");
  return stage.files.find((one) => one.filename === name)?.url ?? media.url;
}
