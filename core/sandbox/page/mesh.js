// Everybody in the call, each connected to each.

import { Peer } from '/page/peer.js';
import { nameOf } from '/page/stage.js';
import { text } from '/page/strings.js';

const screenTile = (id) => `${id}-screen`;

/** Events: `change` (somebody came, left or changed), `sound-blocked`. */
export class Mesh extends EventTarget {
  #peers = new Map();
  #numbers = new Map(); // Of participants without a name, by user.
  #ownStreams = new WeakMap();
  #ownId = '';

  constructor({ stage, media, signalling, ownName }) {
    super();
    this.stage = stage;
    this.media = media;
    this.signalling = signalling;
    this.ownName = ownName;
    stage.addEventListener('sound-blocked', () => this.dispatchEvent(new Event('sound-blocked')));
    media.addEventListener('change', () => {
      this.showSelf();
      for (const peer of this.#peers.values()) peer.use(media.tracks);
    });
  }

  take(message) {
    switch (message.type) {
      case 'joined':
        if (!message.resumed) this.#begin(message);
        break;
      case 'peer-joined':
        this.#add(message.peer, false);
        break;
      case 'peer-left':
        this.#remove(message.id);
        break;
      case 'peer-state':
        this.#update(message.peer);
        break;
      case 'signal':
        this.#peers.get(message.from)?.receive(message.data);
        return;
      default:
        return;
    }
    this.dispatchEvent(new Event('change'));
  }

  #begin({ id, peers }) {
    [...this.#peers.keys()].forEach((old) => this.#remove(old));
    this.#ownId = id;
    for (const info of peers) this.#add(info, true); // Who comes in calls those who are there.
  }

  #add(info, calls) {
    if (!this.#numbers.has(info.user_id)) this.#numbers.set(info.user_id, this.#numbers.size + 2);
    const peer = new Peer({
      info,
      calls,
      polite: this.#ownId < info.id,
      tracks: this.media.tracks,
      send: (data) => this.signalling.send({ type: 'signal', to: info.id, data }),
    });
    peer.addEventListener('change', () => {
      this.#show(peer);
      this.dispatchEvent(new Event('change'));
    });
    this.#peers.set(info.id, peer);
    this.#show(peer);
  }

  #update(info) {
    const peer = this.#peers.get(info.id);
    if (!peer) return;
    peer.info = info;
    this.#show(peer);
  }

  #remove(id) {
    this.#peers.get(id)?.close();
    this.#peers.delete(id);
    this.stage.remove(id);
    this.stage.remove(screenTile(id));
  }

  #nameOf(info) {
    return nameOf(info, this.#numbers.get(info.user_id) || this.#numbers.size + 2);
  }

  #show(peer) {
    const { info } = peer;
    if (!this.#peers.has(info.id)) return;
    const name = this.#nameOf(info);
    const linkText = peer.state === 'connected' ? '' : text('peerConnecting');
    this.stage.show(info.id, { name, stream: peer.stream, hasVideo: info.video, isMuted: !info.audio, linkText });
    if (info.screen) {
      this.stage.show(screenTile(info.id), { name: text('screenOf', { name }), stream: peer.screenStream, isScreen: true, hasVideo: true });
    } else this.stage.remove(screenTile(info.id));
  }

  /** One stream for each own track, so that a tile does not start anew. */
  #streamOf(track) {
    if (!track) return null;
    if (!this.#ownStreams.has(track)) this.#ownStreams.set(track, new MediaStream([track]));
    return this.#ownStreams.get(track);
  }

  showSelf() {
    const { tracks, state } = this.media;
    const name = this.ownName ? text('youNamed', { name: this.ownName }) : text('you');
    const stream = this.#streamOf(tracks.camera);
    this.stage.show('self', { name, person: this.ownName || name, stream, isOwn: true, hasVideo: state.video, isMuted: !state.audio });
    if (tracks.screen) {
      this.stage.show(screenTile('self'), { name: text('ownScreen'), stream: this.#streamOf(tracks.screen), isOwn: true, isScreen: true, hasVideo: true });
    } else this.stage.remove(screenTile('self'));
  }

  nameOfUser(info) {
    return this.#nameOf(info);
  }

  playAll() {
    this.stage.playAll();
  }

  participants() {
    return [...this.#peers.values()].map(({ info, state }) => ({
      id: info.id,
      userId: info.user_id,
      name: this.#nameOf(info),
      audio: info.audio,
      video: info.video,
      screen: info.screen,
      connectionState: state,
    }));
  }

  stats() {
    const people = this.participants();
    return Promise.all(people.map(async (person) => ({ ...person, ...(await this.#peers.get(person.id).stats()) })));
  }

  close() {
    for (const peer of this.#peers.values()) peer.close();
    this.#peers.clear();
  }
}
