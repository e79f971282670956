/** The head of the page, and what an empty channel says. */

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
  return `${store.you.name}’s view of ${store.serverOf().name}`;
}

export function drawWelcome(store, fillExample) {
  const root = document.getElementById("welcome");
  const empty = store.messages().length === 0;
  root.hidden = !empty;
  if (!empty || root.childElementCount) return;
  root.append(
    h("h3", {}, "Say what you want to see, and a clip appears here"),
    h("p", {}, "Type /video and a few words, then press Enter. This is a rehearsal: a local Discord, a local Eachlabs, and the real bot between them. Nothing leaves this machine, and the money is play money."),
    h("button", { class: "try", type: "button", on: { click: fillExample } }, h("span", {}, "Try"), h("code", {}, "/video a red fox crosses a snowy road at dawn")),
  );
}
