// The buttons under the tiles. A tool that this participant does not have has no button.

import { setLabel, text } from '/page/strings.js';

const find = (testId) => document.querySelector(`[data-testid="${testId}-button"]`);

export class Controls {
  constructor({ media, notices, panels, hasPicture, tools, hangUp }) {
    this.media = media;
    this.notices = notices;
    const [chat, files] = panels;
    if (tools.chat) chat.enable();
    if (tools.file_upload) files.enable();
    find('screen').hidden = !tools.screen_sharing || !navigator.mediaDevices?.getDisplayMedia;
    find('camera').hidden = !hasPicture;
    find('hangup').onclick = hangUp;
    find('mic').onclick = () => this.#toggle('toggleMicrophone', 'noMicrophone');
    find('camera').onclick = () => this.#toggle('toggleCamera', 'noCamera');
    find('screen').onclick = () => this.#toggle('toggleScreen', 'noScreen');
    for (const panel of panels) {
      panel.button.onclick = () => {
        const wasOpen = panel.isOpen;
        panels.forEach((each) => each.close());
        if (!wasOpen) panel.open();
      };
    }
    media.addEventListener('change', () => this.#show());
    this.#show();
  }

  async #toggle(action, problem) {
    const worked = await this.media[action]();
    if (worked) this.notices.hide('devices');
    else this.notices.show('devices', text(problem));
  }

  #show() {
    const { audio, video, screen } = this.media.state;
    this.#set('mic', audio, 'mute', 'unmute', 'i-mic');
    this.#set('camera', video, 'cameraOff', 'cameraOn', 'i-camera');
    const share = find('screen');
    share.setAttribute('aria-pressed', String(screen));
    setLabel(share, text(screen ? 'stopSharing' : 'share'));
  }

  #set(name, isOn, labelOn, labelOff, icon) {
    const button = find(name);
    button.classList.toggle('off', !isOn);
    button.dataset.on = String(isOn);
    setLabel(button, text(isOn ? labelOn : labelOff));
    button.querySelector('use').setAttribute('href', isOn ? `#${icon}` : `#${icon}-off`);
  }
}
