// The call page: brings the parts together.

import { Chat, Files } from '/page/panels.js';
import { Controls } from '/page/controls.js';
import { LocalMedia } from '/page/media.js';
import { Mesh } from '/page/mesh.js';
import { Notices, showEnd, showFailure } from '/page/notices.js';
import { readOptions, readToken } from '/page/options.js';
import { LinkIsDead, Server } from '/page/server.js';
import { Signalling } from '/page/signalling.js';
import { Stage } from '/page/stage.js';
import { text, translatePage, useLanguage } from '/page/strings.js';
import { useTheme } from '/page/theme.js';

const find = (testId) => document.querySelector(`[data-testid="${testId}"]`);

class CallPage {
  constructor(server, options, session) {
    this.session = session;
    this.notices = new Notices(find('notices'));
    const hasPicture = session.call_type !== 'audio_only' && session.allow_camera;
    this.media = new LocalMedia({ background: options.background, pictureUrl: session.background_url, cameraAllowed: hasPicture });
    this.signalling = new Signalling(server, session.signalling_url, options.displayName);
    this.mesh = new Mesh({ stage: new Stage(find('stage')), media: this.media, signalling: this.signalling, ownName: options.displayName });
    this.chat = new Chat((message) => this.signalling.send({ type: 'chat', text: message }));
    this.files = new Files(server, session.maximum_file_bytes);
    this.controls = new Controls({ media: this.media, notices: this.notices, panels: [this.chat, this.files], hasPicture, tools: session.tools, hangUp: () => this.hangUp() });
    this.options = options;
  }

  async start() {
    this.mesh.addEventListener('change', () => this.#showPhase());
    this.mesh.addEventListener('sound-blocked', () => this.#askForSound());
    this.signalling.addEventListener('message', ({ detail }) => this.#take(detail));
    this.signalling.addEventListener('lost', () => this.#setPhase('reconnecting'));
    this.signalling.addEventListener('dead', () => this.end('dead_link'));
    this.media.addEventListener('change', () => this.signalling.send({ type: 'state', ...this.media.state }));
    this.signalling.connect();
    this.mesh.showSelf();
    if (this.session.tools.file_upload) this.files.refresh();
    const { audioDisabled, videoDisabled } = this.options;
    const withCamera = !videoDisabled && this.session.call_type === 'audio_video';
    const missing = await this.media.open({ muted: audioDisabled, withCamera });
    if (missing) this.notices.show('devices', text(missing));
  }

  #take(message) {
    switch (message.type) {
      case 'joined':
        if (!message.resumed) {
          this.chat.clear();
          message.chat.forEach((old) => this.#addChat(old));
        }
        this.signalling.send({ type: 'state', ...this.media.state });
        break;
      case 'chat':
        this.#addChat(message);
        break;
      case 'files-changed':
        if (this.session.tools.file_upload) this.files.refresh();
        break;
      case 'ending-soon':
        this.notices.show('ending', text('endingSoon', message));
        break;
      case 'ended':
        this.end(message.reason);
        break;
      default:
    }
    this.mesh.take(message);
  }

  #addChat(message) {
    const isOwn = message.user_id === this.session.user_id;
    this.chat.add(message, isOwn ? text('you') : this.mesh.nameOfUser(message));
  }

  #setPhase(phase) {
    if (['ended', 'failed'].includes(document.body.dataset.phase)) return;
    document.body.dataset.phase = phase;
    const count = this.mesh.participants().length + 1;
    const texts = { connecting: 'connecting', reconnecting: 'reconnecting', waiting: 'alone', 'in-call': 'together' };
    find('call-status').textContent = text(texts[phase], { count });
  }

  #showPhase() {
    if (!this.signalling.joined) return;
    this.#setPhase(this.mesh.participants().length ? 'in-call' : 'waiting');
  }

  #askForSound() {
    this.notices.show('sound', text('soundBlocked'), {
      label: text('enableSound'),
      testId: 'enable-sound',
      act: () => {
        this.mesh.playAll();
        this.notices.hide('sound');
      },
    });
  }

  hangUp() {
    this.signalling.send({ type: 'leave' });
    this.end('hung_up');
  }

  end(reason) {
    if (document.body.dataset.phase === 'ended') return;
    document.body.dataset.phase = 'ended';
    this.close();
    showEnd(reason, this.session);
  }

  close() {
    this.signalling.close();
    this.mesh.close();
    this.media.close();
  }
}

/**
 * For tests and for whoever looks inside:
 * phase()         connecting, waiting, in-call, reconnecting, ended or failed (the sandbox did not answer as it should)
 * participants()  the others: [{id, userId, name, audio, video, screen, connectionState}]
 * stats()         promise of the same with framesDecoded, screenFramesDecoded, totalAudioEnergy, audioBytesReceived and
 *                 videoBytesReceived, all counted from the start of the connection
 * firstPictureAt()  when somebody else's picture was first on the screen, in ms since 1970; 0: never
 * interrupt()     drops the signalling connection as a network would
 */
function publish(page) {
  window.teleconsultCall = Object.freeze({
    phase: () => document.body.dataset.phase,
    participants: () => (page ? page.mesh.participants() : []),
    stats: async () => (page ? page.mesh.stats() : []),
    firstPictureAt: () => (page?.mesh.stage.firstPictureAt ? performance.timeOrigin + page.mesh.stage.firstPictureAt : 0),
    interrupt: () => page?.signalling.interrupt(),
  });
}

async function main() {
  const options = readOptions(window.location);
  useLanguage(options.language || navigator.language.slice(0, 2));
  translatePage();
  find('call-status').textContent = text('connecting');
  publish(null);
  const server = new Server(readToken(window.location));
  let page = null;
  try {
    const session = await server.session();
    useLanguage(options.language || session.language);
    translatePage();
    useTheme(options.theme, session.theme);
    page = new CallPage(server, options, session);
    publish(page);
    await page.start();
  } catch (error) {
    if (error instanceof LinkIsDead) {
      window.location.reload();
      return;
    }
    document.body.dataset.phase = 'failed';
    page?.close();
    showFailure();
    throw error; // For the console.
  }
}

main();
