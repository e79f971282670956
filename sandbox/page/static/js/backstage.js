/** Backstage: how fast time runs, what is spent, and what goes wrong on purpose. */

import { h, icon } from "./dom.js";
import { LanguageMenu } from "./language-menu.js";

const CROSS = "M5 5l10 10M15 5L5 15";
const SEND_DELAY_MS = 150;

/** @param hands {setSpeed(value), setFault(service, name, on), speakInServer(server, language)} */
export function mountBackstage(store, hands) {
  const panel = document.getElementById("backstage");
  const opener = document.getElementById("open-backstage");
  const body = h("div", { class: "backstage-body" });
  const dial = speedDial(hands);
  const money = h("section", {});
  const window_ = h("section", {});
  const faults = h("section", {});
  const language = serverLanguage(store, hands);
  body.append(dial.element, money, window_, language.element, faults);
  panel.append(
    h(
      "header",
      { class: "backstage-head" },
      h("h2", { id: "backstage-title" }, "Backstage"),
      h("button", { class: "icon-button", type: "button", "aria-label": "Close Backstage", on: { click: () => toggle(false) } }, icon(CROSS)),
    ),
    body,
  );

  function toggle(open) {
    panel.hidden = !open;
    opener.setAttribute("aria-expanded", String(open));
    if (open) panel.querySelector("input")?.focus();
    else opener.focus();
  }

  opener.addEventListener("click", () => toggle(panel.hidden));
  panel.addEventListener("keydown", (event) => event.key === "Escape" && toggle(false));
  store.on("places channel", () => language.show());
  store.on("backstage", () => {
    const { speed, spend, window: requests, faults: list } = store.backstage;
    dial.show(speed);
    drawMoney(money, spend);
    drawWindow(window_, requests);
    drawFaults(faults, list, hands);
  });
}

/** What the bot says to everybody in a server is in the server's language. */
function serverLanguage(store, hands) {
  const menu = new LanguageMenu({ choose: (language) => hands.speakInServer(store.serverOf().id, language) });
  const element = h("section", {}, h("h3", {}, "Language"), menu.element, h("p", { class: "note" }, "Public messages are in it. What only one person sees is in theirs."));
  return {
    element,
    show() {
      const server = store.serverOf();
      element.hidden = !server;
      if (server) menu.show(`${server.name} speaks`, store.languages, server.locale);
    },
  };
}

/** The dial runs in powers, so that slow and fast are equally easy to set. */
function speedDial(hands) {
  const input = h("input", { type: "range", min: "0", max: "100", step: "1", id: "speed", "aria-describedby": "speed-note" });
  const said = h("output", { for: "speed" });
  let top = 1;
  let timer = null;
  const chosen = () => Math.max(1, Math.round(top ** (Number(input.value) / 100)));
  const say = (factor, clipS) => {
    said.textContent = factor === 1 ? `Real time: a clip takes about ${duration(clipS)}` : `${factor}x: a clip takes about ${duration(clipS)}`;
    input.setAttribute("aria-valuetext", said.textContent);
  };
  let realClipS = 0;
  input.addEventListener("input", () => {
    const factor = chosen();
    say(factor, realClipS / factor);
    clearTimeout(timer);
    timer = setTimeout(() => hands.setSpeed(factor).finally(() => (timer = null)), SEND_DELAY_MS);
  });
  const element = h(
    "section",
    { class: "dial" },
    h("h3", {}, h("label", { for: "speed" }, "Time-lapse")),
    input,
    said,
    h("p", { class: "note", id: "speed-note" }, "Only the making of clips is sped up. Discord keeps its own deadlines."),
  );
  return {
    element,
    show({ value, max, clip_s: clipS }) {
      top = max;
      realClipS = clipS * value;
      if (timer) return; // what is just being chosen must not jump back
      input.value = String(Math.round((100 * Math.log(value)) / Math.log(max)));
      say(Math.round(value), clipS);
    },
  };
}

export function duration(seconds) {
  if (seconds < 1) return "a second";
  if (seconds < 90) return `${Math.round(seconds)} s`;
  return `${Math.round(seconds / 60)} minutes`;
}

function figures(pairs) {
  return h("dl", { class: "figures" }, pairs.map(([name, value]) => [h("dt", {}, name), h("dd", {}, value)]));
}

const dollars = (amount) => `$${Number(amount).toFixed(2)}`;

function drawMoney(root, spend) {
  root.replaceChildren(
    h("h3", {}, "Play money"),
    figures([
      ["Charged so far", dollars(spend.usd)],
      ["Clips charged", String(spend.clips)],
      ["Balance left", dollars(spend.balance_usd)],
    ]),
  );
}

function drawWindow(root, requests) {
  root.replaceChildren(
    h("h3", {}, "Requests to Eachlabs"),
    figures([
      [`In the last ${Number(requests.seconds.toFixed(1))} s`, `${requests.used} of ${requests.limit}`],
      ["Clips in the making", String(requests.running)],
    ]),
    h("progress", { class: "gauge", max: requests.limit, value: Math.min(requests.used, requests.limit), "aria-label": "Share of the request budget in use" }),
  );
}

function drawFaults(root, list, hands) {
  const focused = root.contains(document.activeElement) ? document.activeElement.dataset.key : null;
  const shape = JSON.stringify(list);
  if (root.dataset.shape === shape) return;
  root.dataset.shape = shape;
  const open = new Set([...root.querySelectorAll("details[open]")].map((details) => details.dataset.group));
  const groups = Map.groupBy ? Map.groupBy(list, (fault) => fault.group) : groupBy(list);
  root.replaceChildren(
    h("h3", {}, "What goes wrong"),
    h("p", { class: "note" }, "Each stays on until you switch it off."),
    ...[...groups].map(([group, faults]) => faultGroup(group, faults, open.has(group), hands)),
  );
  if (focused) root.querySelector(`[data-key="${CSS.escape(focused)}"]`)?.focus();
}

function groupBy(list) {
  const groups = new Map();
  for (const fault of list) groups.set(fault.group, [...(groups.get(fault.group) ?? []), fault]);
  return groups;
}

function faultGroup(group, faults, isOpen, hands) {
  const on = faults.filter((fault) => fault.on).length;
  return h(
    "details",
    { class: "faults", open: isOpen, dataset: { group } },
    h("summary", {}, group, on ? h("span", { class: "count" }, `${on} on`) : null),
    faults.map((fault) => faultSwitch(fault, hands)),
  );
}

function faultSwitch(fault, hands) {
  const input = h("input", { type: "checkbox", role: "switch", dataset: { key: `${fault.service}/${fault.name}` } });
  input.checked = fault.on;
  input.addEventListener("change", () => hands.setFault(fault.service, fault.name, input.checked));
  return h("label", { class: "fault" }, h("span", { class: "switch" }, input), h("b", {}, fault.title), fault.about ? h("span", {}, fault.about) : null);
}
