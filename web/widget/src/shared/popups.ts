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

/** Letters, digits and reserved marks as they are, all else percent-encoded in capitals, what needs it not decoded. */
function encoded(part: string): string {
  return part.replace(/%[\da-f]{2}|%|[^\w.~:/?#[\]@!$&'()*+,;=%-]+/gi, (found) => {
    if (found.length !== 3 || !found.startsWith('%')) return encodeURIComponent(found);
    const character = String.fromCharCode(parseInt(found.slice(1), 16));
    return /[\w.~-]/.test(character) ? character : found.toUpperCase();
  });
}

const bare = (path: string): string => path.replace(/\/+$/, '');

interface Address {
  /** With a port that is not the scheme's own. */
  host: string;
  /** Without a trailing slash. */
  path: string;
  query: string;
}

function parse(address: string): Address {
  const [, scheme = '', authority = '', path = '', query = ''] =
    /^(?:([a-z][\w+.-]*):\/\/|\/\/)?([^/?]*)([^?]*)\??(.*)$/is.exec(
      address.normalize().trim().replace(/#.*/s, ''),
    ) ?? [];
  // International names are in their ASCII form in a browser's address already.
  const host = authority
    .toLowerCase()
    .replace(/.*@/, '')
    .replace(/^http$/i.test(scheme) ? /:80$/ : /^https$/i.test(scheme) ? /:443$/ : /:(?:80|443)$/, '')
    .replace(/\.(?=:|$)/, '');
  return { host, path: bare(encoded(path)), query: encoded(query) };
}

function matches(pattern: string, page: Address): boolean {
  const wild = pattern.endsWith('*');
  const [, host = '', path = '', mark, query = ''] =
    /^([^/?]*)([^?]*)(\?)?(.*)$/.exec(wild ? pattern.slice(0, -1) : pattern) ?? [];
  if (host !== '' && host !== page.host) return false;
  if (!mark && wild) return page.path.startsWith(path) || `${page.path}/` === path;
  if (bare(path) !== page.path) return false;
  return !mark || (wild ? page.query.startsWith(query) : page.query === query);
}

/** The longest matching path, of equal ones the exact one. */
export function bestMatch(popups: Popup[], address: string): Popup | undefined {
  const page = parse(address);
  const weight = ({ path }: Popup): number =>
    path.endsWith('*') ? bare(path.slice(0, -1)).length : bare(path).length + 0.5;
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

/** A page's address in the one form in which it is compared. */
export function normalised(address: string): string {
  const { host, path, query } = parse(address);
  return (host + path || '/') + (query && `?${query}`);
}
