/**
 * What the host page runs: a launcher button, and, from the first click on, the app in a frame of our own origin.
 * The page keeps working whatever happens here: nothing blocks it, moves it or touches its styles.
 */
import type { HostPage, KeptName, Standing, ToApp } from '../shared/bridge.ts';
import { parseToHost, post } from '../shared/bridge.ts';
import { DocumentMissing, loadDocument } from '../shared/document.ts';
import { chooseLocale } from '../shared/locale.ts';
import type { Fields } from '../shared/read.ts';
import { parseShell } from '../shared/shell.ts';
import type { SafeStorage } from '../shared/storage.ts';
import { safeStorage } from '../shared/storage.ts';
import { onAddressChange } from './addresses.ts';
import { createPopups } from './popups.ts';
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
  const tab = safeStorage('sessionStorage');
  const browser = safeStorage('localStorage');
  let popupId = '';
  const view = createView(host, base.href, locale, dark, {
    onTake: () => {
      popupId = popups.shown();
      setOpen(true);
    },
    onClose: () => {
      popups.dismiss();
      view.launcher.focus();
    },
  });
  const popups = createPopups(tab, `dakenh.popups.${widgetKey}`, view.setPopup);
  const narrow = matchMedia('(max-width: 480px), (max-height: 480px)');
  view.setPhone(narrow.matches);
  // For the page's own scripts, where it has any that speak to us.
  if ('dakenh' in window) void import(/* @vite-ignore */ `${base.href}api.js`);
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

  let settings: Fields | null = null;
  let shell = parseShell(null);
  let frame: HTMLIFrameElement | undefined;
  let listening = false;
  let open = false;

  function tell(message: ToApp): void {
    if (listening && frame?.contentWindow) post(frame.contentWindow, base.origin, message);
  }

  function loadApp(): void {
    if (frame) return;
    const circumstances = new URLSearchParams({ host: location.origin, locale });
    if (dark) circumstances.set('theme', 'dark');
    // The key goes to the server, which answers with the websites that may show this business's window.
    const key = encodeURIComponent(widgetKey);
    frame = view.frame(`${base.href}app.html?key=${key}#${circumstances}`);
  }

  function standing(): Standing {
    return { page: page(), visible: open, full: narrow.matches, popupId };
  }

  function setOpen(next: boolean, focus = true): void {
    if (next) loadApp();
    if (next === open) return;
    open = next;
    tab.set(openMark, next ? '1' : null);
    view.setOpen(next);
    if (next) popups.dismiss();
    else popupId = '';
    popups.update(shell, next);
    tell({ type: 'visible', ...standing() });
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
        tell({ type: 'start', document: settings, kept: kept(), ...standing() });
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
        settings = message.document;
        dress();
        break;
    }
  });
  addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && open && document.activeElement === host) setOpen(false);
  });
  view.launcher.addEventListener('click', () => {
    setOpen(!open);
  });

  narrow.addEventListener('change', () => {
    view.setPhone(narrow.matches);
    tell({ type: 'visible', ...standing() });
  });
  onAddressChange(() => {
    popups.update(shell, open);
    tell({ type: 'visible', ...standing() });
  });

  function dress(): void {
    shell = parseShell(settings);
    view.dress(shell);
    popups.update(shell, open);
  }

  function ready(): void {
    dress();
    whenIdle(() => {
      if (tab.get(openMark) === '1' && !narrow.matches) setOpen(true, false);
      else if (browser.get(talkingMark) === '1') loadApp();
    });
  }

  loadDocument(base.origin, widgetKey).then(
    (loaded) => {
      settings = loaded;
      ready();
    },
    (error: unknown) => {
      if (error instanceof DocumentMissing) host.remove();
      // The host's policy or the network is in the way: a plain launcher is better than none, and the app asks again.
      else ready();
    },
  );
}

const script = ownScript();
const widgetKey = script?.dataset['widgetKey']?.trim();
if (script && widgetKey) start(script, widgetKey);
