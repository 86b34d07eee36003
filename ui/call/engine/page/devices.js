// Runs in the call's page before its own scripts. Where a device was chosen, a page that asks for "a camera" or "a
// microphone" is given the chosen one; a page that asks for a device of its own choice gets that. Notes when a chosen
// device is not there, or none at all of a kind that is asked for: PagePulse asks for that. `origin` is filled in: pages
// of other hosts are left alone. Devices are known by name, because their ids differ from origin to origin.
(function (origin, chosen) {
  if (location.origin !== origin || !navigator.mediaDevices) return;
  const original = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
  const kinds = { video: ['videoinput', chosen.camera], audio: ['audioinput', chosen.microphone] };

  let missing = false;
  Object.defineProperty(window, Symbol.for('teleconsult.missing'), { value: () => missing });

  const leavesItToUs = (wish) => wish === true || (wish && typeof wish === 'object' && !('deviceId' in wish));

  async function open(wishes) {
    try {
      return await original(wishes);
    } catch (error) {
      if (error.name === 'NotFoundError') missing = true;
      throw error;
    }
  }

  async function idOf(kind, label) {
    const devices = await navigator.mediaDevices.enumerateDevices();
    const found = devices.find((device) => device.kind === kind && device.label === label);
    return found && found.deviceId;
  }

  // Of the device, not of the wish: another one may well answer.
  const isHeld = (error) => ['NotReadableError', 'AbortError'].includes(error.name);

  // The wishes with the chosen devices in the place of those that the stream has, if there is one; nothing: there is no
  // other to ask for.
  async function better(wishes, ours, stream) {
    const others = {};
    for (const medium of ours) {
      const id = await idOf(...kinds[medium]);
      const track = stream && stream.getTracks().find((t) => t.kind === medium);
      if (!id && stream) missing = true; // Without one, devices may have no names yet.
      if (!id || (stream && !track) || (track && track.getSettings().deviceId === id)) continue;
      others[medium] = { ...(wishes[medium] === true ? {} : wishes[medium]), deviceId: { exact: id } };
    }
    return Object.keys(others).length > 0 ? { ...wishes, ...others } : null;
  }

  navigator.mediaDevices.getUserMedia = async function getUserMedia(wishes) {
    const ours = Object.keys(kinds).filter((m) => kinds[m][1] && wishes && leavesItToUs(wishes[m]));
    if (ours.length === 0) return open(wishes);
    let stream = null;
    let problem = null;
    try {
      stream = await open(wishes); // Before the first of these, devices have no names.
    } catch (error) {
      if (!isHeld(error)) throw error;
      problem = error; // Of the system's choice: the person's own may be free.
    }
    const others = await better(wishes, ours, stream);
    try {
      if (others) {
        const second = await original(others);
        if (stream) for (const track of stream.getTracks()) track.stop();
        return second;
      }
    } catch {
      // The chosen device does not work: better the one we have.
    }
    if (!stream) throw problem;
    return stream;
  };

  if (!chosen.speaker) return;
  const play = HTMLMediaElement.prototype.play;
  HTMLMediaElement.prototype.play = function (...args) {
    if (this.setSinkId && !this.sinkId)
      idOf('audiooutput', chosen.speaker).then((id) => id && this.setSinkId(id), () => {}).catch(() => {});
    return play.apply(this, args);
  };
})('%origin%', '%choice%');
