import { expect, test, vi } from 'vitest';
import type { ToApp, ToHost } from './bridge.ts';
import { parseToApp, parseToHost, post } from './bridge.ts';

const page = { url: 'https://hoamai.vn/', title: 'Hoa Mai', referrer: '' };

function sent(message: ToApp | ToHost): unknown {
  const postMessage = vi.fn<(data: unknown, origin: string) => void>();
  post({ postMessage } as unknown as Window, 'https://hoamai.vn', message);
  expect(postMessage.mock.calls[0]?.[1]).toBe('https://hoamai.vn');
  return postMessage.mock.calls[0]?.[0];
}

test.each<ToApp>([
  {
    type: 'start',
    document: { version: 3 },
    kept: { visitor: 'x' },
    page,
    visible: true,
    full: true,
    popupId: 'p',
  },
  { type: 'start', document: null, kept: {}, page, visible: false, full: false, popupId: '' },
  { type: 'visible', visible: false, page, full: false, popupId: '' },
])('the app understands %j', (message) => {
  expect(parseToApp(sent(message))).toEqual(message);
});

test.each<ToHost>([
  { type: 'loaded' },
  { type: 'close' },
  { type: 'state', unread: 3, talking: true },
  { type: 'settings', document: { version: 3, window: { title: 'Hoa Mai' } } },
  { type: 'keep', name: 'visitor', value: 'token' },
  { type: 'keep', name: 'outbox', value: null },
])('the host understands %j', (message) => {
  expect(parseToHost(sent(message))).toEqual(message);
});

const mark = 'dakenh.widget.v1';
test.each([
  null,
  'close',
  42,
  [],
  { type: 'close' },
  { mark: 'other', type: 'close' },
  { mark, type: 'unknown' },
  { mark, type: 'state', unread: -1, talking: true },
  { mark, type: 'state', unread: 1.5, talking: true },
  { mark, type: 'state', unread: '3', talking: true },
  { mark, type: 'state', unread: 3 },
  { mark, type: 'keep', name: 'cookies', value: 'x' },
  { mark, type: 'keep', name: 'visitor', value: 7 },
  { mark, type: 'keep', name: 'visitor', value: 'x'.repeat(500_001) },
  { mark, type: 'start', document: null, visible: true },
  { mark, type: 'start', document: null, visible: 'yes', page },
  { mark, type: 'visible', visible: true, page: { url: 1, title: '', referrer: '' } },
])('nobody listens to %j', (data) => {
  expect(parseToApp(data)).toBeNull();
  expect(parseToHost(data)).toBeNull();
});
