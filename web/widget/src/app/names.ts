/**
 * A name as it may be shown: no control characters, nothing that turns the direction of what follows, no stacks of
 * marks. Rendered inside `<bdi>` as well.
 */
export function cleanName(name: string): string {
  return name
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\u200b\u2060\ufeff]/gu, ' ')
    .replace(/(\p{M}{3})\p{M}+/gu, '$1')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 120);
}

/** What stands in for a person's picture: in Vietnamese the given name comes last. */
export function initial(name: string): string {
  const given = cleanName(name).split(' ').at(-1) ?? '';
  return ([...given][0] ?? '').toLocaleUpperCase('vi');
}
