// What a person is told besides the call itself.

import { text } from '/page/strings.js';

export class Notices {
  #items = new Map();

  constructor(list) {
    this.list = list;
  }

  show(id, message, action) {
    this.hide(id);
    const item = document.createElement('li');
    item.dataset.testid = `notice-${id}`;
    item.append(message);
    if (action) {
      const button = document.createElement('button');
      button.type = 'button';
      button.dataset.testid = action.testId;
      button.textContent = action.label;
      button.onclick = action.act;
      item.append(button);
    }
    this.#items.set(id, item);
    this.list.append(item);
  }

  hide(id) {
    this.#items.get(id)?.remove();
    this.#items.delete(id);
  }
}

/** Where the browser goes after the call; the sandbox's own page goes on in the language and the theme of this one. */
function addressAfter(session) {
  if (!session.end_call_page_is_own) return session.end_call_redirect_url;
  const url = new URL(session.end_call_redirect_url);
  const { lang, dataset } = document.documentElement;
  url.searchParams.set('language', lang);
  url.searchParams.set('theme', dataset.theme);
  return url.href;
}

/** The screen in place of the call. `again`: what the button that loads the page anew says; empty: no button. */
function showScreen(reason, title, message, again) {
  const find = (testId) => document.querySelector(`[data-testid="${testId}"]`);
  const screen = find('ended-screen');
  screen.dataset.reason = reason;
  find('ended-title').textContent = title;
  find('ended-text').textContent = message;
  const button = find('rejoin-button');
  button.textContent = again;
  button.hidden = !again;
  button.onclick = () => window.location.reload();
  screen.hidden = false;
  screen.focus();
}

/** The screen after the call, then the company's page unless the call goes on elsewhere. */
export function showEnd(reason, session) {
  const leaves = session.end_call_redirect_url && !['taken_over', 'dead_link'].includes(reason);
  const because = text(reason === 'alone' ? 'lonely' : reason);
  const mayRejoin = !leaves && ['hung_up', 'alone', 'taken_over'].includes(reason);
  showScreen(reason, text('ended'), leaves ? `${because} ${text('redirecting')}` : because, mayRejoin ? text('rejoin') : '');
  if (leaves) setTimeout(() => window.location.replace(addressAfter(session)), session.end_call_redirect_timeout_ms);
}

/** The screen when the call could not begin. */
export function showFailure() {
  showScreen('failed', text('failed'), text('failedText'), text('retry'));
}
