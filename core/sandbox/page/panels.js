// Chat and shared files, beside the tiles; one is open at a time.

import { setLabel, text } from '/page/strings.js';

const find = (testId) => document.querySelector(`[data-testid="${testId}"]`);

class Panel {
  #unread = 0;

  constructor(name, firstFocus) {
    this.name = name;
    this.element = find(`${name}-panel`);
    this.button = find(`${name}-button`);
    this.firstFocus = firstFocus;
    this.element.querySelector('[data-action="close-panel"]').onclick = () => this.close();
    // With braces: a handler that returns false takes the key away from the field.
    this.element.onkeydown = (event) => {
      if (event.key === 'Escape') this.close();
    };
  }

  enable() {
    this.button.hidden = false;
  }

  get isOpen() {
    return !this.element.hidden;
  }

  open() {
    this.element.hidden = false;
    this.#count(0);
    find(this.firstFocus).focus();
  }

  close() {
    if (!this.isOpen) return;
    this.element.hidden = true;
    this.#count(0);
    this.button.focus();
  }

  noteNew() {
    if (!this.isOpen) this.#count(this.#unread + 1);
  }

  #count(number) {
    this.#unread = number;
    this.button.setAttribute('aria-expanded', String(this.isOpen));
    const badge = this.button.querySelector('.count');
    badge.hidden = number === 0;
    badge.textContent = String(number);
    const label = text(this.name);
    setLabel(this.button, number ? `${label}, ${text('unread', { count: number })}` : label);
  }
}

function emptyItem(key) {
  const item = document.createElement('li');
  item.className = 'empty';
  item.textContent = text(key);
  return item;
}

export class Chat extends Panel {
  #list = find('chat-messages');

  constructor(onSend) {
    super('chat', 'chat-input');
    const input = find('chat-input');
    find('chat-form').onsubmit = (event) => {
      event.preventDefault();
      const message = input.value.trim();
      if (message) onSend(message);
      input.value = '';
    };
    this.#list.replaceChildren(emptyItem('noMessages'));
  }

  add({ text: message }, author) {
    this.#list.querySelector('.empty')?.remove();
    const item = document.createElement('li');
    item.dataset.testid = 'chat-message';
    const name = document.createElement('b');
    name.textContent = author;
    item.append(name, message);
    this.#list.append(item);
    item.scrollIntoView({ block: 'nearest' });
    this.noteNew();
  }

  clear() {
    this.#list.replaceChildren(emptyItem('noMessages'));
  }
}

export class Files extends Panel {
  #list = find('file-list');
  #known = -1;

  constructor(server, maximumBytes) {
    super('files', 'file-input');
    this.server = server;
    const input = find('file-input');
    input.onchange = async () => {
      const [file] = input.files;
      input.value = '';
      if (!file) return;
      this.#complain(file.size > maximumBytes ? text('fileTooLarge', { size: Math.floor(maximumBytes / 1048576) }) : '');
      if (file.size > maximumBytes) return;
      await server.shareFile(file).catch(() => this.#complain(text('fileFailed')));
    };
  }

  #complain(problem) {
    const element = find('file-problem');
    element.textContent = problem;
    element.hidden = !problem;
  }

  async refresh() {
    const files = await this.server.files().catch(() => null);
    if (!files) return;
    const items = files.map((file) => {
      const link = document.createElement('a');
      link.href = file.url;
      link.download = file.name;
      link.textContent = file.name;
      const size = document.createElement('b');
      size.textContent = `${Math.max(1, Math.round(file.size / 1024)).toLocaleString(document.documentElement.lang)} kB`;
      const item = document.createElement('li');
      item.dataset.testid = 'file-item';
      item.append(link, size);
      return item;
    });
    this.#list.replaceChildren(...(items.length ? items : [emptyItem('noFiles')]));
    if (this.#known >= 0 && files.length > this.#known) this.noteNew();
    this.#known = files.length;
  }
}
