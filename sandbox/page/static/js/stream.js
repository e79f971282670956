/** The message stream of the open channel: keeps its place, jumps, and says what arrives. */

import { announce } from "./announcer.js";
import { h } from "./dom.js";
import { showMessage, spokenText } from "./message.js";

const SAME_SPEAKER_MS = 5 * 60_000;
const NEAR_BOTTOM_PX = 80;

export class Stream {
  #list = document.getElementById("messages");
  #scroll = document.getElementById("scroll");
  #toNewest = document.getElementById("to-newest");
  #items = new Map();
  #atBottom = true;
  #lastTop = 0;

  constructor(store, hands) {
    this.store = store;
    this.hands = hands;
    store.on("channel", () => this.#showChannel());
    store.on("message", ({ message, isNew }) => this.#showOne(message, isNew));
    store.on("gone", ({ ids }) => this.#remove(ids));
    this.#scroll.addEventListener("scroll", () => this.#scrolled(), { passive: true });
    this.#toNewest.addEventListener("click", () => this.#goDown());
    // Pictures and clips grow after they load; whoever stood at the bottom stays there.
    new ResizeObserver(() => this.#atBottom && this.#goDown()).observe(this.#list);
    new ResizeObserver(() => this.#atBottom && this.#goDown()).observe(this.#scroll);
  }

  /** Brings a message into view and marks it for a moment. False when it is not here. */
  reveal(messageId) {
    const item = this.#items.get(messageId);
    if (!item) return false;
    this.#atBottom = false;
    item.scrollIntoView({ block: "center", behavior: "smooth" });
    item.classList.remove("found");
    void item.offsetWidth; // restarts the animation
    item.classList.add("found");
    item.setAttribute("tabindex", "-1");
    item.focus({ preventScroll: true });
    return true;
  }

  #showChannel() {
    this.#items.clear();
    this.#list.replaceChildren();
    const messages = this.store.messages();
    messages.forEach((message, index) => this.#add(message, messages[index - 1]));
    this.#goDown();
  }

  #showOne(message, isNew) {
    const known = this.#items.get(message.id);
    if (known) {
      showMessage(known, message, this.#shown(message, known.classList.contains("first")));
      return;
    }
    const messages = this.store.messages();
    const item = this.#add(message, messages[messages.indexOf(message) - 1]);
    if (!isNew) return;
    item.classList.add("arriving");
    announce(spokenText(message, this.hands.place));
    const mine = message.author.id === this.store.you.id || message.ephemeral;
    if (this.#atBottom || mine) this.#goDown();
    else this.#toNewest.hidden = false;
  }

  #add(message, previous) {
    const item = h("li");
    this.#items.set(message.id, item);
    showMessage(item, message, this.#shown(message, !follows(message, previous)));
    this.#list.append(item);
    return item;
  }

  #shown(message, first) {
    return { ...this.hands, first, pingsYou: this.store.pingsYou(message) };
  }

  #remove(ids) {
    for (const id of ids) {
      const item = this.#items.get(id);
      if (!item) continue;
      const next = item.nextElementSibling;
      const hadFocus = item.contains(document.activeElement);
      this.#items.delete(id);
      item.remove();
      if (next) this.#regroup(next);
      if (hadFocus) this.#scroll.focus();
    }
  }

  /** The message below a deleted one may have to say its speaker's name now. */
  #regroup(item) {
    const messages = this.store.messages();
    const index = messages.findIndex((message) => this.#items.get(message.id) === item);
    if (index < 0) return;
    showMessage(item, messages[index], this.#shown(messages[index], !follows(messages[index], messages[index - 1])));
  }

  #scrolled() {
    const { scrollHeight, scrollTop, clientHeight } = this.#scroll;
    const isNear = scrollHeight - scrollTop - clientHeight < NEAR_BOTTOM_PX;
    // What grows below a reader who did not move has not taken them away from the bottom.
    if (isNear) this.#atBottom = true;
    else if (scrollTop < this.#lastTop) this.#atBottom = false;
    this.#lastTop = scrollTop;
    if (this.#atBottom) this.#toNewest.hidden = true;
  }

  #goDown() {
    this.#scroll.scrollTop = this.#scroll.scrollHeight;
    this.#atBottom = true;
    this.#toNewest.hidden = true;
  }
}

/** Whether a message continues what the same speaker just said. */
function follows(message, previous) {
  if (!previous || previous.author.id !== message.author.id) return false;
  if (message.referenced_message || message.interaction_metadata) return false;
  if (message.ephemeral !== previous.ephemeral) return false;
  return Date.parse(message.timestamp) - Date.parse(previous.timestamp) < SAME_SPEAKER_MS;
}
