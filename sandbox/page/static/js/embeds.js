/** Embeds: a titled card with fields. */

import { tint } from "./components.js";
import { h } from "./dom.js";
import { markdown } from "./markdown.js";
import { picture } from "./media.js";

export function embedsOf(embeds, place) {
  return embeds.filter((embed) => (embed.type ?? "rich") === "rich").map((embed) => embedElement(embed, place));
}

function embedElement(embed, place) {
  const prose = (text, tag = "div") => h(tag, { class: "prose" }, markdown(text, place));
  const element = h(
    "article",
    { class: "embed" },
    embed.author?.name ? h("div", {}, embed.author.name) : null,
    embed.title ? h("h4", {}, embed.url ? h("a", { href: embed.url, target: "_blank", rel: "noreferrer noopener" }, embed.title) : embed.title) : null,
    embed.description ? prose(embed.description) : null,
    embed.fields?.length ? h("div", { class: "fields" }, embed.fields.map((field) => fieldElement(field, prose))) : null,
    embed.image ? picture(embed.image.url, embed.title ?? "") : null,
    embed.footer?.text ? h("footer", {}, embed.footer.text) : null,
  );
  tint(element, embed.color);
  return element;
}

function fieldElement(field, prose) {
  return h("div", { class: field.inline ? "field inline" : "field" }, h("b", {}, field.name), prose(field.value));
}
