import { expect, test } from 'vitest';
import { uuid } from './uuid.ts';

test('makes distinct UUIDs of version 7 that begin with the time', () => {
  const before = Date.now();
  const ids = Array.from({ length: 100 }, () => uuid());
  expect(new Set(ids).size).toBe(100);
  for (const id of ids) {
    expect(id).toMatch(/^[\da-f]{8}-[\da-f]{4}-7[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/);
    const time = parseInt(id.replace('-', '').slice(0, 12), 16);
    expect(time).toBeGreaterThanOrEqual(before);
    expect(time).toBeLessThanOrEqual(Date.now());
  }
});
