// This participant's own microphone, camera and screen. None of them is needed to take part.

import { withBackground } from '/page/background.js';

const picture = { width: { ideal: 640 }, height: { ideal: 360 }, frameRate: { ideal: 24, max: 30 } };

/** Event `change`: what is sent has changed. */
export class LocalMedia extends EventTarget {
  #audio = null;
  #camera = null;
  #screen = null;
  #closed = false;

  constructor({ background, pictureUrl, cameraAllowed }) {
    super();
    this.background = background;
    this.pictureUrl = pictureUrl;
    this.cameraAllowed = cameraAllowed;
  }

  async #tryGet(constraints) {
    if (this.#closed) return null;
    try {
      return this.#unlessClosed(await navigator.mediaDevices.getUserMedia(constraints));
    } catch {
      return null;
    }
  }

  /** Somebody may hang up while the browser asks, and allow it afterwards: no light stays on then. */
  #unlessClosed(stream) {
    if (!this.#closed) return stream;
    for (const track of stream.getTracks()) track.stop();
    return null;
  }

  get tracks() {
    return { audio: this.#audio, camera: this.#camera, screen: this.#screen };
  }

  /** What the others are told. */
  get state() {
    return { audio: Boolean(this.#audio && this.#audio.enabled), video: Boolean(this.#camera), screen: Boolean(this.#screen) };
  }

  get hasMicrophone() {
    return Boolean(this.#audio);
  }

  /** Opens the devices. Answers what is missing: '', 'noCamera', 'noMicrophone' or 'nothing'. */
  async open({ muted, withCamera }) {
    const wantsCamera = withCamera && this.cameraAllowed;
    const stream =
      (await this.#tryGet({ audio: true, video: wantsCamera && picture })) ||
      (await this.#tryGet({ audio: true })) ||
      (wantsCamera && (await this.#tryGet({ video: picture }))) ||
      new MediaStream();
    [this.#audio = null] = stream.getAudioTracks();
    if (this.#audio) this.#audio.enabled = !muted;
    const [camera = null] = stream.getVideoTracks();
    await this.#useCamera(camera);
    if (!this.#audio) return this.#camera ? 'noMicrophone' : 'nothing';
    return wantsCamera && !this.#camera ? 'noCamera' : '';
  }

  async #useCamera(track) {
    const camera = track && this.background ? await withBackground(track, this.background, this.pictureUrl) : track;
    if (this.#closed) {
      camera?.stop();
      return;
    }
    this.#camera = camera;
    this.#changed();
  }

  #changed() {
    this.dispatchEvent(new Event('change'));
  }

  /** Answers false when there is no microphone. */
  async toggleMicrophone() {
    if (this.#audio) this.#audio.enabled = !this.#audio.enabled;
    else [this.#audio = null] = ((await this.#tryGet({ audio: true })) || new MediaStream()).getAudioTracks();
    this.#changed();
    return Boolean(this.#audio);
  }

  /** Answers false when there is no camera. An off camera is closed, so that its light goes out. */
  async toggleCamera() {
    if (this.#camera) {
      this.#camera.stop();
      await this.#useCamera(null);
      return true;
    }
    const stream = await this.#tryGet({ video: picture });
    if (stream) await this.#useCamera(stream.getVideoTracks()[0]);
    return Boolean(stream);
  }

  /** Answers false when the screen cannot be had; that the person thought better of it is no failure. */
  async toggleScreen() {
    if (this.#screen) {
      this.#screen.stop();
      this.#screen = null;
      this.#changed();
      return true;
    }
    try {
      const stream = this.#unlessClosed(await navigator.mediaDevices.getDisplayMedia({ video: true }));
      if (!stream) return true;
      const [track] = stream.getVideoTracks();
      track.onended = () => this.#screen === track && this.toggleScreen();
      this.#screen = track;
      this.#changed();
      return true;
    } catch (error) {
      return error.name === 'NotAllowedError';
    }
  }

  close() {
    this.#closed = true;
    for (const track of Object.values(this.tracks)) track?.stop();
    this.#audio = null;
    this.#camera = null;
    this.#screen = null;
  }
}
