/** Which popup a page shows, by the rules of docs/configuration.md; the same examples are run on the server. */
import type { Popup, Shell } from './shell.ts';

export interface Choice {
  /** Empty for the popup of the start button, which shows where no other matches. */
  id: string;
  title: string;
  /** Who speaks; a message of its own page has none. */
  name: string;
  content: string;
  delaySeconds: number;
}

/** Percent-encoding decoded where it is not needed, upper-cased elsewhere; other characters encoded. */
function canonical(part: string): string {
  return part
    .replace(/%([\da-f]{2})/gi, (whole, digits: string) => {
      const character = String.fromCharCode(parseInt(digits, 16));
      return /[\w.~-]/.test(character) ? character : whole.toUpperCase();
    })
    .replace(/[^\u0000-\u007f]+/gu, encodeURIComponent);
}

interface Address {
  host: string;
  path: string;
  /** With its question mark, or empty. */
  query: string;
}

/** Host in lower case without a default port, and an encoded path, are what a browser's address gives already. */
function parse(address: string): Address {
  const { host, pathname, search } = new URL(address);
  return { host, path: canonical(pathname).replace(/\/+$/, ''), query: canonical(search) };
}

function matches(pattern: string, { host, path, query }: Address): boolean {
  const wild = pattern.endsWith('*');
  const wanted = wild ? pattern.slice(0, -1) : pattern;
  const whole = path + (wanted.includes('?') ? query : '');
  const address = wanted.startsWith('/') ? whole || '/' : host + whole;
  return wild ? address.startsWith(wanted) : address === wanted;
}

/** The longest matching pattern, of equal ones the exact one. */
export function bestMatch(popups: Popup[], address: string): Popup | undefined {
  const page = parse(address);
  const weight = ({ path }: Popup): number => (path.endsWith('*') ? path.length - 1 : path.length + 0.5);
  return popups
    .filter(({ path }) => matches(path, page))
    .sort((one, other) => weight(other) - weight(one))[0];
}

/** A delay of 0 means never, and then nothing else takes its place. */
export function choose(shell: Shell, address: string): Choice | null {
  const match = bestMatch(shell.popups, address);
  if (match) return match.delaySeconds > 0 ? { ...match, name: '' } : null;
  const { fallback, name, content, image } = shell;
  const empty = !image && fallback.title === '' && content === '';
  return fallback.delaySeconds > 0 && !empty ? { id: '', ...fallback, name, content } : null;
}
