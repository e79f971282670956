/** The message box: plain words, a typed command, or a command being filled in. */

import { h, icon } from "./dom.js";
import { Listbox } from "./listbox.js";
import { isText } from "./option-fields.js";
import { Slate } from "./slate.js";

const EXAMPLE = "a red fox crosses a snowy road at dawn";
const PAPER_PLANE = "M3 10l14-6-5 13-3-5.5z";
const HINT_KEY = "showreel.hint-dismissed";

export const exampleOf = (command) => `/${command.label} ${EXAMPLE}`;

export class Composer {
  #host = document.getElementById("composer");
  #slate = null;

  /** @param hands {run, suggest, say, entities, complain} */
  constructor(store, hands) {
    this.store = store;
    this.hands = hands;
    this.#buildEntry();
    store.on("channel commands places", () => this.#refresh());
    store.on("channel message gone commands", () => this.#showHint());
    store.on("channel commands", () => this.#refreshList());
  }

  /** Types the example for a newcomer, ready to be sent or changed. */
  fillExample() {
    this.#leaveSlate();
    this.text.value = exampleOf(this.store.command("video"));
    this.text.focus();
    this.#typed();
  }

  /** Opens a command by its full name, as if picked from the list. */
  openCommand(name, firstText = "") {
    const command = this.store.command(name);
    if (!command) return this.hands.complain(`There is no /${name} here.`);
    this.#showSlate(command, firstText);
    return this.#slate;
  }

  focus() {
    if (this.#slate) this.#slate.focus();
    else this.text.focus();
  }

  #buildEntry() {
    this.text = h("textarea", { id: "composer-text", rows: "1", autocomplete: "off", "aria-label": "Message or command" });
    this.send = h("button", { class: "icon-button send", type: "submit", "aria-label": "Send" }, icon(PAPER_PLANE));
    this.entry = h("form", { class: "entry" }, this.text, this.send);
    this.hintCommand = h("code", {});
    this.hint = this.#buildHint();
    this.#host.append(this.hint, this.entry);
    this.listbox = new Listbox({ input: this.text, host: this.#host, label: "Commands", preselect: true, pick: (option) => this.#showSlate(option.command, "") });
    this.text.addEventListener("input", () => this.#typed());
    this.text.addEventListener("keydown", (event) => this.#key(event));
    this.text.addEventListener("blur", () => this.listbox.close());
    this.entry.addEventListener("submit", (event) => {
      event.preventDefault();
      void this.#submit();
    });
  }

  #buildHint() {
    return h(
      "p",
      { class: "hint", hidden: true },
      h("span", {}, "Type ", this.hintCommand, " and what you want to see, then Enter."),
      h("button", { type: "button", on: { click: () => this.fillExample() } }, "Fill in an example"),
    );
  }

  /** An empty channel has a welcome that says the same at length. */
  #showHint() {
    const used = sessionStorage.getItem(HINT_KEY) === "yes";
    const command = this.store.command("video");
    const useless = used || !command;
    this.hintCommand.textContent = command ? `/${command.label}` : "";
    this.hint.hidden = useless || Boolean(this.#slate) || this.store.messages().length === 0;
  }

  #refresh() {
    const channel = this.store.channel();
    const writable = Boolean(channel?.can_send);
    this.text.disabled = !writable;
    this.send.disabled = !writable;
    this.text.placeholder = writable ? `Message ${channel.label} or type /` : "You cannot write here";
    if (this.#slate && !this.store.command(this.#slate.command.name)) this.#leaveSlate();
  }

  /** An open list was made of the commands as they were when its text was typed. */
  #refreshList() {
    if (this.listbox.isOpen) this.#typed();
  }

  #typed() {
    // A command, its group and its subcommand are three words at most.
    const word = /^\/(\S*(?: \S*){0,2})$/.exec(this.text.value);
    const known = this.#typedCommand();
    if (!this.text.value.startsWith("/") || (known && known.rest)) {
      this.listbox.close();
    } else if (word) {
      const found = matching(this.store.commands, word[1]);
      const options = found.map((command) => ({ title: `/${command.label}`, note: command.description, command }));
      this.listbox.show(options, "No command of that name.");
    } else {
      this.listbox.close();
    }
  }

  /** "/video a fox": the command it names, the longest name first, and what follows. */
  #typedCommand() {
    const text = this.text.value.trimEnd();
    if (!text.startsWith("/")) return null;
    const known = this.store.commands.flatMap((command) => wordsFor(command).map((words) => ({ command, words })));
    const byLength = known.sort((a, b) => b.words.length - a.words.length);
    const typed = byLength.find(({ words }) => text === `/${words}` || text.startsWith(`/${words} `));
    return typed ? { command: typed.command, rest: text.slice(typed.words.length + 2).trim() } : null;
  }

  #key(event) {
    const typed = this.#typedCommand();
    const complete = typed?.rest && event.key === "Enter";
    if (!complete && this.listbox.handleKey(event)) return;
    if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      this.entry.requestSubmit();
    }
    if (event.key === "Escape" && this.text.value.startsWith("/")) {
      this.text.value = "";
      this.#typed();
    }
  }

  async #submit() {
    const text = this.text.value.trim();
    if (!text) return;
    this.listbox.close();
    if (!text.startsWith("/")) {
      await this.#say(text);
      return;
    }
    const typed = this.#typedCommand();
    if (!typed) this.hands.complain("There is no command of that name here. Type / to see them all.");
    else if (canRunAtOnce(typed)) await this.#runTyped(typed);
    else this.#showSlate(typed.command, typed.rest);
  }

