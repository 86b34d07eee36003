// What the page asks the sandbox over HTTP; the token of the link says who asks.

export class LinkIsDead extends Error {}

export class Server {
  constructor(token) {
    this.token = token;
  }

  async #ask(path, options = {}) {
    const headers = { Authorization: `Bearer ${this.token}` };
    const response = await fetch(path, { ...options, headers, cache: 'no-store' });
    if (response.status === 401 || response.status === 410) throw new LinkIsDead();
    if (!response.ok) throw new Error(`HTTP ${response.status}`);
    return response.json();
  }

  session() {
    return this.#ask('/call/session');
  }

  async files() {
    return (await this.#ask('/call/files')).files;
  }

  shareFile(file) {
    const body = new FormData();
    body.append('file', file, file.name);
    return this.#ask('/call/files', { method: 'POST', body });
  }
}
