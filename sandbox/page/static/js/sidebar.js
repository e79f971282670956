/** Servers, channels and the people one can be, with marks for what is unread. */

import { avatar } from "./avatar.js";
import { h } from "./dom.js";
import { LanguageMenu } from "./language-menu.js";

/** @param hands {openChannel(id), bePerson(id), speak(language)} */
export function mountSidebar(store, hands) {
  const servers = document.getElementById("servers");
  const channels = document.getElementById("channels");
  const people = document.getElementById("people");
  const language = new LanguageMenu({ choose: hands.speak });
  people.after(language.element);
  const draw = () => {
    keepingFocus(servers, () => drawServers(servers, store, hands));
    keepingFocus(channels, () => drawChannels(channels, store, hands));
    keepingFocus(people, () => drawPeople(people, store, hands));
    if (store.you) language.show(`${store.you.name} reads`, store.languages, store.you.locale);
    document.querySelector("#open-house .mark-dot").hidden = !anyPing(store);
  };
  store.on("places channel unread people", draw);
}

/** Redrawing must not throw a keyboard user out of the list. */
function keepingFocus(root, draw) {
  const key = root.contains(document.activeElement) ? document.activeElement.dataset.key : null;
  draw();
  if (key) root.querySelector(`[data-key="${CSS.escape(key)}"]`)?.focus();
}

function anyPing(store) {
  const here = store.allChannels().some((channel) => store.unread(channel.id).pings > 0);
  return here || store.people.some((person) => store.pingsFor(person.id) > 0);
}

function countBadge(count) {
  return count ? h("span", { class: "count" }, count, h("span", { class: "visually-hidden" }, count === 1 ? " mention" : " mentions")) : null;
}

const pingsIn = (store, channels) => channels.reduce((sum, channel) => sum + store.unread(channel.id).pings, 0);

function drawServers(root, store, hands) {
  const current = store.serverOf();
  const entries = [
    ...store.servers.map((server) => ({ ...server, short: initials(server.name), here: server === current })),
    { id: "direct", name: "Direct messages", short: "DM", channels: store.direct, here: !current && Boolean(store.channel()) },
  ].filter((entry) => entry.channels.length);
  root.replaceChildren(
    ...entries.map((entry) =>
      h(
        "button",
        {
          class: "server",
          type: "button",
          title: entry.name,
          "aria-label": entry.name,
          "aria-current": entry.here ? "true" : null,
          dataset: { key: entry.id },
          on: { click: () => hands.openChannel(entry.channels[0].id) },
        },
        entry.short,
        countBadge(pingsIn(store, entry.channels)),
      ),
    ),
  );
}

const initials = (name) => name.split(/\s+/).map((word) => word[0]).join("").slice(0, 2).toUpperCase();

function drawChannels(root, store, hands) {
  const server = store.serverOf();
  document.getElementById("server-name").textContent = server?.name ?? "Direct messages";
  const shown = server ? server.channels : store.direct;
  root.replaceChildren(h("h3", {}, server ? "Channels" : "With"), h("ul", {}, shown.map((channel) => h("li", {}, channelButton(channel, store, hands)))));
}

function channelButton(channel, store, hands) {
  const here = channel.id === store.channelId;
  const { messages, pings } = store.unread(channel.id);
  return h(
    "button",
    {
      class: messages ? "channel unread" : "channel",
      type: "button",
      "aria-current": here ? "page" : null,
      dataset: { key: channel.id },
      on: { click: () => hands.openChannel(channel.id) },
    },
    h("span", { class: "sign", "aria-hidden": "true" }, channel.kind === "direct" ? "@" : "#"),
    h("span", { class: "label" }, channel.name),
    channel.hidden ? h("span", { class: "kind" }, "hidden") : null,
    channel.age_restricted ? h("span", { class: "kind", title: "Age-restricted" }, "18+") : null,
    messages && !pings ? h("span", { class: "visually-hidden" }, "unread") : null,
    countBadge(pings),
  );
}

function drawPeople(root, store, hands) {
  const rows = store.people.map((person) => {
    const input = h("input", { type: "radio", name: "person", value: person.id, dataset: { key: person.id } });
    input.checked = person.id === store.you?.id;
    input.addEventListener("change", () => hands.bePerson(person.id));
    // Who one is already is no change, and yet a choice.
    input.addEventListener("click", () => person.id === store.you?.id && hands.stay());
    return h(
      "label",
      { class: "person" },
      input,
      avatar(person, "small"),
      h("span", { class: "who" }, h("b", {}, person.name), h("span", {}, person.note)),
      countBadge(store.pingsFor(person.id)),
    );
  });
  root.replaceChildren(root.querySelector("legend"), ...rows);
}
