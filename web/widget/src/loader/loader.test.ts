// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
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
  fields: object = { window: { title: 'Hoa Mai' }, launcher: { name: 'Hỏi Hoa Mai' } },
): Promise<HTMLButtonElement> {
  fetching.mockResolvedValueOnce(settings(fields));
  start(script, 'key');
  const launcher = find<HTMLButtonElement>('.launcher');
  await eventually(() => {
    expect(find<HTMLElement>('.dock').hidden).toBe(false);
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
  vi.stubGlobal('matchMedia', () => ({ matches: false, addEventListener: () => undefined }));
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
    `${ORIGIN}/widget/v1/app.html?key=key#host=${encodeURIComponent(location.origin)}&locale=en`,
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
    expect(find<HTMLElement>('.dock').hidden).toBe(false);
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
    document: { launcher: { name: 'Nhãn mới' }, window: { headerColor: '#ffffff', textColor: '#fff' } },
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

const SPOKEN = {
  window: { title: 'Hoa Mai' },
  launcher: { name: 'Hỏi Hoa Mai', content: 'Cần gì cứ hỏi', buttonLabel: 'Hỏi ngay' },
  fallback: { title: 'Xin chào', delaySeconds: 2 },
  popups: [
    { id: 'p1', title: 'Ưu đãi', path: '/uu-dai', content: 'Giảm giá', delaySeconds: 1, resend: true },
    { id: 'p2', title: 'Không', path: '/im-lang', content: 'x', delaySeconds: 0 },
  ],
};

function popup(): string | undefined {
  return root().querySelector<HTMLElement>('.popup')?.textContent;
}

function go(path: string): void {
  history.pushState(null, '', path);
}

describe('popups', () => {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
    go('/');
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  async function shown(fields: object = SPOKEN): Promise<HTMLButtonElement> {
    fetching.mockResolvedValueOnce(settings(fields));
    start(script, 'key');
    await vi.advanceTimersByTimeAsync(0);
    return find<HTMLButtonElement>('.launcher');
  }

  test('[part POP-5] the start button’s own comes after its delay where no message matches', async () => {
    await shown();
    await vi.advanceTimersByTimeAsync(1_900);
    expect(popup()).toBeUndefined();
    await vi.advanceTimersByTimeAsync(200);
    expect(popup()).toContain('Xin chào');
    expect(popup()).toContain('Cần gì cứ hỏi');
    expect(popup()).toContain('Hỏi ngay');
  });

  test('[part POP-3] a message with delay 0 is never shown, nor anything in its place', async () => {
    go('/im-lang');
    await shown();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(popup()).toBeUndefined();
  });

  test('[part POP-1] follows the page of an app that never loads another', async () => {
    await shown();
    await vi.advanceTimersByTimeAsync(2_000);
    expect(popup()).toContain('Xin chào');
    go('/uu-dai?a=1');
    expect(popup()).toBeUndefined();
    await vi.advanceTimersByTimeAsync(1_000);
    expect(popup()).toContain('Giảm giá');
    expect(popup()).not.toContain('Xin chào');
    go('/im-lang');
    await vi.advanceTimersByTimeAsync(60_000);
    expect(popup()).toBeUndefined();
  });

  test('one that was closed stays closed on every page of the session', async () => {
    go('/uu-dai');
    await shown();
    await vi.advanceTimersByTimeAsync(1_000);
    find<HTMLButtonElement>('.popup-close').click();
    expect(popup()).toBeUndefined();
    document.querySelector('dakenh-widget')?.remove();
    await shown();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(popup()).toBeUndefined();
    go('/');
    await vi.advanceTimersByTimeAsync(2_000);
    expect(popup()).toContain('Xin chào');
  });

  test('[part POP-4] tells the app by which message the visitor came', async () => {
    go('/uu-dai');
    const launcher = await shown();
    await vi.advanceTimersByTimeAsync(1_000);
    find<HTMLButtonElement>('.popup-go').click();
    expect(launcher.getAttribute('aria-expanded')).toBe('true');
    expect(popup()).toBeUndefined();
    Object.defineProperty(find('iframe'), 'contentWindow', { value: window });
    const posted = vi.spyOn(window, 'postMessage').mockImplementation(() => undefined);
    fromApp({ type: 'loaded' });
    expect(posted).toHaveBeenCalledWith(expect.objectContaining({ type: 'start', popupId: 'p1' }), ORIGIN);
    fromApp({ type: 'close' });
    launcher.click();
    expect(posted).toHaveBeenLastCalledWith(expect.objectContaining({ visible: true, popupId: '' }), ORIGIN);
  });

  test('[part GEN-3] changed words show in the popup that is on screen, and a delay of 0 takes it away', async () => {
    await shown();
    await vi.advanceTimersByTimeAsync(2_000);
    find<HTMLButtonElement>('.launcher').click();
    find<HTMLButtonElement>('.launcher').click();
    sessionStorage.clear();
    fromApp({ type: 'settings', document: { ...SPOKEN, fallback: { title: 'Chào bạn', delaySeconds: 2 } } });
    expect(popup()).toContain('Chào bạn');
    fromApp({ type: 'settings', document: { ...SPOKEN, fallback: { title: 'Chào', delaySeconds: 0 } } });
    expect(popup()).toBeUndefined();
  });

  test('[part BTN-2] a picture instead of words, in its size and place; words where it cannot be loaded', async () => {
    const image = { url: '/m/p', widthPixels: 200, heightPixels: 90, offsetX: -30, offsetY: 12 };
    await shown({ ...SPOKEN, launcher: { ...SPOKEN.launcher, kind: 'image', image } });
    await vi.advanceTimersByTimeAsync(2_000);
    const picture = find<HTMLImageElement>('.popup-picture img');
    expect(picture.src).toBe(`${ORIGIN}/m/p`);
    expect([picture.width, picture.height]).toEqual([200, 90]);
    expect(picture.alt).toBe('Xin chào');
    picture.dispatchEvent(new Event('error'));
    expect(popup()).toContain('Cần gì cứ hỏi');
  });
});

test('[part BTN-10] stands in the corner and at the offsets of the layout', async () => {
  await started({
    launcher: {
      desktop: { corner: 'top-left', offsetX: 33, offsetY: 44 },
      phone: { corner: 'bottom-right' },
    },
  });
  const host = document.querySelector<HTMLElement>('dakenh-widget');
  expect(host?.style.getPropertyValue('--x')).toBe('33px');
  expect(host?.style.getPropertyValue('--y')).toBe('44px');
  expect(find('.box').className).toBe('box left top');
});

const LINKS = [
  { kind: 'zalo', url: 'https://zalo.me/84912345678', description: 'Nhắn Zalo <b>' },
  { kind: 'phone', url: 'tel:+84912345678', description: '' },
  { kind: 'facebook', url: 'javascript:alert(1)', description: 'Xấu' },
];

test('[part LNK-2] links open apart, with their description as name and tooltip; scripts are none', async () => {
  await started({ links: { layout: 'full', items: LINKS } });
  const links = [...root().querySelectorAll<HTMLAnchorElement>('a.link')];
  expect(links.map(({ href }) => href)).toEqual(['https://zalo.me/84912345678', 'tel:+84912345678']);
  expect(links[0]?.rel).toBe('noopener noreferrer');
  expect(links[0]?.getAttribute('aria-label')).toBe('Nhắn Zalo <b>');
  expect(links[0]?.parentElement?.querySelector('.tip')?.textContent).toBe('Nhắn Zalo <b>');
  expect(root().querySelector('.arrow')).toBeNull();
});

test('[part LNK-5] collapsed, they open by pointer, focus and tap, and close again', async () => {
  await started({ links: { layout: 'collapsed', items: LINKS } });
  const box = find<HTMLElement>('.links');
  const row = find<HTMLElement>('.link-row');
  const arrow = find<HTMLButtonElement>('.arrow');
  expect(row.hidden).toBe(true);
  box.dispatchEvent(new PointerEvent('pointerenter', { pointerType: 'mouse' }));
  expect(row.hidden).toBe(false);
  box.dispatchEvent(new PointerEvent('pointerleave', { pointerType: 'mouse' }));
  expect(row.hidden).toBe(true);
  arrow.focus();
  expect(row.hidden).toBe(false);
  arrow.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
  expect(row.hidden).toBe(true);
  arrow.click();
  expect(arrow.getAttribute('aria-expanded')).toBe('true');
});
