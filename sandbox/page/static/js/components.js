/** What a bot may put under or into a message: buttons, menus, and the layout blocks. */

import { h } from "./dom.js";
import { markdown } from "./markdown.js";
import { attachment, clip, picture } from "./media.js";

const BUTTON_CLASS = { 1: "primary", 3: "success", 4: "danger" };
const ENTITY_MENUS = { 5: "users", 6: "roles", 7: "everyone", 8: "channels" };

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
  3: (menu, stage) => menuElement(menu, menu.options, stage),
  9: section,
  10: (text, stage) => h("div", { class: "prose" }, markdown(text.content, stage.place)),
  11: (thumbnail, stage) => picture(resolve(thumbnail.media, stage), thumbnail.description),
  12: (gallery, stage) => h("div", { class: "media" }, gallery.items.map((item) => galleryItem(item, stage))),
  13: (file, stage) => fileBlock(file, stage),
  14: (separator) => (separator.divider === false ? null : h("hr")),
  17: container,
};

function build(component, stage) {
  if (component.type in ENTITY_MENUS) {
    return menuElement(component, stage.entities(ENTITY_MENUS[component.type]), stage);
  }
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

/** A second press while the first one waits would be a second interaction. */
async function whileBusy(element, action) {
  if (element.getAttribute("aria-busy") === "true") return;
  element.setAttribute("aria-busy", "true");
  try {
    await action();
  } finally {
    element.removeAttribute("aria-busy");
  }
}

export function optionElements(options) {
  return options.map((option) =>
    h("option", { value: option.value, selected: option.default }, option.description ? `${option.label} – ${option.description}` : option.label),
  );
}

function menuElement(menu, options, stage) {
  const many = (menu.max_values ?? 1) > 1;
  const element = h(
    "select",
    {
      class: "choice",
      disabled: menu.disabled,
      multiple: many,
      "aria-label": menu.placeholder || "Choose",
      dataset: { customId: menu.custom_id },
    },
    many ? null : h("option", { value: "", disabled: true, selected: !options.some((one) => one.default) }, menu.placeholder || "Choose…"),
    optionElements(options),
  );
  element.addEventListener("change", () => {
    const values = [...element.selectedOptions].map((option) => option.value).filter(Boolean);
    if (values.length >= (menu.min_values ?? 1)) void whileBusy(element, () => stage.choose(menu.custom_id, values));
  });
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
  return /\.(mp4|webm)(?:[?#]|$)/i.test(url) ? clip(url, item.description || "Video") : picture(url, item.description);
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
