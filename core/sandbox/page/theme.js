// Light or dark, and the company's colours in place of the stand-in's own.

/** Black or white, whichever reads better on the colour (WCAG relative luminance). */
function readableOn(colour) {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const part = parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue > 0.179 ? '#000000' : '#ffffff';
}

export function useTheme(wanted, colours) {
  const root = document.documentElement;
  const dark = window.matchMedia('(prefers-color-scheme: dark)');
  const apply = () => {
    const mode = wanted || (dark.matches ? 'dark' : 'light');
    root.dataset.theme = mode;
    const { primary_color: primary, accent_color: accent } = colours[mode];
    const set = (name, value) => (value ? root.style.setProperty(name, value) : root.style.removeProperty(name));
    set('--primary', primary);
    set('--on-primary', primary && readableOn(primary));
    set('--accent', accent || primary);
  };
  apply();
  dark.addEventListener('change', apply);
}
