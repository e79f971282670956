/** Discord-flavoured markdown, parsed straight into elements. */

import { h } from "./dom.js";
import { timeElement } from "./times.js";

const URL_PATTERN = /^https?:\/\/[^\s<>]*[^\s<>.,:;"')\]*_~|]/;
const JUMP_PATTERN = /^https?:\/\/(?:\w+\.)?discord\.com\/channels\/(\d+|@me)\/(\d+)(?:\/(\d+))?$/;

/** Each rule: a pattern at the start of the rest, and what it becomes. */
const INLINE_RULES = [
  [/^\\([^a-zA-Z0-9\s])/, (m) => m[1]],
  [/^``([\s\S]+?)``(?!`)/, (m) => h("code", {}, m[1])],
  [/^`([^`\n]+)`/, (m) => h("code", {}, m[1])],
  [/^\|\|([\s\S]+?)\|\|/, (m, place) => spoiler(inline(m[1], place))],
  [/^\*\*\*([\s\S]+?)\*\*\*/, (m, place) => h("strong", {}, h("em", {}, inline(m[1], place)))],
  [/^\*\*((?:\\[\s\S]|[^\\])+?)\*\*(?!\*)/, (m, place) => h("strong", {}, inline(m[1], place))],
  [/^__((?:\\[\s\S]|[^\\])+?)__(?!_)/, (m, place) => h("u", {}, inline(m[1], place))],
  [/^\*(?!\s)((?:\\[\s\S]|[^\\*])+?)\*(?!\*)/, (m, place) => h("em", {}, inline(m[1], place))],
  [/^_((?:\\[\s\S]|[^\\_])+?)_(?![A-Za-z0-9_])/, (m, place) => h("em", {}, inline(m[1], place))],
  [/^~~([\s\S]+?)~~/, (m, place) => h("s", {}, inline(m[1], place))],
  [/^<t:(-?\d{1,13})(?::([tTdDfFR]))?>/, (m) => timeElement(Number(m[1]), m[2] ?? "f")],
  [/^<@!?(\d+)>/, (m, place) => mention(`@${place.userName(m[1])}`)],
  [/^<@&(\d+)>/, (m, place) => mention(`@${place.roleName(m[1])}`)],
  [/^<#(\d+)>/, (m, place) => channelMention(m[1], place)],
  [/^<\/([^:>]+):\d+>/, (m, place) => commandMention(m[1], place)],
  [/^<a?:(\w+):\d+>/, (m) => `:${m[1]}:`],
  [/^@(everyone|here)\b/, (m) => mention(`@${m[1]}`)],
  [/^\[([^\]\n]+)\]\(<?(https?:\/\/[^\s<>)]+)>?(?:\s+"[^"]*")?\)/, (m, place) => link(m[2], inline(m[1], place), place)],
  [/^<(https?:\/\/[^\s<>]+)>/, (m, place) => link(m[1], m[1], place)],
  [URL_PATTERN, (m, place) => link(m[0], m[0], place)],
];

/** Text up to the next character that may begin a rule. */
const PLAIN_PATTERN = /^(?:[^\\`|*_~<@[h]+|h(?!ttps?:\/\/)|[\s\S])/;

/**
 * @param {string} text
 * @param place names of users, roles and channels, and how to follow a jump or a command:
 *   {userName, roleName, channelName, jump(channelId, messageId), useCommand(name),
 *   commandLabel(name)}
 */
export function markdown(text, place) {
  const fragment = document.createDocumentFragment();
  const parts = text.split("```");
  for (const [index, part] of parts.entries()) {
    // Odd parts stand between two fences; an unclosed fence is ordinary text.
    const odd = index % 2 === 1;
    if (odd && index < parts.length - 1) fragment.append(codeBlock(part));
    else blocks(fragment, odd ? `\`\`\`${part}` : part.replace(index ? /^\n/ : /^$/, ""), place);
  }
  return fragment;
}

/** The same text without its marks, for excerpts and announcements. */
export function plainText(text, place) {
  const holder = h("div", {}, markdown(text, place));
  for (const hidden of holder.querySelectorAll(".spoiler")) hidden.replaceWith("(spoiler)");
  return holder.textContent.replace(/\s+/g, " ").trim();
}

/** The parts of a text that are covered until they are pressed. */
export const spoilersOf = (text) => text.match(/\|\|[\s\S]+?\|\|/g) ?? [];

/** The plain links of a text that Discord would unfold: <link> and masked ones are not. */
export function unfoldingLinks(text) {
  const found = text.replace(/\[[^\]]*\]\([^)]*\)|```[\s\S]*?```|`[^`]*`/g, " ").match(/(?<!<)https?:\/\/[^\s<>)|]+/g);
  return [...new Set(found ?? [])];
}

function codeBlock(source) {
  return h("pre", { tabindex: "0" }, h("code", {}, source.replace(/^[a-z0-9+-]*\n/i, "").replace(/\n$/, "")));
}

function blocks(fragment, text, place) {
  const lines = text.split("\n");
  let plain = [];
  const flush = () => {
    if (plain.length) fragment.append(...inline(plain.join("\n"), place));
    plain = [];
  };
  for (let index = 0; index < lines.length; index += 1) {
    const taken = block(lines, index, place);
    if (!taken) {
      plain.push(lines[index]);
      continue;
    }
    flush();
    fragment.append(taken.element);
    index += taken.count - 1;
  }
  flush();
}

function block(lines, index, place) {
  const line = lines[index];
  const heading = /^(#{1,3}) +(.+)/.exec(line);
  if (heading) return { element: h(`h${heading[1].length + 2}`, {}, inline(heading[2], place)), count: 1 };
  const small = /^-# +(.+)/.exec(line);
  if (small) return { element: h("div", {}, h("small", {}, inline(small[1], place))), count: 1 };
  return (
    run(lines, index, /^> ?(.*)$/, (found) => h("blockquote", {}, inline(found.join("\n"), place))) ??
    run(lines, index, /^\s*[-*] +(.+)$/, (found) => h("ul", {}, found.map((item) => h("li", {}, inline(item, place))))) ??
    run(lines, index, /^\s*\d+\. +(.+)$/, (found) => h("ol", {}, found.map((item) => h("li", {}, inline(item, place)))))
  );
}

/** Neighbouring lines of one shape become one element. */
function run(lines, index, pattern, build) {
  const found = [];
  while (index + found.length < lines.length) {
    const match = pattern.exec(lines[index + found.length]);
    if (!match) break;
    found.push(match[1]);
  }
  return found.length ? { element: build(found), count: found.length } : null;
}

function inline(text, place) {
  const nodes = [];
  let plain = "";
  let rest = text;
  while (rest) {
    const [node, length] = firstRule(rest, plain, place);
    if (node == null) {
      plain += rest.slice(0, length);
    } else {
      if (plain) nodes.push(plain);
      plain = "";
      nodes.push(node);
    }
    rest = rest.slice(length);
  }
  if (plain) nodes.push(plain);
  return nodes;
}

function firstRule(rest, before, place) {
  // snake_case keeps its underscores.
  const insideWord = rest[0] === "_" && /\w$/.test(before);
  if (!insideWord) {
    for (const [pattern, build] of INLINE_RULES) {
      const match = pattern.exec(rest);
      if (match) return [build(match, place), match[0].length];
    }
  }
  return [null, PLAIN_PATTERN.exec(rest)[0].length];
}

function spoiler(children) {
  const button = h("button", { class: "spoiler", type: "button", "aria-pressed": "false", "aria-label": "Spoiler, press to show" }, children);
  button.addEventListener("click", () => {
    button.setAttribute("aria-pressed", "true");
    button.removeAttribute("aria-label");
  });
  return button;
}

function mention(text) {
  return h("span", { class: "mention" }, text);
}

function channelMention(id, place) {
  return h("button", { class: "mention", type: "button", on: { click: () => place.jump(id, null) } }, `#${place.channelName(id)}`);
}

function commandMention(name, place) {
  return h("button", { class: "mention", type: "button", on: { click: () => place.useCommand(name) } }, `/${place.commandLabel(name)}`);
}

function link(url, children, place) {
  const jump = JUMP_PATTERN.exec(url);
  if (!jump) return h("a", { href: url, target: "_blank", rel: "noreferrer noopener" }, children);
  const label = children === url ? jumpLabel(jump, place) : children;
  const follow = (event) => {
    event.preventDefault();
    place.jump(jump[2], jump[3] ?? null);
  };
  return h("a", { href: url, on: { click: follow } }, label);
}

function jumpLabel([, , channelId, messageId], place) {
  const channel = `#${place.channelName(channelId)}`;
  return messageId ? `${channel} › message` : channel;
}
