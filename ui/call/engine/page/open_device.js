// Of the pages that use devices themselves (preview.html, scan.html): opens one, and says why it cannot be.
function deviceProblem(error) {
  if (error.name === 'NotFoundError' || error.name === 'OverconstrainedError') return 'missing';
  if (error.name === 'NotAllowedError' || error.name === 'SecurityError') return 'refused';
  return 'inUse';
}

async function deviceNamed(kind, label) {
  if (!label) return undefined;
  const found = (await navigator.mediaDevices.enumerateDevices()).find((d) => d.kind === kind && d.label === label);
  return found && found.deviceId;
}

// A device that has not answered by then is held by something else, in milliseconds.
const longestWait = 10000;

function inTime(asked) {
  return new Promise((resolve, reject) => {
    let isLate = false;
    const timer = setTimeout(() => {
      isLate = true;
      reject(new DOMException('', 'TimeoutError'));
    }, longestWait);
    asked.then((stream) => {
      clearTimeout(timer);
      if (isLate) for (const track of stream.getTracks()) track.stop();
      else resolve(stream);
    }, (error) => {
      clearTimeout(timer);
      reject(error);
    });
  });
}

// Of the device, not of the wish: another one may well answer.
function isHeld(error) {
  return ['NotReadableError', 'AbortError', 'TimeoutError'].includes(error.name);
}

// `wishes`: of one medium, as getUserMedia() takes them. An empty label: whichever the system prefers.
async function openDevice(kind, wishes, label) {
  let stream = null;
  let problem = null;
  try {
    stream = await inTime(navigator.mediaDevices.getUserMedia(wishes));
  } catch (error) {
    const isThere = (device) => device.kind === kind;
    const hasOther = (await navigator.mediaDevices.enumerateDevices()).filter(isThere).length > 1;
    if (!isHeld(error) || !hasOther) throw error;
    problem = error;
  }
  // Names are known only now, and not even now if the first one failed before anything was allowed: so a device that was
  // chosen is asked for the second time.
  const id = await deviceNamed(kind, label);
  if (stream && (!id || stream.getTracks()[0].getSettings().deviceId === id)) return stream;
  if (!id) throw problem;
  if (stream) for (const track of stream.getTracks()) track.stop();
  const [medium] = Object.keys(wishes);
  return inTime(navigator.mediaDevices.getUserMedia({ [medium]: { ...wishes[medium], deviceId: { exact: id } } }));
}
