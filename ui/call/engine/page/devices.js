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

  navigator.mediaDevices.getUserMedia = async function getUserMedia(wishes) {
    const ours = Object.keys(kinds).filter((m) => kinds[m][1] && wishes && leavesItToUs(wishes[m]));
    if (ours.length === 0) return open(wishes);
    let stream = await open(wishes); // Before the first of these, devices have no names.
    const better = { ...wishes };
    let isOther = false;
    for (const medium of ours) {
      const id = await idOf(...kinds[medium]);
      const track = stream.getTracks().find((t) => t.kind === medium);
      if (!id) missing = true;
      if (!id || !track || track.getSettings().deviceId === id) continue;
      better[medium] = { ...(wishes[medium] === true ? {} : wishes[medium]), deviceId: { exact: id } };
      isOther = true;
    }
    if (!isOther) return stream;
    try {
      const second = await original(better);
      for (const track of stream.getTracks()) track.stop();
      stream = second;
    } catch {
      // The chosen device does not work: better the one we have.
    }
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
