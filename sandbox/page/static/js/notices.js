/** A short note at the foot of the page, for what did not work. */

import { h } from "./dom.js";

const STAYS_MS = 8_000;

export function complain(sentence) {
  const notice = h("div", { class: "notice" }, h("span", {}, sentence), h("button", { type: "button", on: { click: () => notice.remove() } }, "Close"));
  document.getElementById("notices").append(notice);
  setTimeout(() => notice.remove(), STAYS_MS);
}
