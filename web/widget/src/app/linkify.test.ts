import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Piece } from './linkify.ts';
import { linkify } from './linkify.ts';
import PAYLOADS from './payloads.json';

function links(text: string): string[] {
  return linkify(text).flatMap((piece) => (piece.kind === 'link' ? [piece.href] : []));
}

function shown(pieces: Piece[]): string {
  return pieces.map((piece) => piece.text).join('');
}

test.each([
  ['Xem https://hoamai.vn/mau nhé', 'https://hoamai.vn/mau'],
  ['(http://hoamai.vn)', 'http://hoamai.vn/'],
  ['“https://hoamai.vn/a”.', 'https://hoamai.vn/a'],
  ['www.hoamai.vn, cảm ơn!', 'https://www.hoamai.vn/'],
  ['https://vi.wikipedia.org/wiki/Mai_(hoa) đẹp', 'https://vi.wikipedia.org/wiki/Mai_(hoa)'],
  ['HTTPS://HOAMAI.VN/A?b=c&d=e#f', 'https://hoamai.vn/A?b=c&d=e#f'],
  ['https://hoamai.vn/hoa-hồng', 'https://hoamai.vn/hoa-h%E1%BB%93ng'],
  ['https://hoamai.vn...', 'https://hoamai.vn/'],
])('[part TALK-1] finds the link in %j', (text, href) => {
  expect(links(text)).toEqual([href]);
  expect(shown(linkify(text))).toBe(text);
});

test.each([
  'hoamai.vn',
  'https://',
  'https://hoamai',
  'https://nganhang.vn@xau.example/dang-nhap',
  'https://user:secret@xau.example',
  'ftp://hoamai.vn/a',
  'xhttps://hoamai.vn',
  'mailto:lan@hoamai.vn',
  'lan@www.hoamai.vn',
])('leaves %j as text', (text) => {
  expect(linkify(text)).toEqual([{ kind: 'text', text }]);
});

test('a direction override ends the link, so that it cannot turn its own address around', () => {
  expect(links('https://hoamai.vn/\u202Egpj.exe')).toEqual(['https://hoamai.vn/']);
});

test.each(PAYLOADS)('payload %j only ever becomes text and http links', (payload) => {
  const pieces = linkify(payload);
  expect(shown(pieces)).toBe(payload);
  for (const href of links(payload)) expect(new URL(href).protocol).toMatch(/^https?:$/);
});

test('never loses, adds or reorders a character, and never links to anything but http and https', () => {
  const part = fc.oneof(
    fc.constantFrom(...PAYLOADS, 'https://a.vn/(b)', 'www.c.vn.', ' ', '\n'),
    fc.string({ unit: 'grapheme' }),
  );
  fc.assert(
    fc.property(fc.array(part, { maxLength: 8 }), (parts) => {
      const text = parts.join('');
      expect(shown(linkify(text))).toBe(text);
      for (const href of links(text)) expect(href).toMatch(/^https?:\/\//);
    }),
    { numRuns: 500 },
  );
});
