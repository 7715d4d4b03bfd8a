import { expect, test } from 'vitest';
import { lastDays, longDay, shortDay } from './days.ts';

test('[part TALK-9] a range ends today and has as many days as it says', () => {
  const now = new Date(2026, 10, 23, 12);
  expect(lastDays(7, now)).toEqual({ from: '2026-11-17', to: '2026-11-23' });
  expect(lastDays(1, now)).toEqual({ from: '2026-11-23', to: '2026-11-23' });
});

test('days are written as in Viet Nam', () => {
  expect(shortDay('2026-11-05')).toBe('05/11');
  expect(longDay('2026-11-05')).toBe('05/11/2026');
});
