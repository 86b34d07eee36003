// Virtual backgrounds of the stand-in. There is no model here that tells a person from a room, so:
// `blur` blurs the whole picture; `image` shows the camera's picture as an inset before the company's picture, or before a
// plain colour when the company has none.

const framesPerSecond = 15;

function cover(context, source, width, height, targetWidth, targetHeight, x = 0, y = 0) {
  const scale = Math.max(targetWidth / width, targetHeight / height);
  const cutWidth = targetWidth / scale;
  const cutHeight = targetHeight / scale;
  context.drawImage(source, (width - cutWidth) / 2, (height - cutHeight) / 2, cutWidth, cutHeight, x, y, targetWidth, targetHeight);
}

async function loadPicture(url) {
  if (!url) return null;
  const picture = new Image();
  picture.src = new URL(url).pathname; // Of this origin, whatever name the page was opened by.
  await picture.decode();
  return picture;
}

/** A track that shows `track` with the background; stopping it stops the camera too. */
export async function withBackground(track, mode, pictureUrl) {
  const picture = mode === 'image' ? await loadPicture(pictureUrl).catch(() => null) : null;
  const video = document.createElement('video');
  video.muted = true;
  video.srcObject = new MediaStream([track]);
  await video.play();

  const canvas = document.createElement('canvas');
  canvas.width = video.videoWidth || 640;
  canvas.height = video.videoHeight || 480;
  const context = canvas.getContext('2d');
  const draw = () => {
    const { width, height } = canvas;
    if (mode === 'blur') {
      context.filter = 'blur(12px)';
      context.drawImage(video, 0, 0, width, height);
      return;
    }
    if (picture) cover(context, picture, picture.naturalWidth, picture.naturalHeight, width, height);
    else {
      context.fillStyle = '#0b6b72';
      context.fillRect(0, 0, width, height);
    }
    const side = Math.round(height * 0.78);
    cover(context, video, video.videoWidth || width, video.videoHeight || height, side, side, (width - side) / 2, height - side);
  };
  draw();
  const timer = setInterval(draw, 1000 / framesPerSecond);

  const [result] = canvas.captureStream(framesPerSecond).getVideoTracks();
  const stop = result.stop.bind(result);
  result.stop = () => {
    clearInterval(timer);
    track.stop();
    stop();
  };
  return result;
}
