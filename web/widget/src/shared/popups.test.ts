import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bestMatch, choose, normalised } from './popups.ts';
import type { Popup } from './shell.ts';
import { parseShell } from './shell.ts';

function popups(...paths: string[]): Popup[] {
  return paths.map((path) => ({ id: path, title: path, path, content: '', delaySeconds: 1, resend: false }));
}

function match(address: string, ...paths: string[]): string | undefined {
  return bestMatch(popups(...paths), address)?.path;
}

test.each([
  ['https://hoamai.vn/gia/', '/gia', true],
  ['https://hoamai.vn/gia#anh', '/gia', true],
  ['https://hoamai.vn/gia?tu=1', '/gia', true],
  ['https://HoaMai.vn:443/gia', 'hoamai.vn/gia', true],
  ['http://hoamai.vn:8080/gia', 'hoamai.vn:8080/gia', true],
  ['http://hoamai.vn:8080/gia', 'hoamai.vn/gia', false],
  ['https://hoamai.vn/hoa-m%61i', '/hoa-mai', true],
  ['https://hoamai.vn/giá', '/gi%C3%A1', true],
  ['https://hoamai.vn/gi%c3%a1', '/gi%C3%A1', true],
  ['https://hoamai.vn/gia?tu=1', '/gia?tu=1', true],
  ['https://hoamai.vn/gia?tu=2', '/gia?tu=1', false],
  ['https://hoamai.vn/Gia', '/gia', false],
  ['https://hoamai.vn/', '/', true],
  ['https://hoamai.vn/hoa/hong', '/hoa*', true],
  ['https://hoamai.vn/ho', '/hoa*', false],
  ['https://hoamai.vn/', '/*', true],
  ['https://hoamai.vn/hoa', '/hoa/*', true],
  ['https://hoamai.vn/hoahong', '/hoa/*', false],
  ['https://hoamai.vn/hoa?trang=12', '/hoa?trang=1*', true],
  ['https://hoamai.vn/hoa/a?trang=12', '/hoa?trang=1*', false],
  ['https://hoamai.vn/', 'hoamai.vn', true],
  ['https://hoamai.vn/a|b%c', '/a%7Cb%25c', true],
])('[part POP-2] %s shows %s: %s', (address, path, shows) => {
  expect(match(address, path)).toBe(shows ? path : undefined);
});

test('[part POP-2] the longest pattern wins, of equal ones the exact one', () => {
  expect(match('https://a.vn/hoa/hong', '/*', '/hoa*', '/hoa/h*')).toBe('/hoa/h*');
  expect(match('https://a.vn/hoa', '/hoa*', '/hoa')).toBe('/hoa');
  expect(match('https://a.vn/hoa', '/hoa', 'a.vn/hoa')).toBe('a.vn/hoa');
});

const shell = (fields: object): ReturnType<typeof parseShell> => parseShell(fields);
const delays = fc.integer({ min: 0, max: 3600 });

test('[part POP-3] [part POP-5] a match decides alone; only where there is none the start button’s popup may show', () => {
  fc.assert(
    fc.property(delays, delays, fc.boolean(), (own, other, matches) => {
      const choice = choose(
        shell({
          launcher: { name: 'Mai', content: 'Chào' },
          fallback: { title: 'Chung', delaySeconds: other },
          popups: [{ id: 'p', title: 'Riêng', path: matches ? '/a' : '/b', content: 'x', delaySeconds: own }],
        }),
        'https://hoamai.vn/a',
      );
      const delay = matches ? own : other;
      if (delay === 0) expect(choice).toBeNull();
      else {
        expect(choice?.title).toBe(matches ? 'Riêng' : 'Chung');
        expect(choice?.name).toBe(matches ? '' : 'Mai');
        expect(choice?.delaySeconds).toBe(delay);
      }
    }),
  );
});

test('a start button with nothing to say says nothing', () => {
  expect(choose(shell({ fallback: { delaySeconds: 5 } }), 'https://hoamai.vn/')).toBeNull();
});

interface Examples {
  pages: { address: string; normalized: string }[];
  paths: { path: string; normalized: string | null }[];
  choices: { name: string; paths: string[]; page: string; winner: number }[];
}

/** The same file is run by the server. */
const examples = JSON.parse(
  readFileSync(new URL('../../../../contracts/src/test/resources/popup-paths.json', import.meta.url), 'utf8'),
) as Examples;

/** A browser gives international names in their ASCII form. */
function asBrowser(address: string): string {
  const [, start = '', host = '', rest = ''] = /^(\w+:\/\/)([^/]*)(.*)$/s.exec(address) ?? [];
  return /[^ -~]/.test(host) ? start + new URL(`http://${host}`).hostname + rest : address;
}

test.each(examples.pages)(
  '[part POP-2] the page $address is compared as $normalized',
  ({ address, normalized }) => {
    expect(normalised(asBrowser(address))).toBe(normalized);
  },
);

/** What the server does before a path gets into the document. */
function asServed(path: string): string {
  const known = examples.paths.find((example) => example.path === path)?.normalized;
  if (typeof known === 'string') return known;
  const wild = path.endsWith('*');
  const start = asBrowser(wild ? path.slice(0, -1) : path);
  return normalised(start) + (wild ? (start.endsWith('/') ? '/*' : '*') : '');
}

test.each(examples.choices)('[part POP-2] of several paths: $name', ({ paths, page, winner }) => {
  const served = paths.map(asServed);
  expect(bestMatch(popups(...served), asBrowser(page))?.path).toBe(served[winner]);
});
