// The WebSocket to the sandbox (its messages: core/sandbox/signalling_server.h). Reconnects by itself and, if it is
// back in time, goes on in the same place.

import { LinkIsDead } from '/page/server.js';

const firstDelayMs = 250;
const longestDelayMs = 4000;

/** Events: `message` (detail: the message), `lost`, `dead` (the link is no longer valid). */
export class Signalling extends EventTarget {
  #socket = null;
  #waiting = [];
  #delay = firstDelayMs;
  #closed = false;
  #memberId = '';
  #received = 0;

  constructor(server, url, name) {
    super();
    this.server = server;
    this.url = url;
    this.name = name;
  }

  connect() {
    const socket = new WebSocket(this.url);
    this.#socket = socket;
    socket.onopen = () =>
      socket.send(
        JSON.stringify({ type: 'join', token: this.server.token, name: this.name, resume: this.#memberId, received: this.#received }),
      );
    socket.onmessage = (event) => this.#receive(JSON.parse(event.data));
    socket.onclose = () => this.#retry();
  }

  #receive(message) {
    this.#received = message.n || 0;
    if (message.type === 'joined') {
      this.#memberId = message.id;
      this.#delay = firstDelayMs;
      // In a new place only what a person wrote still means something.
      const waiting = this.#waiting.filter((old) => message.resumed || old.type === 'chat');
      this.#waiting = [];
      this.joined = true;
      waiting.forEach((old) => this.send(old));
    }
    if (message.type === 'ended') this.close();
    this.dispatchEvent(new CustomEvent('message', { detail: message }));
  }

  send(message) {
    if (this.joined && this.#socket.readyState === WebSocket.OPEN) this.#socket.send(JSON.stringify(message));
    else this.#waiting.push(message);
  }

  #retry() {
    this.joined = false;
    if (this.#closed) return;
    this.dispatchEvent(new Event('lost'));
    setTimeout(async () => {
      if (this.#closed) return;
      const dead = await this.server.session().then(() => false, (error) => error instanceof LinkIsDead);
      if (this.#closed) return;
      if (dead) this.dispatchEvent(new Event('dead'));
      else this.connect();
    }, this.#delay);
    this.#delay = Math.min(this.#delay * 2, longestDelayMs);
  }

  /** Drops the connection as a network would; for tests. */
  interrupt() {
    this.#socket.close();
  }

  close() {
    this.#closed = true;
    this.#socket?.close(); // What was sent leaves first.
  }
}
