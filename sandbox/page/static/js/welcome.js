/** The head of the page, and what an empty channel says. */

import { exampleOf } from "./composer.js";
import { h } from "./dom.js";

export function drawTitle(store) {
  const channel = store.channel();
  if (!channel) return;
  const name = document.getElementById("channel-name");
  name.replaceChildren(h("span", { class: "sign", "aria-hidden": "true" }, channel.kind === "direct" ? "@" : "#"), channel.name);
  document.getElementById("channel-topic").textContent = topicOf(store, channel);
  document.title = `${channel.kind === "direct" ? "@" : "#"}${channel.name} · Showreel sandbox`;
}

function topicOf(store, channel) {
  if (channel.topic) return channel.topic;
  if (channel.kind === "direct") return "Between you and the bot";
  const kinds = [channel.age_restricted && "age-restricted", channel.hidden && "hidden from most"].filter(Boolean);
  return [`${store.you.name}’s view of ${store.serverOf().name}`, ...kinds].join(" · ");
}

export function drawWelcome(store, fillExample) {
  const root = document.getElementById("welcome");
  root.hidden = store.messages().length > 0;
  if (root.hidden) return;
  root.replaceChildren(...invitation(store.command("video"), fillExample));
}

function quietPlace() {
  return [
    h("h3", {}, "Nothing here yet"),
    h("p", {}, "What Showreel has for you alone arrives here. Type / to see what it can do in this place."),
  ];
}

function invitation(command, fillExample) {
  if (!command) return quietPlace();
  return [
    h("h3", {}, "Say what you want to see, and a clip appears here"),
    h("p", {}, `Type /${command.label} and a few words, then press Enter. This is a rehearsal: a local Discord, a local Eachlabs, and the real bot between them. Nothing leaves this machine, and the money is play money.`),
    h("button", { class: "try", type: "button", on: { click: fillExample } }, h("span", {}, "Try"), h("code", {}, exampleOf(command))),
  ];
}
