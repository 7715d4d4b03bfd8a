import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseContent } from '../app/content.ts';
import { parseShell } from './shell.ts';

test('whatever arrives can be shown', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const shell = parseShell(value);
      expect(shell.headerColor).toMatch(/^#/);
      expect(parseContent(value).fields.length).toBeGreaterThanOrEqual(0);
    }),
  );
});

test('whatever the parts hold can be shown', () => {
  const part = fc.oneof(fc.jsonValue(), fc.record({ items: fc.array(fc.jsonValue()) }));
  const keys = [
    'popups',
    'fallback',
    'launcher',
    'window',
    'buttons',
    'links',
    'sounds',
    'departments',
    'agents',
  ];
  fc.assert(
    fc.property(fc.record(Object.fromEntries(keys.map((key) => [key, part]))), (document) => {
      parseShell(document);
      parseContent(document);
    }),
  );
});

test('[part WIN-14] sizes and offsets stay within bounds', () => {
  const { widthPixels, heightPixels, desktop } = parseShell({
    window: { widthPixels: 5000, heightPixels: 1 },
    launcher: { desktop: { corner: 'middle', offsetX: -5, offsetY: 9999 } },
  });
  expect([widthPixels, heightPixels]).toEqual([640, 360]);
  expect(desktop).toEqual({ corner: 'bottom-right', offsetX: 0, offsetY: 1000 });
});

test('[part LNK-1] five links at most, and none that is a script', () => {
  const items = [
    'https://a.vn',
    'javascript:alert(1)',
    'data:text/html,x',
    'tel:1',
    'mailto:a@b.vn',
    'https://c.vn',
    'skype:a?chat',
    'viber://chat?number=1',
  ].map((url) => ({ kind: 'zalo', url, description: '' }));
  const { links } = parseShell({ links: { layout: 'collapsed', items } });
  expect(links.layout).toBe('collapsed');
  expect(links.items.map(({ url }) => url)).toEqual([
    'https://a.vn',
    'tel:1',
    'mailto:a@b.vn',
    'https://c.vn',
    'skype:a?chat',
  ]);
});
