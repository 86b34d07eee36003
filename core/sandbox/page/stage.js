// The tiles: one for each participant, one more for each shared screen.

import { text } from '/page/strings.js';

const ratio = 16 / 9;
const gap = 12;

function initialsOf(name) {
  const words = name.split(/\s+/).filter(Boolean);
  return words.slice(0, 2).map((word) => Array.from(word)[0].toUpperCase()).join('') || '?';
}

function makeTile(id) {
  const tile = document.createElement('article');
  tile.className = 'tile';
  tile.dataset.testid = 'tile';
  tile.dataset.participant = id;
  tile.innerHTML =
    '<video autoplay playsinline></video><div class="initials" aria-hidden="true"></div>' +
    '<p class="label"><svg aria-hidden="true"><use href="#i-mic-off"/></svg><span data-testid="tile-name"></span></p>' +
    '<p class="link" hidden></p>';
  return tile;
}

/** Event `sound-blocked`: the browser wants a click first. */
export class Stage extends EventTarget {
  #tiles = new Map();
  #silenced = new Set(); // Videos that the browser plays only without their sound.
  #firstPictureAt = 0;

  constructor(element) {
    super();
    this.element = element;
    new ResizeObserver(() => this.#arrange()).observe(element);
  }

  /** When somebody else's picture was first on the screen, as performance.now() counts; 0: never. */
  get firstPictureAt() {
    return this.#firstPictureAt;
  }

  /** Shows or updates a tile; `person` is the name without what else `name` says. */
  show(id, { name, person = name, stream, isOwn = false, isScreen = false, hasVideo, isMuted = false, linkText = '' }) {
    let tile = this.#tiles.get(id);
    if (!tile) {
      tile = makeTile(id);
      this.#tiles.set(id, tile);
      this.element.append(tile);
      if (!isOwn) this.#noteFirstPicture(tile.querySelector('video'));
    }
    tile.classList.toggle('own', isOwn && !isScreen);
    tile.classList.toggle('screen', isScreen);
    tile.classList.toggle('dark', !hasVideo);
    tile.classList.toggle('muted', isMuted);
    tile.querySelector('span').textContent = name;
    tile.querySelector('.initials').textContent = initialsOf(person);
    const link = tile.querySelector('.link');
    link.textContent = linkText;
    link.hidden = !linkText;
    const video = tile.querySelector('video');
    video.muted = isOwn || this.#silenced.has(video);
    video.setAttribute('aria-label', name);
    if (video.srcObject !== stream) {
      video.srcObject = stream;
      this.#play(video);
    }
    this.#arrange();
  }

  #noteFirstPicture(video) {
    video.requestVideoFrameCallback?.((now) => {
      this.#firstPictureAt ||= now;
    });
  }

  /** A refused video stays paused: without sound it may play, so that at least the picture is there at once. */
  async #play(video) {
    const refused = await video.play().then(() => false, (error) => error.name === 'NotAllowedError');
    if (!refused) return;
    if (!video.muted) {
      this.#silenced.add(video);
      video.muted = true;
      video.play().catch(() => {}); // A further one comes with the click.
    }
    this.dispatchEvent(new Event('sound-blocked'));
  }

  /** To be called from a click, which is what the browser waits for. */
  playAll() {
    for (const video of this.#silenced) video.muted = false;
    this.#silenced.clear();
    for (const tile of this.#tiles.values()) this.#play(tile.querySelector('video'));
  }

  remove(id) {
    this.#silenced.delete(this.#tiles.get(id)?.querySelector('video'));
    this.#tiles.get(id)?.remove();
    this.#tiles.delete(id);
    this.#arrange();
  }

  /** As many columns as make the tiles largest; a shared screen takes two thirds. */
  #arrange() {
    const tiles = [...this.#tiles.values()];
    const screen = tiles.find((tile) => tile.classList.contains('screen'));
    const style = getComputedStyle(this.element);
    const width = this.element.clientWidth - parseFloat(style.paddingLeft) * 2;
    const height = this.element.clientHeight - parseFloat(style.paddingTop) * 2;
    if (width <= 0 || height <= 0 || tiles.length === 0) return;
    if (screen && tiles.length > 1) this.#arrangeAround(screen, tiles, width, height);
    else this.#arrangeEvenly(tiles, width, height);
  }

  #arrangeEvenly(tiles, width, height) {
    let best = { columns: 1, side: 0 };
    for (let columns = 1; columns <= tiles.length; columns += 1) {
      const rows = Math.ceil(tiles.length / columns);
      const side = Math.min((width - gap * (columns - 1)) / columns, ((height - gap * (rows - 1)) / rows) * ratio);
      if (side > best.side) best = { columns, side };
    }
    this.element.style.gridTemplateColumns = `repeat(${best.columns}, ${Math.floor(best.side)}px)`;
    this.element.style.gridAutoRows = `${Math.floor(best.side / ratio)}px`;
    for (const tile of tiles) {
      tile.style.gridArea = 'auto';
      tile.style.order = '0';
    }
  }

  #arrangeAround(screen, tiles, width, height) {
    const others = tiles.length - 1;
    const strip = Math.floor(Math.min(width / 4, ((height - gap * (others - 1)) / others) * ratio));
    const row = Math.floor((height - gap * (others - 1)) / others);
    this.element.style.gridTemplateColumns = `${Math.floor(width - strip - gap)}px ${strip}px`;
    this.element.style.gridAutoRows = `${row}px`;
    for (const tile of tiles) {
      tile.style.gridArea = tile === screen ? `1 / 1 / span ${others} / 2` : 'auto / 2';
      tile.style.order = tile === screen ? '0' : '1';
    }
  }
}

/** The name under a tile. */
export function nameOf(info, number) {
  return info.name || text('participant', { number });
}
