/** What the page knows: who you are, where you are, and what has been said there. */

export class Store extends EventTarget {
  people = [];
  you = null;
  servers = [];
  languages = [];
  direct = [];
  channelId = null;
  commands = [];
  backstage = null;
  /** Message ids in order, by channel; only opened channels are held. */
  #messages = new Map();
  #unread = new Map();
  /** Pings that reached people who are not you, by person. */
  #pings = new Map();

  on(names, listener) {
    for (const name of names.split(" ")) this.addEventListener(name, (event) => listener(event.detail));
  }

  changed(name, detail = {}) {
    this.dispatchEvent(new CustomEvent(name, { detail }));
  }

  // --- places -----------------------------------------------------------------

  setView(view) {
    if (this.you?.id !== view.you.id) {
      this.#messages.clear();
      this.#unread.clear();
      this.commands = [];
    }
    this.you = view.you;
    this.languages = view.languages;
    this.servers = view.servers;
    this.direct = view.direct;
    this.#pings.delete(view.you.id);
    this.changed("places");
  }

  channel(id = this.channelId) {
    return this.allChannels().find((channel) => channel.id === id) ?? null;
  }

  allChannels() {
    return [...this.servers.flatMap((server) => server.channels), ...this.direct];
  }

  /** The bot's command, if you may use it here. */
  command(name) {
    return this.commands.find((command) => command.name === name) ?? null;
  }

  serverOf(channelId = this.channelId) {
    return this.servers.find((server) => server.channels.some((one) => one.id === channelId)) ?? null;
  }

  /** A bot speaks the server's language in public, and yours where only you are. */
  languageOf(message) {
    const server = this.serverOf(message.channel_id);
    return message.ephemeral || !server ? this.you?.locale : server.locale;
  }

  personName(id) {
    const members = this.servers.flatMap((server) => server.members);
    return [...members, ...this.people].find((member) => member.id === id)?.name ?? "someone";
  }

  // --- messages ---------------------------------------------------------------

  messages(channelId = this.channelId) {
    return [...(this.#messages.get(channelId)?.values() ?? [])];
  }

  message(id, channelId = this.channelId) {
    return this.#messages.get(channelId)?.get(id) ?? null;
  }

  isOpen(channelId) {
    return this.#messages.has(channelId);
  }

  fill(channelId, messages) {
    this.#messages.set(channelId, new Map(messages.map((message) => [message.id, message])));
    this.channelId = channelId;
    this.#unread.delete(channelId);
    this.changed("channel");
    this.changed("unread");
  }

  put(message, isNew) {
    const held = this.#messages.get(message.channel_id);
    const known = held?.has(message.id);
    if (held) held.set(message.id, message);
    if (isNew && !known) this.#count(message);
    if (message.channel_id === this.channelId) this.changed("message", { message, isNew: isNew && !known });
    this.#refreshReplies(message.channel_id, message.id, message);
  }

  remove(channelId, ids) {
    const held = this.#messages.get(channelId);
    for (const id of ids) held?.delete(id);
    if (channelId === this.channelId) this.changed("gone", { ids });
    for (const id of ids) this.#refreshReplies(channelId, id, null);
  }

  /** A reply shows what it answers as that is now, and that it is gone when it is. */
  #refreshReplies(channelId, id, original) {
    const replies = this.messages(channelId).filter((message) => message.message_reference?.message_id === id);
    for (const reply of replies) this.put({ ...reply, referenced_message: original }, false);
  }

  // --- marks ------------------------------------------------------------------

  unread(channelId) {
    return this.#unread.get(channelId) ?? { messages: 0, pings: 0 };
  }

  pingsFor(personId) {
    return this.#pings.get(personId) ?? 0;
  }

  pingedElsewhere(personId) {
    if (personId === this.you?.id) return;
    this.#pings.set(personId, this.pingsFor(personId) + 1);
    this.changed("unread");
  }

  pingsYou(message) {
    return message.author.id !== this.you?.id && message.pinged_user_ids.includes(this.you?.id);
  }

  #count(message) {
    const seenNow = message.channel_id === this.channelId && document.visibilityState === "visible";
    if (seenNow || message.author.id === this.you?.id) return;
    const { messages, pings } = this.unread(message.channel_id);
    const ping = this.pingsYou(message) ? 1 : 0;
    this.#unread.set(message.channel_id, { messages: messages + 1, pings: pings + ping });
    this.changed("unread");
  }
}
