import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseContent, parseSignature } from './content.ts';

test('[part WIN-15] a signature’s links lead to the web or are plain words', () => {
  expect(
    parseSignature({
      parts: [
        { text: 'Xem ' },
        { text: 'tại đây', link: 'https://hoamai.vn/a' },
        { text: 'xấu', link: 'javascript:alert(1)' },
        { text: 'gọi', link: 'tel:113' },
        { text: '' },
        { link: 'https://a.vn' },
      ],
    }),
  ).toEqual({
    imageUrl: undefined,
    parts: [
      { text: 'Xem ', link: '' },
      { text: 'tại đây', link: 'https://hoamai.vn/a' },
      { text: 'xấu', link: '' },
      { text: 'gọi', link: '' },
    ],
  });
  expect(parseSignature({})).toBeUndefined();
});

test('[part WIN-15] no signature makes another link than one of the web', () => {
  fc.assert(
    fc.property(fc.array(fc.record({ text: fc.string(), link: fc.string() })), (parts) => {
      for (const { link } of parseSignature({ parts })?.parts ?? []) {
        expect(link === '' || /^https?:\/\/\S+$/i.test(link)).toBe(true);
      }
    }),
  );
});

test('asks for a name and a message while nothing is loaded', () => {
  expect(parseContent(null).fields.map(({ key, required }) => [key, required])).toEqual([
    ['name', false],
    ['content', true],
  ]);
  expect(parseContent({ window: { fields: [] } }).fields).toEqual([]);
});

test('[part WIN-6] a choice without choices cannot be answered and is not asked', () => {
  const fields = [
    { key: 'custom-a', kind: 'choice', choices: [] },
    { key: 'custom-b', kind: 'choice', choices: ['Có', ''] },
    { key: 'content', kind: 'text' },
  ];
  expect(parseContent({ window: { fields } }).fields.map(({ key, kind }) => [key, kind])).toEqual([
    ['custom-b', 'choice'],
    ['content', 'multiline'],
  ]);
});

test('[part WIN-8] with nobody to choose from nothing is chosen', () => {
  expect(parseContent({ window: { startMode: 'agent' }, agents: [] }).startMode).toBe('none');
  const agents = [{ id: 'a', name: 'Lan', departmentId: 'd' }];
  expect(parseContent({ window: { startMode: 'agent' }, agents }).startMode).toBe('agent');
});

test('[part SND-3] the tone comes with its volume', () => {
  expect(parseContent({ sounds: { message: { url: '/s/t', volume: 40 } } }).messageSound).toEqual({
    url: '/s/t',
    volume: 0.4,
  });
  expect(parseContent({ sounds: { message: { url: 'javascript:x' } } }).messageSound).toBeUndefined();
});
