// @vitest-environment jsdom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { safeStorage } from '../shared/storage.ts';
import type { Sessions } from './session.ts';
import { createSessions } from './session.ts';

const fetching = vi.fn<typeof fetch>();

function session(token: string, seconds: number): Response {
  const expiresAt = new Date(Date.now() + seconds * 1000).toISOString();
  return new Response(JSON.stringify({ visitorToken: token, visitorId: 'visitor-1', expiresAt }));
}

function bodies(): unknown[] {
  return fetching.mock.calls.map(([, init]) => JSON.parse(String(init?.body)) as unknown);
}

function sessions(): Sessions {
  return createSessions('key', 'dakenh.visitor.key', safeStorage('localStorage'));
}

beforeEach(() => {
  fetching.mockReset();
  vi.stubGlobal('fetch', fetching);
});

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
  localStorage.clear();
});

test('[part TALK-1] the same browser stays the same visitor', async () => {
  fetching.mockResolvedValueOnce(session('one', 3600));
  expect(sessions().known()).toBe(false);
  expect(await sessions().token(false)).toBe('one');
  expect(sessions().known()).toBe(true);
  expect(await sessions().token(false)).toBe('one');
  expect(bodies()).toEqual([{ widgetKey: 'key' }]);
});

test('a token about to end is renewed for the same visitor', async () => {
  fetching.mockResolvedValueOnce(session('one', 30)).mockResolvedValueOnce(session('two', 3600));
  await sessions().token(false);
  expect(sessions().renewalDue()).toBe(0);
  expect(await sessions().token(false)).toBe('two');
  expect(bodies()[1]).toEqual({ widgetKey: 'key', visitorToken: 'one' });
});

test('a token that is not genuine any more makes someone new', async () => {
  fetching
    .mockResolvedValueOnce(session('one', 30))
    .mockResolvedValueOnce(new Response('{}', { status: 401 }))
    .mockResolvedValueOnce(session('two', 3600));
  await sessions().token(false);
  expect(await sessions().token(true)).toBe('two');
  expect(bodies()[2]).toEqual({ widgetKey: 'key' });
});

test('an unknown widget has no token; trouble is no answer', async () => {
  fetching.mockResolvedValueOnce(new Response('{}', { status: 404 }));
  expect(await sessions().token(false)).toBeNull();
  fetching.mockResolvedValueOnce(new Response('{"code":"tenant-suspended"}', { status: 403 }));
  expect(await sessions().token(false)).toBeNull();
  fetching.mockResolvedValueOnce(new Response('', { status: 503 }));
  await expect(sessions().token(false)).rejects.toThrow('503');
  fetching.mockResolvedValueOnce(new Response('{"visitorToken":7}'));
  await expect(sessions().token(false)).rejects.toThrow();
});

test('works for one visit where storage is blocked', async () => {
  vi.spyOn(window, 'localStorage', 'get').mockImplementation(() => {
    throw new DOMException('blocked', 'SecurityError');
  });
  fetching.mockResolvedValueOnce(session('one', 3600));
  const blocked = sessions();
  expect(await blocked.token(false)).toBe('one');
  expect(await blocked.token(false)).toBe('one');
  expect(fetching).toHaveBeenCalledOnce();
});

test('someone else’s value under our name is no session', () => {
  localStorage.setItem('dakenh.visitor.key', '{"visitorToken":"x"');
  expect(sessions().known()).toBe(false);
});
