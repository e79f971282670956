/** The one connection to the sandbox: questions with answers, and events. */

const ANSWER_TIMEOUT_MS = 20_000;
const RETRY_MAX_MS = 5_000;

/** An answer that says no, in words for the reader; `option` names the field at fault, if any. */
export class RefusedError extends Error {
  constructor(message, option = null) {
    super(message);
    this.option = option;
  }
}

export class Link extends EventTarget {
  #socket = null;
  #nextId = 1;
  #waiting = new Map();
  #retryMs = 400;

  connect() {
    const scheme = location.protocol === "https:" ? "wss" : "ws";
    this.#socket = new WebSocket(`${scheme}://${location.host}/live`);
    this.#socket.addEventListener("open", () => this.#opened());
    this.#socket.addEventListener("message", (message) => this.#received(JSON.parse(message.data)));
    this.#socket.addEventListener("close", () => this.#closed());
  }

  /** Sends an action and resolves with its answer. */
  ask(action, fields = {}) {
    if (this.#socket?.readyState !== WebSocket.OPEN) {
      return Promise.reject(new RefusedError("The sandbox is not connected right now."));
    }
    const id = this.#nextId++;
    this.#socket.send(JSON.stringify({ id, do: action, ...fields }));
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        this.#waiting.delete(id);
        reject(new RefusedError("The sandbox did not answer."));
      }, ANSWER_TIMEOUT_MS);
      this.#waiting.set(id, { resolve, reject, timer });
    });
  }

  #opened() {
    this.#retryMs = 400;
    this.#tell("open");
  }

  #received(data) {
    if (data.event) {
      this.#tell(data.event, data);
      return;
    }
    const waiting = this.#waiting.get(data.re);
    if (!waiting) return;
    this.#waiting.delete(data.re);
    clearTimeout(waiting.timer);
    if (data.ok) waiting.resolve(data);
    else waiting.reject(new RefusedError(data.error, data.option));
  }

  #closed() {
    for (const { reject, timer } of this.#waiting.values()) {
      clearTimeout(timer);
      reject(new RefusedError("The connection to the sandbox was lost."));
    }
    this.#waiting.clear();
    this.#tell("lost");
    setTimeout(() => this.connect(), this.#retryMs);
    this.#retryMs = Math.min(this.#retryMs * 2, RETRY_MAX_MS);
  }

  #tell(name, detail = {}) {
    this.dispatchEvent(new CustomEvent(name, { detail }));
  }
}
