/** Small helpers for building elements. Text always goes in as text, never as HTML. */

/**
 * h("button", {class: "x", on: {click: fn}, "aria-label": "Go"}, "Go")
 * Children that are null, undefined or false are left out, so conditions can stand inline.
 */
export function h(tag, props = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(props)) setProperty(element, name, value);
  element.append(...children.flat(Infinity).filter((child) => child != null && child !== false));
  return element;
}

function setProperty(element, name, value) {
  if (value == null || value === false) return;
  if (name === "on") {
    for (const [event, listener] of Object.entries(value)) element.addEventListener(event, listener);
  } else if (name === "dataset") {
    Object.assign(element.dataset, value);
  } else if (name === "value") {
    element.value = value;
  } else {
    element.setAttribute(name === "class" ? "class" : name, value === true ? "" : value);
  }
}

const SVG = "http://www.w3.org/2000/svg";

/** A line icon from path data; the style sheets give it its stroke. */
export function icon(pathData, viewBox = "0 0 20 20") {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", viewBox);
  svg.setAttribute("aria-hidden", "true");
  const path = document.createElementNS(SVG, "path");
  path.setAttribute("d", pathData);
  svg.append(path);
  return svg;
}

let lastId = 0;

/** An id that is unique in this document, for labels and descriptions. */
export function freshId(prefix) {
  lastId += 1;
  return `${prefix}-${lastId}`;
}

/** Focuses what matches, if it is there. */
export function focusFirst(root, selector) {
  const element = root.querySelector(selector);
  element?.focus();
  return Boolean(element);
}
