/**
 * The console's preview: the launcher, popup, links and window of the real widget, fed by messages. It opens no
 * connection, which the policy it is served with would not allow either, and stores nothing.
 */
import { createView } from '../loader/view.ts';
import { chooseLocale } from '../shared/locale.ts';
import { choose } from '../shared/popups.ts';
import { fields } from '../shared/read.ts';
import { parseShell } from '../shared/shell.ts';
import { startApp } from './app.tsx';
import { makeDraggable } from './drag.ts';
import type { Show } from './messages.ts';
import { onShow, tell } from './messages.ts';
import css from './style.css?inline';

const HINT = {
  vi: 'Kéo, hoặc dùng các phím mũi tên, để đặt vị trí',
  en: 'Drag, or use the arrow keys, to place it',
};

function startPage(): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  document.adoptedStyleSheets = [sheet];

  const locale = chooseLocale(new URLSearchParams(location.search).get('locale'), navigator.language);
  const host = document.createElement('dakenh-widget');
  document.body.append(host);
  let shown: Show | undefined;
  let place = parseShell(null).desktop;
  let frame: HTMLIFrameElement | undefined;
  let listening = false;
  let open = false;
  let dismissed = '';

  const view = createView(host, location.href, locale, false, {
    onTake: () => {
      setOpen(true);
    },
    onClose: () => {
      dismissed = popupKey();
      draw();
    },
  });
  view.launcher.classList.add('draggable');
  view.launcher.setAttribute('aria-description', HINT[locale]);
  view.launcher.addEventListener('click', () => {
    setOpen(!open);
  });

  function popupKey(): string {
    const { launcher, fallback } = fields(shown?.bootstrap);
    return JSON.stringify([launcher, fallback]);
  }

  function feed(): void {
    const target = frame?.contentWindow;
    if (!listening || !target || !shown) return;
    tell(target, { type: 'show', ...shown, screen: shown.screen === 'launcher' ? 'start' : shown.screen });
  }

  function setOpen(next: boolean): void {
    open = next;
    if (next) frame ??= view.frame(`preview.html?locale=${locale}#app`);
    draw();
  }

  function draw(): void {
    if (!shown) return;
    const shell = parseShell(shown.bootstrap);
    view.setPhone(shown.device === 'phone');
    view.dress(shell);
    view.setOpen(open);
    // Without those of single pages, so that the popup of the start button shows.
    const choice = open || dismissed === popupKey() ? null : choose({ ...shell, popups: [] }, location.href);
    view.setPopup(choice);
    feed();
  }

  const { dragging } = makeDraggable({
    launcher: view.launcher,
    place: () => place,
    onMove: (next, done) => {
      place = next;
      view.setPlace(next);
      if (shown) tell(window.parent, { type: 'moved', device: shown.device, ...next, done });
    },
  });

  onShow((show) => {
    const screenChanged = shown?.screen !== show.screen;
    shown = show;
    if (!dragging()) {
      place = parseShell(show.bootstrap)[show.device];
      view.setPlace(undefined);
    }
    if (screenChanged) setOpen(show.screen !== 'launcher');
    else draw();
  });
  addEventListener('message', (event) => {
    if (!frame || event.source !== frame.contentWindow || event.origin !== location.origin) return;
    listening = true;
    feed();
  });
  if (window.parent !== window) tell(window.parent, { type: 'ready' });
}

if (location.hash === '#app') startApp();
else startPage();
