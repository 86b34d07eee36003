// One other participant: a peer connection with three fixed ways (sound, camera, screen), so that turning something on
// or off never needs a negotiation. What is negotiated follows the "perfect negotiation" pattern of the WebRTC specification.

const kinds = ['audio', 'camera', 'screen'];

export class Peer extends EventTarget {
  #connection = new RTCPeerConnection({ iceServers: [] });
  #makingOffer = false;
  #ignoresOffer = false;
  #work = Promise.resolve();

  /** `calls`: this side begins. `send` carries {description} or {candidate} to the other side. */
  constructor({ info, calls, polite, tracks, send }) {
    super();
    this.info = info;
    this.polite = polite;
    this.tracks = tracks;
    this.send = send;
    this.stream = new MediaStream();
    this.screenStream = new MediaStream();
    const connection = this.#connection;
    connection.onicecandidate = ({ candidate }) => candidate && send({ candidate });
    connection.onnegotiationneeded = () => this.#offer();
    connection.onconnectionstatechange = () => {
      if (connection.connectionState === 'failed') connection.restartIce();
      this.dispatchEvent(new Event('change'));
    };
    connection.ontrack = ({ track, transceiver }) => {
      const index = connection.getTransceivers().indexOf(transceiver);
      (kinds[index] === 'screen' ? this.screenStream : this.stream).addTrack(track);
      this.dispatchEvent(new Event('change'));
    };
    if (calls) {
      for (const kind of kinds) {
        const track = tracks[kind];
        connection.addTransceiver(track || (kind === 'audio' ? 'audio' : 'video'), { direction: 'sendrecv' });
      }
    }
  }

  get state() {
    return this.#connection.connectionState;
  }

  /** Sends other tracks from now on: {audio, camera, screen}, each a track or null. */
  async use(tracks) {
    this.tracks = tracks;
    await Promise.all(this.#connection.getTransceivers().map((way, index) => way.sender.replaceTrack(tracks[kinds[index]] || null)));
  }

  async #offer() {
    try {
      this.#makingOffer = true;
      await this.#connection.setLocalDescription();
      this.send({ description: this.#connection.localDescription });
    } finally {
      this.#makingOffer = false;
    }
  }

  /** Takes what the other side sent, one after the other. */
  receive(data) {
    this.#work = this.#work.then(() => this.#take(data)).catch((error) => console.warn('signal', error.name));
    return this.#work;
  }

  async #take({ description, candidate }) {
    const connection = this.#connection;
    if (description) {
      const collides = description.type === 'offer' && (this.#makingOffer || connection.signalingState !== 'stable');
      this.#ignoresOffer = !this.polite && collides;
      if (this.#ignoresOffer) return;
      await connection.setRemoteDescription(description);
      if (description.type !== 'offer') return;
      for (const way of connection.getTransceivers()) way.direction = 'sendrecv';
      await this.use(this.tracks);
      await connection.setLocalDescription();
      this.send({ description: connection.localDescription });
    } else if (candidate) {
      try {
        await connection.addIceCandidate(candidate);
      } catch (error) {
        if (!this.#ignoresOffer) throw error;
      }
    }
  }

  /** What has arrived so far, as numbers. */
  async stats() {
    const result = { connectionState: this.state, framesDecoded: 0, screenFramesDecoded: 0, totalAudioEnergy: 0, audioBytesReceived: 0, videoBytesReceived: 0 };
    const ways = this.#connection.getTransceivers();
    for (let index = 0; index < ways.length; index += 1) {
      const report = await ways[index].receiver.getStats();
      for (const entry of report.values()) {
        if (entry.type !== 'inbound-rtp') continue;
        if (kinds[index] === 'audio') {
          result.totalAudioEnergy += entry.totalAudioEnergy || 0;
          result.audioBytesReceived += entry.bytesReceived || 0;
        } else {
          result[kinds[index] === 'screen' ? 'screenFramesDecoded' : 'framesDecoded'] += entry.framesDecoded || 0;
          result.videoBytesReceived += entry.bytesReceived || 0;
        }
      }
    }
    return result;
  }

  close() {
    this.#connection.close();
  }
}
