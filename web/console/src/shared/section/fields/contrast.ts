export const COLOUR = /^#[0-9a-f]{6}$/i;

/** WCAG AA for text. */
export const READABLE = 4.5;

function luminance(colour: string): number {
  const channels = [1, 3, 5].map((at) => {
    const share = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  const [red = 0, green = 0, blue = 0] = channels;
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** WCAG contrast of two colours, 1 to 21; undefined while one of them is half typed. */
export function contrast(one: string, other: string): number | undefined {
  if (!COLOUR.test(one) || !COLOUR.test(other)) return undefined;
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}
