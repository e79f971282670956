/** Attachments and unfolded links: clips play in place, pictures show, the rest is a file. */

import { h } from "./dom.js";
import { unfoldingLinks } from "./markdown.js";

const SUPPRESS_EMBEDS = 1 << 2;
const MAX_UNFOLDED = 5;

export function mediaOf(message) {
  const attachments = message.attachments.map(attachment);
  const unfolded = message.flags & SUPPRESS_EMBEDS ? [] : videoLinks(message.content).map((url) => clip(url, "Video from a link"));
  const all = [...attachments, ...unfolded];
  return all.length ? h("div", { class: "media" }, all) : null;
}

function videoLinks(text) {
  return unfoldingLinks(text)
    .filter((url) => /\.(mp4|webm)(?:[?#]|$)/i.test(url))
    .slice(0, MAX_UNFOLDED);
}

export function attachment(file) {
  const type = file.content_type ?? "";
  if (type.startsWith("video/")) return clip(file.url, file.description || file.filename);
  if (type.startsWith("image/")) return picture(file.url, file.description || file.filename);
  return h(
    "a",
    { class: "file", href: file.url, download: file.filename },
    h("b", {}, file.filename),
    h("span", {}, sizeText(file.size)),
  );
}

export function picture(url, description) {
  return h("img", { class: "picture", src: url, alt: description ?? "", loading: "lazy" });
}

export function clip(url, description) {
  const video = h("video", { src: url, controls: true, playsinline: true, preload: "metadata", "aria-label": description });
  const figure = h("figure", { class: "clip" }, video);
  video.addEventListener("error", () => figure.replaceChildren(h("figcaption", {}, "This clip can no longer be loaded.")));
  return figure;
}

function sizeText(bytes) {
  if (bytes < 1024) return `${bytes} bytes`;
  if (bytes < 1024 ** 2) return `${Math.round(bytes / 1024)} KB`;
  return `${(bytes / 1024 ** 2).toFixed(1)} MB`;
}
