import { readableOn } from '../shared/color.ts';
import type { Locale } from '../shared/locale.ts';
import type { Choice } from '../shared/popups.ts';
import type { Place, Shell } from '../shared/shell.ts';
import { button, element } from './dom.ts';
import { BUBBLE, DOWN, icon } from './icons.ts';
import { linksView } from './linksView.ts';
import type { PopupActions } from './popupView.ts';
import { popupView } from './popupView.ts';
import css from './style.css?inline';
import { TEXTS } from './texts.ts';

export interface View {
  /** Shows everything in the tenant's colours, words and places. */
  dress(shell: Shell): void;
  /** Which of the two layouts holds. */
  setPhone(phone: boolean): void;
  /** Moves the launcher, as while it is dragged; undefined gives it back to the settings. */
  setPlace(place: Place | undefined): void;
  setOpen(open: boolean): void;
  setUnread(count: number): void;
  setPopup(choice: Choice | null): void;
  /** Puts the app's frame into the window, once. */
  frame(url: string): HTMLIFrameElement;
  launcher: HTMLButtonElement;
  /** What stands at the corner: the launcher with the links beside it. */
  dock: HTMLElement;
  box: HTMLElement;
}

/** Constructed sheets are no inline style to a content security policy; where they are missing, an element must do. */
function applyStyle(root: ShadowRoot): void {
  try {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    root.adoptedStyleSheets = [sheet];
  } catch {
    const style = document.createElement('style');
    style.textContent = css;
    root.append(style);
  }
}

/** `base`: where pictures named by path alone are loaded from. */
export function createView(
  host: HTMLElement,
  base: string,
  locale: Locale,
  dark: boolean,
  popupActions: PopupActions,
): View {
  const texts = TEXTS[locale];
  const root = host.attachShadow({ mode: 'open' });
  applyStyle(root);
  const box = element('div', dark ? 'box dark' : 'box');
  const launcher = button('launcher');
  launcher.setAttribute('aria-haspopup', 'dialog');
  const face = element('span', 'face');
  const label = element('span', 'label');
  label.dir = 'auto';
  const badge = element('span', 'badge');
  badge.hidden = true;
  badge.setAttribute('aria-hidden', 'true');
  // The name begins with the words that can be seen, so that whoever speaks them to the browser is understood.
  const hint = element('span', 'unseen');
  launcher.append(face, label, badge, hint);
  const dock = element('div', 'dock', launcher);
  dock.hidden = true;
  // Told when it comes, to those who do not see it.
  const saying = element('div', 'saying');
  saying.setAttribute('aria-live', 'polite');
  const panel = element('div', 'window');
  panel.hidden = true;
  panel.setAttribute('role', 'dialog');
  box.append(dock, saying, panel);
  root.append(box);
  box.lang = locale;

  let shell: Shell | undefined;
  let place: Place | undefined;
  let phone = false;
  let open = false;
  let unread = 0;
  let links: HTMLElement | undefined;
  let popup: Choice | null = null;

  function draw(): void {
    const where = place ?? (phone ? shell?.phone : shell?.desktop);
    const corner = where?.corner ?? 'bottom-right';
    box.classList.toggle('open', open);
    box.classList.toggle('phone', phone);
    box.classList.toggle('left', corner.endsWith('left'));
    box.classList.toggle('top', corner.startsWith('top'));
    host.style.setProperty('--x', `${where?.offsetX ?? 20}px`);
    host.style.setProperty('--y', `${where?.offsetY ?? 20}px`);
    panel.hidden = !open;
    face.replaceChildren(icon(open ? DOWN : BUBBLE));
    badge.hidden = open || unread === 0;
    badge.textContent = unread > 99 ? '99+' : String(unread);
    panel.setAttribute('aria-label', shell?.title || texts.window);
    launcher.setAttribute('aria-expanded', String(open));
    const news = unread > 0 ? `, ${texts.unread(unread)}` : '';
    hint.textContent = open ? texts.close : ` – ${texts.open}${news}`;
    fit();
  }

  function drawPopup(): void {
    box.classList.toggle('said', popup !== null);
    saying.replaceChildren(...(popup && shell ? [popupView(popup, shell, base, texts, popupActions)] : []));
  }

  /** Keeps a full-screen window in the part of the page that an on-screen keyboard leaves free. */
  function fit(): void {
    const viewport = window.visualViewport;
    if (!viewport) return;
    const full = open && phone && viewport.scale === 1;
    panel.style.height = full ? `${viewport.height}px` : '';
    panel.style.top = full ? `${viewport.offsetTop}px` : '';
    panel.style.bottom = full ? 'auto' : '';
  }
  for (const change of ['resize', 'scroll']) window.visualViewport?.addEventListener(change, fit);

  return {
    launcher,
    dock,
    box,
    dress: (next) => {
      const before = JSON.stringify(shell?.links);
      shell = next;
      const set = (name: string, value: string): void => {
        host.style.setProperty(name, value);
      };
      set('--header', next.headerColor);
      set('--text', readableOn(next.headerColor, next.textColor));
      set('--accent', readableOn('#ffffff', next.headerColor));
      set('--width', `${next.widthPixels}px`);
      set('--height', `${next.heightPixels}px`);
      label.textContent = next.name;
      label.hidden = next.name === '';
      if (JSON.stringify(next.links) !== before) {
        links?.remove();
        links = next.links.items.length > 0 ? linksView(next.links, texts) : undefined;
        if (links) dock.prepend(links);
      }
      dock.hidden = false;
      draw();
      drawPopup();
    },
    setPhone: (next) => {
      phone = next;
      draw();
    },
    setPlace: (next) => {
      place = next;
      draw();
    },
    setOpen: (next) => {
      open = next;
      draw();
    },
    setUnread: (count) => {
      unread = count;
      draw();
    },
    setPopup: (choice) => {
      popup = choice;
      drawPopup();
    },
    frame: (url) => {
      const frame = document.createElement('iframe');
      frame.title = texts.window;
      frame.allow = 'autoplay;camera;microphone';
      frame.src = url;
      panel.append(frame);
      return frame;
    },
  };
}
