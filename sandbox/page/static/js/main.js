/** Puts the page together: one link, one store, and the parts that show it. */

import { rememberPeople } from "./avatar.js";
import { mountBackstage } from "./backstage.js";
import { Composer } from "./composer.js";
import { entitiesOf } from "./entities.js";
import { Link } from "./link.js";
import { openModal } from "./modal.js";
import { complain } from "./notices.js";
import { mountPanels } from "./panels.js";
import { mountSidebar } from "./sidebar.js";
import { Store } from "./store.js";
import { Stream } from "./stream.js";
import { mountTheme } from "./theme.js";
import { keepTicking, speakTimesIn } from "./times.js";
import { drawTitle, drawWelcome } from "./welcome.js";

const link = new Link();
const store = new Store();

/** Asks, and tells the reader when the answer is no. */
const tryTo = (promise) => promise.catch((error) => complain(error.message));

// --- where one is --------------------------------------------------------------

/** The address keeps person and channel, so that a reload comes back to the same seat. */
const seat = {
  read: () => location.hash.slice(1).split("/"),
  write: () => history.replaceState(null, "", `#${store.you.id}/${store.channelId}`),
};

async function bePerson(id) {
  store.setView((await link.ask("be", { person: id })).view);
  await openChannel(firstChannel(), { focus: false });
}

function firstChannel() {
  const [, wanted] = seat.read();
  return store.channel(wanted)?.id ?? store.channel()?.id ?? store.allChannels()[0]?.id;
}

let lastOpened = 0;

async function openChannel(id, { focus = true } = {}) {
  lastOpened += 1;
  const mine = lastOpened;
  const [{ messages }, { commands }] = await Promise.all([link.ask("open", { channel: id }), link.ask("commands", { channel: id })]);
  if (mine !== lastOpened) return; // a faster hand has opened another one meanwhile
  store.commands = commands;
  store.fill(id, messages);
  seat.write();
  panels.closeHouse();
  if (focus && matchMedia("(min-width: 821px)").matches) composer.focus();
}

async function jump(channelId, messageId) {
  if (!store.channel(channelId)) return complain("You cannot see that channel.");
  if (channelId !== store.channelId) await openChannel(channelId, { focus: false });
  if (messageId && !stream.reveal(messageId)) complain("That message is not here any more.");
}

// --- what one does ----------------------------------------------------------------

/** What the bot answers may be a form to fill in. */
async function interact(action, fields) {
  const { modal } = await link.ask(action, fields);
  const submit = (interaction, values) => interact("submit", { interaction, values });
  if (modal) openModal(modal, { place, entities, submit }, wayBack(document.activeElement));
}

/** To the button that opened a form; its message may have been drawn anew or deleted meanwhile. */
function wayBack(opener) {
  const messageId = opener.closest(".message")?.id;
  const { customId } = opener.dataset;
  return () => {
    const message = messageId ? document.getElementById(messageId) : null;
    const again = customId && message?.querySelector(`[data-custom-id="${CSS.escape(customId)}"]`);
    if (opener.isConnected && opener !== document.body) opener.focus();
    else if (again) again.focus();
    else composer.focus();
  };
}

const here = (fields) => ({ channel: store.channelId, ...fields });
const entities = (kind, option) => entitiesOf(store, kind, option);

const place = {
  userName: (id) => store.personName(id),
  roleName: (id) => store.serverOf()?.roles.find((role) => role.id === id)?.name ?? "role",
  channelName: (id) => store.channel(id)?.name ?? "unknown channel",
  jump: (channelId, messageId) => tryTo(jump(channelId, messageId)),
  useCommand: (name) => composer.openCommand(name),
  commandLabel: (name) => store.command(name)?.label ?? name,
  languageOf: (message) => store.languageOf(message),
};

const remove = (message) => tryTo(link.ask("remove", { channel: message.channel_id, message: message.id }));

const stream = new Stream(store, {
  place,
  jump: place.jump,
  remove,
  dismiss: remove,
  canRemove: (message) => !message.ephemeral && (message.author.id === store.you.id || Boolean(store.channel()?.can_moderate)),
  controls: (message) => ({
    place,
    files: message.attachments,
    entities,
    press: (customId) => tryTo(interact("press", here({ message: message.id, custom_id: customId }))),
    choose: (customId, values) => tryTo(interact("choose", here({ message: message.id, custom_id: customId, values }))),
  }),
});

const composer = new Composer(store, {
  entities,
  complain,
  say: (content) => link.ask("say", here({ content })),
  run: (command, options) => interact("run", here({ command: command.name, options })),
  suggest: async (command, option, typed, options) =>
    (await link.ask("suggest", here({ command: command.name, option, typed, options }))).choices,
});

const panels = mountPanels();
mountTheme();
mountSidebar(store, {
  openChannel: (id) => tryTo(openChannel(id)),
  bePerson: (id) => tryTo(bePerson(id)),
  stay: () => panels.closeHouse({ refocus: true }),
  speak: (value) => tryTo(link.ask("language", { value })),
});
mountBackstage(store, {
  speakInServer: (server, value) => tryTo(link.ask("server_language", { server, value })),
  setSpeed: (value) => tryTo(link.ask("speed", { value })),
  setFault: (service, name, on) => tryTo(link.ask("fault", { service, name, on })),
});
store.on("places", () => speakTimesIn(store.you.locale));
store.on("channel places", () => drawTitle(store));
store.on("channel message gone commands", () => drawWelcome(store, () => composer.fillExample()));
keepTicking();

/** Whoever just starts to type means the composer, as long as nothing else has the keyboard. */
document.addEventListener("keydown", (event) => {
  const printable = event.key.length === 1 && event.key !== " ";
  const chord = event.ctrlKey || event.metaKey || event.altKey;
  if (printable && !chord && document.activeElement === document.body) composer.focus();
});

// --- what arrives ---------------------------------------------------------------

const status = document.getElementById("connection");

const EVENTS = {
  people: ({ people }) => {
    store.people = people;
    rememberPeople(people);
    store.changed("people");
    const [wanted] = seat.read();
    const first = people.find((person) => person.id === (store.you?.id ?? wanted)) ?? people[0];
    void tryTo(bePerson(first.id));
  },
  view: ({ view }) => {
    store.setView(view);
    if (!store.channel()) void tryTo(openChannel(firstChannel(), { focus: false }));
  },
  stale: () => tryTo(openChannel(store.channelId, { focus: false })),
  message: ({ message, is_new: isNew }) => store.put(message, isNew),
  gone: ({ channel, messages }) => store.remove(channel, messages),
  ping: ({ person }) => store.pingedElsewhere(person),
  commands_changed: () => store.channelId && tryTo(refreshCommands()),
  bot: ({ online }) => {
    status.textContent = online ? "" : "Showreel is offline";
  },
  backstage: (figures) => {
    store.backstage = figures;
    store.changed("backstage");
  },
  open: () => {
    status.textContent = "";
  },
  lost: () => {
    status.textContent = "Not connected";
  },
};

async function refreshCommands() {
  store.commands = (await link.ask("commands", { channel: store.channelId })).commands;
  store.changed("commands");
}

for (const [name, handle] of Object.entries(EVENTS)) link.addEventListener(name, (event) => handle(event.detail));
link.connect();
