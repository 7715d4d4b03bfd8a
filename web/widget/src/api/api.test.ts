// @vitest-environment jsdom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { install } from './api.ts';

const ORIGIN = 'https://chat.example';
type Api = ((...call: unknown[]) => unknown) &
  Record<string, (...values: unknown[]) => unknown> & { q?: unknown[][] };
const page = window as unknown as Window & { dakenh?: Api };

let host: HTMLElement;
let launcher: HTMLButtonElement;
let frame: HTMLIFrameElement;

beforeEach(() => {
  host = document.createElement('div');
  const root = host.attachShadow({ mode: 'open' });
  launcher = document.createElement('button');
  launcher.className = 'launcher';
  launcher.setAttribute('aria-expanded', 'false');
  launcher.addEventListener('click', () => {
    launcher.setAttribute('aria-expanded', String(launcher.getAttribute('aria-expanded') !== 'true'));
  });
  const panel = document.createElement('div');
  panel.className = 'window';
  frame = document.createElement('iframe');
  // The test browser gives a frame in a shadow tree no window of its own.
  Object.defineProperty(frame, 'contentWindow', { value: window });
  panel.append(frame);
  root.append(launcher, panel);
  document.body.append(host);
});

afterEach(() => {
  host.remove();
  delete page.dakenh;
  vi.restoreAllMocks();
});

function fromApp(data: object, origin = ORIGIN): void {
  window.dispatchEvent(
    new MessageEvent('message', { data: { mark: 'dakenh.widget.v1', ...data }, origin, source: window }),
  );
}

function posted() {
  return vi.spyOn(window, 'postMessage').mockImplementation(() => undefined);
}

test('[part INT-4] what was called before it was there is carried out in order', async () => {
  posted();
  const heard: string[] = [];
  const stub = ((...call: unknown[]) => (stub.q = [...(stub.q ?? []), call])) as unknown as Api;
  page.dakenh = stub;
  page.dakenh('on', 'ready', () => heard.push('ready'));
  page.dakenh('on', 'opened', () => heard.push('opened'));
  page.dakenh('on', 'closed', () => heard.push('closed'));
  page.dakenh('open');
  install(page, host, ORIGIN);
  await vi.waitFor(() => {
    expect(heard).toEqual(['ready', 'opened']);
  });
  page.dakenh['toggle']?.();
  await vi.waitFor(() => {
    expect(heard).toEqual(['ready', 'opened', 'closed']);
  });
  expect(page.dakenh['isOpen']?.()).toBe(false);
});

test('[part INT-4] an identity waits for the app and fails with the server’s word for it', async () => {
  const sent = posted();
  install(page, host, ORIGIN);
  const said = page.dakenh?.('identify', { externalId: '7', hash: 'x' }) as Promise<unknown>;
  const calls = () =>
    sent.mock.calls.flatMap(([message]) => (message as { call?: { id: number; name: string } }).call ?? []);
  expect(calls().map(({ name }) => name)).toEqual(['hello']);
  fromApp({ type: 'loaded' });
  const identify = calls().find(({ name }) => name === 'identify');
  expect(identify).toMatchObject({ value: { externalId: '7', hash: 'x' } });
  fromApp(
    { type: 'answer', answer: { id: identify?.id, error: 'identity-mismatch' } },
    'https://xau.example',
  );
  fromApp({ type: 'answer', answer: { id: identify?.id, error: 'identity-mismatch' } });
  await expect(said).rejects.toMatchObject({ code: 'identity-mismatch' });
});

test('[part INT-4] news are told without the words', () => {
  posted();
  install(page, host, ORIGIN);
  const heard: unknown[] = [];
  page.dakenh?.('on', 'unread', (detail: unknown) => heard.push(detail));
  page.dakenh?.('on', 'message', (detail: unknown) => heard.push(detail));
  fromApp({ type: 'state', unread: 2 });
  fromApp({ type: 'heard' });
  fromApp({ type: 'state', unread: 2 });
  expect(heard).toEqual([{ unread: 2 }, { unread: 2 }]);
});

test('what is no command or event is a mistake that is told', () => {
  posted();
  install(page, host, ORIGIN);
  expect(() => page.dakenh?.('explode')).toThrow('no command explode');
  expect(() => page.dakenh?.('on', 'explosion', () => undefined)).toThrow('no event explosion');
  expect(() => page.dakenh?.('on', 'opened')).toThrow('needs a function');
});
