import fc from 'fast-check';
import { expect, test } from 'vitest';
import { adaptedTo, contrast, READABLE, readableOn } from './color.ts';

const color = fc.integer({ min: 0, max: 0xffffff }).map((value) => `#${value.toString(16).padStart(6, '0')}`);

test('measures contrast as WCAG does', () => {
  expect(contrast('#000', '#ffffff')).toBeCloseTo(21, 5);
  expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
});

test('keeps the tenant’s text colour where it can be read', () => {
  expect(readableOn('#b4235a', '#fff3e0')).toBe('#fff3e0');
  expect(readableOn('#ffffff', '#eeeeee')).toBe('#111111');
});

test('any two colours end up readable', () => {
  fc.assert(
    fc.property(color, color, (background, wanted) => {
      expect(contrast(background, readableOn(background, wanted))).toBeGreaterThanOrEqual(4.3);
    }),
  );
});

test('any brand colour can be read on both surfaces', () => {
  fc.assert(
    fc.property(color, fc.constantFrom('#ffffff', '#17191d'), (brand, surface) => {
      expect(contrast(surface, adaptedTo(surface, brand))).toBeGreaterThanOrEqual(READABLE);
    }),
  );
});
