/** Attachments and unfolded links: clips play in place, pictures show, the rest is a file. */

import { h } from "./dom.js";
import { spoilersOf, unfoldingLinks } from "./markdown.js";

const SUPPRESS_EMBEDS = 1 << 2;
const MAX_UNFOLDED = 5;
const SPOILER_PREFIX = "SPOILER_";
const COVERED_NAMES = { video: "video", image: "picture" };

export function mediaOf(message) {
  const attachments = message.attachments.map(attachment);
  const unfolded = message.flags & SUPPRESS_EMBEDS ? [] : videoLinks(message.content).map(unfold);
  const all = [...attachments, ...unfolded];
  return all.length ? h("div", { class: "media" }, all) : null;
}

function videoLinks(text) {
  return unfoldingLinks(text)
    .filter((url) => /\.(mp4|webm)(?:[?#]|$)/i.test(url))
    .slice(0, MAX_UNFOLDED)
    .map((url) => ({ url, isSpoiler: spoilersOf(text).some((part) => part.includes(url)) }));
}

function unfold({ url, isSpoiler }) {
  const show = () => clip(url, "Video from a link");
  return isSpoiler ? covered("video", show) : show();
}

const KINDS = { video: clipOf, image: pictureOf };

export const isSpoiler = (file) => file.filename.startsWith(SPOILER_PREFIX);

export function attachment(file) {
  const kind = (file.content_type ?? "").split("/")[0];
  const show = () => (KINDS[kind] ?? fileOf)(file);
  return isSpoiler(file) ? covered(COVERED_NAMES[kind] ?? "file", show) : show();
}

function clipOf(file) {
  return clip(file.url, file.description || file.filename);
}

function pictureOf(file) {
  return picture(file.url, file.description || file.filename);
}

function fileOf(file) {
  return h(
    "a",
    { class: "file", href: file.url, download: file.filename },
    h("b", {}, file.filename),
    h("span", {}, sizeText(file.size)),
  );
}

/** A press opens it in full: what fits a phone's width is too small to read there. */
export function picture(url, description) {
  const image = h("img", { class: "picture", src: url, alt: description || "Picture", loading: "lazy" });
  return h("a", { class: "whole-picture", href: url, target: "_blank", rel: "noreferrer noopener" }, image);
}

/** What is behind a cover is not even loaded before somebody asks for it. */
export function covered(kind, show) {
  const button = h("button", { class: "cover", type: "button", "aria-label": `Spoiler: a ${kind}. Press to show it` }, h("b", {}, "Spoiler"), h("span", {}, `Press to show the ${kind}`));
  button.addEventListener("click", () => {
    const shown = show();
    button.replaceWith(shown);
    const reached = shown.matches("a") ? shown : shown.querySelector("a, video");
    reached?.focus();
  });
  return button;
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
