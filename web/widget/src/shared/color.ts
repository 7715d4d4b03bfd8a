type Rgb = [number, number, number];

function channels(color: string): Rgb {
  const hex = color.slice(1);
  const full = hex.length === 3 ? [...hex].map((digit) => digit + digit).join('') : hex;
  return [0, 2, 4].map((start) => parseInt(full.slice(start, start + 2), 16)) as Rgb;
}

function hexadecimal(rgb: Rgb): string {
  return `#${rgb.map((channel) => Math.round(channel).toString(16).padStart(2, '0')).join('')}`;
}

/** Relative luminance as WCAG 2 defines it. */
export function luminance(color: string): number {
  const [red, green, blue] = channels(color).map((channel) => {
    const share = channel / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as Rgb;
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

export function contrast(one: string, other: string): number {
  const [low, high] = [luminance(one), luminance(other)].sort((a, b) => a - b) as [number, number];
  return (high + 0.05) / (low + 0.05);
}

/** Contrast that WCAG AA asks of ordinary text. */
export const READABLE = 4.5;

/** The wanted colour where it can be read on the background, else black or white, whichever reads better. */
export function readableOn(background: string, wanted: string): string {
  if (contrast(background, wanted) >= READABLE) return wanted;
  return contrast(background, '#ffffff') >= contrast(background, '#111111') ? '#ffffff' : '#111111';
}

/** The colour itself, moved just as far towards black or white as it takes to be read on the background. */
export function adaptedTo(background: string, color: string): string {
  const goal: Rgb = luminance(background) > 0.4 ? [0, 0, 0] : [255, 255, 255];
  const from = channels(color);
  for (let step = 0; step <= 20; step++) {
    const moved = hexadecimal(
      from.map((channel, index) => channel + (((goal[index] ?? 0) - channel) * step) / 20) as Rgb,
    );
    if (contrast(background, moved) >= READABLE) return moved;
  }
  return hexadecimal(goal);
}
