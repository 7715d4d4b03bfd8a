// @vitest-environment jsdom
import { afterEach, expect, test, vi } from 'vitest';
import { safeStorage } from './storage.ts';

afterEach(() => {
  vi.restoreAllMocks();
  localStorage.clear();
});

test('keeps values for the next page', () => {
  safeStorage('localStorage').set('name', 'Lan');
  expect(safeStorage('localStorage').get('name')).toBe('Lan');
  safeStorage('localStorage').set('name', null);
  expect(localStorage.getItem('name')).toBeNull();
});

test('[part TALK-1] goes on in memory where even touching storage throws', () => {
  vi.spyOn(window, 'localStorage', 'get').mockImplementation(() => {
    throw new DOMException('blocked', 'SecurityError');
  });
  const storage = safeStorage('localStorage');
  expect(storage.get('name')).toBeNull();
  storage.set('name', 'Lan');
  expect(storage.get('name')).toBe('Lan');
  storage.set('name', null);
  expect(storage.get('name')).toBeNull();
});

test('goes on in memory when storage is full', () => {
  vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
    throw new DOMException('full', 'QuotaExceededError');
  });
  const storage = safeStorage('localStorage');
  storage.set('name', 'Lan');
  expect(storage.get('name')).toBe('Lan');
});

test('where it is blocked, tells who keeps things for it, and takes back what was kept', () => {
  vi.spyOn(window, 'localStorage', 'get').mockImplementation(() => {
    throw new DOMException('blocked', 'SecurityError');
  });
  const keep = vi.fn<(name: string, value: string | null) => void>();
  const storage = safeStorage('localStorage', keep);
  storage.adopt({ token: 'one' });
  expect(storage.get('token')).toBe('one');
  storage.set('token', 'two');
  storage.set('token', null);
  expect(keep.mock.calls).toEqual([
    ['token', 'two'],
    ['token', null],
  ]);
  expect(storage.get('token')).toBeNull();
});

test('takes nothing from others while its own storage works', () => {
  const storage = safeStorage('localStorage');
  storage.adopt({ token: 'one' });
  expect(storage.get('token')).toBeNull();
});

test('sees what another tab has written', () => {
  const storage = safeStorage('localStorage');
  storage.set('token', 'old');
  localStorage.setItem('token', 'new');
  expect(storage.get('token')).toBe('new');
});
