/** A message cut into plain text and links. Both are only ever rendered as text; a link's target is http or https. */
export type Piece = { kind: 'text'; text: string } | { kind: 'link'; text: string; href: string };

// Stops at white space, quotes, angle brackets and every invisible or direction-changing character.
const CANDIDATE = /(?:https?:\/\/|www\.)[^\s<>"'`\\\p{Cc}\p{Cf}]+/giu;
const TRAILING = /[.,;:!?…'"”’»]+$/u;
const BRACKETS: Record<string, string> = { ')': '(', ']': '[', '}': '{' };

/** Punctuation that ends the sentence, and closing brackets opened before the link, are not part of it. */
function trimmed(candidate: string): string {
  let text = candidate;
  for (;;) {
    const bare = text.replace(TRAILING, '');
    const opening = BRACKETS[bare.slice(-1)];
    const unbalanced =
      opening !== undefined && bare.split(bare.slice(-1)).length > bare.split(opening).length;
    const next = unbalanced ? bare.slice(0, -1) : bare;
    if (next === text) return text;
    text = next;
  }
}

function parse(address: string): URL | null {
  try {
    return new URL(address);
  } catch {
    return null;
  }
}

/** The address a browser would open, or null where it is none, or not what it looks like. */
function target(text: string): string | null {
  const address = /^www\./i.test(text) ? `https://${text}` : text;
  const url = parse(address);
  if (!url) return null;
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return null;
  // "https://bank.vn@elsewhere.example" only looks like the bank.
  if (url.username !== '' || url.password !== '' || !url.hostname.includes('.')) return null;
  return url.href;
}

export function linkify(text: string): Piece[] {
  const pieces: Piece[] = [];
  let shown = 0;
  for (const match of text.matchAll(CANDIDATE)) {
    const link = trimmed(match[0]);
    const before = text[match.index - 1];
    const href = before && /[\p{L}\p{N}@_/]/u.test(before) ? null : target(link);
    if (href === null) continue;
    if (match.index > shown) pieces.push({ kind: 'text', text: text.slice(shown, match.index) });
    pieces.push({ kind: 'link', text: link, href });
    shown = match.index + link.length;
  }
  if (shown < text.length) pieces.push({ kind: 'text', text: text.slice(shown) });
  return pieces;
}