  async #say(text) {
    this.text.value = "";
    try {
      await this.hands.say(text);
    } catch (error) {
      this.text.value ||= text;
      this.hands.complain(error.message);
    }
  }

  async #runTyped({ command, rest }) {
    const option = command.options.find(isText);
    const typedText = this.text.value;
    this.text.value = "";
    try {
      await this.#run(command, { [option.name]: rest });
    } catch (error) {
      this.text.value ||= typedText;
      this.hands.complain(error.message);
    }
  }

  async #run(command, options) {
    await this.hands.run(command, options);
    sessionStorage.setItem(HINT_KEY, "yes");
    this.#showHint();
  }

  #showSlate(command, firstText) {
    this.#leaveSlate();
    this.text.value = "";
    this.entry.hidden = true;
    this.#slate = new Slate(command, {
      entities: this.hands.entities,
      suggest: this.hands.suggest,
      complain: this.hands.complain,
      leave: () => this.#leaveSlate({ focus: true }),
      send: async (sent, options) => {
        await this.#run(sent, options);
        this.#leaveSlate({ focus: true });
      },
    });
    this.#host.append(this.#slate.element);
    this.#showHint();
    this.#slate.setFirstText(firstText);
    this.#slate.focus();
  }

  #leaveSlate({ focus = false } = {}) {
    if (!this.#slate) return;
    this.#slate.element.remove();
    this.#slate = null;
    this.entry.hidden = false;
    this.#showHint();
    if (focus) this.text.focus();
  }
}

/** Typed text fills the first text option; that is enough when nothing else is required. */
function canRunAtOnce({ command, rest }) {
  const first = command.options.find(isText);
  return Boolean(rest && first) && command.options.every((option) => !option.required || option === first);
}

/** A command answers to its name in the reader's language, and to the one it was registered with. */
const wordsFor = ({ label, name }) => (label === name ? [name] : [label, name]);

function matching(commands, typed) {
  const wanted = typed.trimEnd().toLowerCase();
  const starts = commands.filter((command) => wordsFor(command).some((words) => words.startsWith(wanted)));
  const contains = commands.filter((command) => !starts.includes(command) && wordsFor(command).some((words) => words.includes(wanted)));
  return [...starts, ...contains];
}
