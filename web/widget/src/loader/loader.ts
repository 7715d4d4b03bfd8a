/**
 * What the host page runs: a launcher button, and, from the first click on, the app in a frame of our own origin.
 * The page keeps working whatever happens here: nothing blocks it, moves it or touches its styles.
 */
import type { Bootstrap } from '../shared/bootstrap.ts';
import { BootstrapMissing, DEFAULT_BOOTSTRAP, loadBootstrap } from '../shared/bootstrap.ts';
import type { HostPage, KeptName, ToApp } from '../shared/bridge.ts';
import { parseToHost, post } from '../shared/bridge.ts';
import { chooseLocale } from '../shared/locale.ts';
import type { SafeStorage } from '../shared/storage.ts';
import { safeStorage } from '../shared/storage.ts';
import { createView } from './view.ts';

const TAG = 'dakenh-widget';

function ownScript(): HTMLScriptElement | null {
  const running = document.currentScript;
  // A tag manager or a module loader hides the script that runs: take the one that carries a key.
  return running instanceof HTMLScriptElement && running.dataset['widgetKey']
    ? running
    : document.querySelector<HTMLScriptElement>('script[data-widget-key][src]');
}

function page(): HostPage {
  return { url: location.href, title: document.title, referrer: document.referrer };
}

/** Dark only where the host page itself is dark: a dark window on a page that stays light would look broken. */
function hostIsDark(): boolean {
  const schemes = getComputedStyle(document.documentElement).colorScheme;
  const wantsDark = matchMedia('(prefers-color-scheme: dark)').matches;
  return schemes.includes('dark') && (wantsDark || !schemes.includes('light'));
}

function whenIdle(action: () => void): void {
  const idle = (): void => {
    if ('requestIdleCallback' in window) requestIdleCallback(action, { timeout: 2000 });
    else setTimeout(action, 200);
  };
  if (document.readyState === 'complete') idle();
  else addEventListener('load', idle, { once: true });
}

export function start(script: HTMLScriptElement, widgetKey: string): void {
  // Twice on a page, by mistake or by two tag managers: the first one stays.
  if (document.querySelector(TAG)) return;
  const host = document.createElement(TAG);
  document.documentElement.append(host);

  const base = new URL('.', script.src);
  const locale = chooseLocale(script.dataset['locale'], document.documentElement.lang, navigator.language);
  const dark = hostIsDark();
  const view = createView(host, locale, dark);
  const tab = safeStorage('sessionStorage');
  const browser = safeStorage('localStorage');
  const openMark = `dakenh.open.${widgetKey}`;
  const talkingMark = `dakenh.talking.${widgetKey}`;

  const shelves: Record<KeptName, SafeStorage> = { visitor: browser, outbox: tab };
  const keptAs = (name: string): string => `dakenh.kept.${name}.${widgetKey}`;

  function kept(): Record<string, string> {
    return Object.fromEntries(
      Object.entries(shelves).flatMap(([name, shelf]) => {
        const value = shelf.get(keptAs(name));
        return value === null ? [] : [[name, value]];
      }),
    );
  }

  let bootstrap: Bootstrap | null = null;
  let frame: HTMLIFrameElement | undefined;
  let listening = false;
  let open = false;

  function tell(message: ToApp): void {
    if (listening && frame?.contentWindow) post(frame.contentWindow, base.origin, message);
  }

  function loadApp(): void {
    if (frame) return;
    const settings = new URLSearchParams({ key: widgetKey, host: location.origin, locale });
    if (dark) settings.set('theme', 'dark');
    frame = view.frame(`${base.href}app.html#${settings.toString()}`);
  }

  function setOpen(next: boolean, focus = true): void {
    if (next) loadApp();
    if (next === open) return;
    open = next;
    tab.set(openMark, next ? '1' : null);
    view.setOpen(next);
    tell({ type: 'visible', visible: next, page: page() });
    if (!focus) return;
    if (next) frame?.focus();
    else view.launcher.focus();
  }

  addEventListener('message', (event) => {
    if (!frame || event.source !== frame.contentWindow || event.origin !== base.origin) return;
    const message = parseToHost(event.data);
    switch (message?.type) {
      case 'loaded':
        listening = true;
        tell({ type: 'start', bootstrap, page: page(), visible: open, kept: kept() });
        break;
      case 'close':
        setOpen(false);
        break;
      case 'state':
        view.setUnread(message.unread);
        browser.set(talkingMark, message.talking ? '1' : null);
        break;
      case 'keep':
        shelves[message.name].set(keptAs(message.name), message.value);
        break;
      case 'settings':
        bootstrap = message.bootstrap;
        view.dress(bootstrap);
        break;
    }
  });
  addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && open && document.activeElement === host) setOpen(false);
  });
  view.launcher.addEventListener('click', () => {
    setOpen(!open);
  });

  function ready(): void {
    view.dress(bootstrap ?? DEFAULT_BOOTSTRAP);
    whenIdle(() => {
      const phone = matchMedia('(max-width: 480px), (max-height: 480px)').matches;
      if (tab.get(openMark) === '1' && !phone) setOpen(true, false);
      else if (browser.get(talkingMark) === '1') loadApp();
    });
  }

  loadBootstrap(base.origin, widgetKey).then(
    (loaded) => {
      bootstrap = loaded;
      ready();
    },
    (error: unknown) => {
      if (error instanceof BootstrapMissing) host.remove();
      // The host's policy or the network is in the way: a plain launcher is better than none, and the app asks again.
      else ready();
    },
  );
}

const script = ownScript();
const widgetKey = script?.dataset['widgetKey']?.trim();
if (script && widgetKey) start(script, widgetKey);
