import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cleanName, initial } from './names.ts';

test.each([
  ['  Nguyễn\n Thu\tLan ', 'Nguyễn Thu Lan'],
  ['Lan\u202E nạb', 'Lan nạb'],
  ['\u2066\u200F', ''],
  ['Nguye\u0302\u0303n', 'Nguyễn'],
  ['Lan\u0000', 'Lan'],
])('shows %j as %j', (name, clean) => {
  expect(cleanName(name)).toBe(clean);
});

test('takes down towers of combining marks', () => {
  expect(cleanName(`a${'\u0316'.repeat(40)}`).length).toBeLessThanOrEqual(4);
});

const character = fc.oneof(
  fc.constantFrom(...'\u061c\u200e\u200f\u202a\u202e\u2066\u2069\u0301\u0323\n đ'),
  fc.integer({ min: 1, max: 0xd7ff }).map((code) => String.fromCodePoint(code)),
);

test('keeps nothing that turns the direction of what follows, in any name', () => {
  fc.assert(
    fc.property(
      fc.array(character).map((characters) => characters.join('')),
      (name) => {
        expect(cleanName(name)).not.toMatch(/[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\n\r]/u);
        expect(cleanName(cleanName(name))).toBe(cleanName(name));
      },
    ),
  );
});

test('a person goes by the given name', () => {
  expect(initial('Trần Quốc đạt')).toBe('Đ');
  expect(initial('')).toBe('');
});
