// The link: its token and what its query asks for, by long or short name.

const shortNames = {
  display_name: 'dn',
  language: 'l',
  virtual_background: 'vb',
  theme: 't',
  audio_disabled: 'ad',
  video_disabled: 'vd',
};

export function readToken(location) {
  return decodeURIComponent(location.pathname.split('/').pop());
}

export function readOptions(location) {
  const query = new URLSearchParams(location.search);
  const value = (name) => query.get(name) || query.get(shortNames[name]) || '';
  const flag = (name) => ['true', '1'].includes(value(name));
  const oneOf = (name, words) => (words.includes(value(name)) ? value(name) : '');
  return {
    displayName: value('display_name').trim().slice(0, 100),
    language: value('language'),
    theme: oneOf('theme', ['light', 'dark']),
    background: oneOf('virtual_background', ['blur', 'image']),
    audioDisabled: flag('audio_disabled'),
    videoDisabled: flag('video_disabled'),
  };
}
