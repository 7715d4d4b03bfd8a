// @vitest-environment jsdom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { start } from './loader.ts';

const ORIGIN = 'https://chat.example';
const fetching = vi.fn<typeof fetch>();

/** As patient as a busy machine needs. */
function eventually(check: () => void): Promise<void> {
  return vi.waitFor(check, { timeout: 20_000, interval: 5 });
}

let script: HTMLScriptElement;

function settings(fields: object): Response {
  return new Response(JSON.stringify(fields));
}

function root(): ShadowRoot {
  const found = document.querySelector('dakenh-widget')?.shadowRoot;
  if (!found) throw new Error('no widget on the page');
  return found;
}

function find<T extends Element>(selector: string): T {
  const found = root().querySelector<T>(selector);
  if (!found) throw new Error(`no ${selector}`);
  return found;
}

async function started(
  fields: object = { title: 'Hoa Mai', launcherLabel: 'Hỏi Hoa Mai' },
): Promise<HTMLButtonElement> {
  fetching.mockResolvedValueOnce(settings(fields));
  start(script, 'key');
  const launcher = find<HTMLButtonElement>('.launcher');
  await eventually(() => {
    expect(launcher.hidden).toBe(false);
  });
  return launcher;
}

function fromApp(
  data: object,
  origin = ORIGIN,
  source = find<HTMLIFrameElement>('iframe').contentWindow,
): void {
  window.dispatchEvent(
    new MessageEvent('message', { data: { mark: 'dakenh.widget.v1', ...data }, origin, source }),
  );
}

beforeEach(() => {
  fetching.mockReset();
  vi.stubGlobal('fetch', fetching);
  vi.stubGlobal('matchMedia', () => ({ matches: false }));
  vi.stubGlobal('requestIdleCallback', (action: () => void) => {
    action();
  });
  script = document.createElement('script');
  script.src = `${ORIGIN}/widget/v1/loader.js`;
});

afterEach(() => {
  document.querySelector('dakenh-widget')?.remove();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
  localStorage.clear();
  sessionStorage.clear();
});

test('[part TALK-1] shows the launcher in the tenant’s words and loads nothing of the app before a click', async () => {
  const launcher = await started();
  expect(launcher.textContent).toContain('Hỏi Hoa Mai');
  expect(fetching.mock.calls.map(([url]) => url)).toEqual([`${ORIGIN}/api/config/v1/public/widgets/key`]);
  expect(root().querySelector('iframe')).toBeNull();
  launcher.click();
  expect(find<HTMLIFrameElement>('iframe').src).toBe(
    `${ORIGIN}/widget/v1/app.html#key=key&host=${encodeURIComponent(location.origin)}&locale=en`,
  );
  expect(launcher.getAttribute('aria-expanded')).toBe('true');
});

test('speaks the language of its tag before that of the page', async () => {
  script.dataset['locale'] = 'vi';
  const launcher = await started();
  expect(launcher.textContent).toContain('Mở cửa sổ trò chuyện');
});

test('included twice it is there once', async () => {
  await started();
  start(script, 'key');
  expect(document.querySelectorAll('dakenh-widget')).toHaveLength(1);
  expect(fetching).toHaveBeenCalledOnce();
});

test('an unknown key leaves nothing on the page', async () => {
  fetching.mockResolvedValueOnce(new Response('{}', { status: 404 }));
  start(script, 'key');
  await eventually(() => {
    expect(document.querySelector('dakenh-widget')).toBeNull();
  });
});

test('a blocked or failing settings request still gives a launcher', async () => {
  fetching.mockRejectedValueOnce(new TypeError('blocked by policy'));
  start(script, 'key');
  await eventually(() => {
    expect(find<HTMLButtonElement>('.launcher').hidden).toBe(false);
  });
});

test('[part TALK-1] shows what is unread, remembers that a conversation is open, and closes when asked', async () => {
  const launcher = await started();
  launcher.click();
  fromApp({ type: 'loaded' });
  fromApp({ type: 'state', unread: 2, talking: true });
  expect(localStorage.getItem('dakenh.talking.key')).toBe('1');
  fromApp({ type: 'close' });
  expect(launcher.getAttribute('aria-expanded')).toBe('false');
  expect(find('.badge').textContent).toBe('2');
  expect(launcher.textContent).toContain('2 unread messages');
  expect(root().activeElement).toBe(launcher);
});

test('on the next page an open conversation brings the app back, hidden', async () => {
  localStorage.setItem('dakenh.talking.key', '1');
  await started();
  expect(root().querySelector('iframe')).not.toBeNull();
  expect(find<HTMLElement>('.window').hidden).toBe(true);
});

test('a window left open is open on the next page of this tab', async () => {
  sessionStorage.setItem('dakenh.open.key', '1');
  await started();
  expect(find<HTMLElement>('.window').hidden).toBe(false);
});

test('keeps the visitor for a frame whose own storage is blocked, and gives it back on the next page', async () => {
  (await started()).click();
  fromApp({ type: 'keep', name: 'visitor', value: 'token' });
  fromApp({ type: 'keep', name: 'outbox', value: 'unsent' });
  expect(localStorage.getItem('dakenh.kept.visitor.key')).toBe('token');
  expect(sessionStorage.getItem('dakenh.kept.outbox.key')).toBe('unsent');
  document.querySelector('dakenh-widget')?.remove();
  await started();
  // The test browser gives a frame in a shadow tree no window of its own.
  Object.defineProperty(find('iframe'), 'contentWindow', { value: window });
  const posted = vi.spyOn(window, 'postMessage').mockImplementation(() => undefined);
  fromApp({ type: 'loaded' });
  expect(posted).toHaveBeenCalledWith(
    expect.objectContaining({ type: 'start', kept: { visitor: 'token', outbox: 'unsent' } }),
    ORIGIN,
  );
});

test('listens to nobody but its own frame at its own origin', async () => {
  const launcher = await started();
  launcher.click();
  fromApp({ type: 'close' }, 'https://xau.example');
  fromApp({ type: 'close' }, ORIGIN, window);
  fromApp({ mark: 'other', type: 'close' });
  fromApp({ type: 'state', unread: '<b>', talking: true });
  expect(launcher.getAttribute('aria-expanded')).toBe('true');
});

test('[part GEN-3] changed settings dress the launcher at once', async () => {
  const launcher = await started();
  launcher.click();
  fromApp({
    type: 'settings',
    bootstrap: { launcherLabel: 'Nhãn mới', headerColor: '#ffffff', textColor: '#fff' },
  });
  expect(launcher.textContent).toContain('Nhãn mới');
  const host = document.querySelector<HTMLElement>('dakenh-widget');
  expect(host?.style.getPropertyValue('--header')).toBe('#ffffff');
  expect(host?.style.getPropertyValue('--text')).toBe('#111111');
});

test('Escape on the launcher closes the window', async () => {
  const launcher = await started();
  launcher.click();
  launcher.focus();
  window.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape' }));
  expect(launcher.getAttribute('aria-expanded')).toBe('false');
});
