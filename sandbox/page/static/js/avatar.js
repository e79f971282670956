/** Faces: a person's initial on a tint of their own, and Showreel's mark for the bot. */

import { h } from "./dom.js";

const TINTS = 5;

export function avatar(user, size = "") {
  if (user.bot) return h("span", { class: `avatar mark ${size}`, "aria-hidden": "true" }, h("img", { src: "/static/mark.svg", alt: "" }));
  const name = nameOf(user);
  return h("span", { class: `avatar ${size} tint-${tintOf(user)}`, "aria-hidden": "true" }, name.slice(0, 1).toUpperCase());
}

export function nameOf(user) {
  return user.name ?? user.global_name ?? user.username;
}

/** The people one can be get a tint each; anybody else takes one by name. */
const known = new Map();

export function rememberPeople(people) {
  people.forEach((person, index) => known.set(person.id, index % TINTS));
}

function tintOf(user) {
  return known.get(user.id) ?? nameOf(user).length % TINTS;
}
