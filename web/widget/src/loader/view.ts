import type { Bootstrap } from '../shared/bootstrap.ts';
import { readableOn } from '../shared/color.ts';
import type { Locale } from '../shared/locale.ts';
import { BUBBLE, DOWN, icon } from './icons.ts';
import css from './style.css?inline';

const TEXTS = {
  vi: {
    open: 'Mở cửa sổ trò chuyện',
    close: 'Đóng cửa sổ trò chuyện',
    window: 'Cửa sổ trò chuyện',
    unread: (count: number) => `${String(count)} tin nhắn chưa đọc`,
  },
  en: {
    open: 'Open the chat window',
    close: 'Close the chat window',
    window: 'Chat window',
    unread: (count: number) => `${String(count)} unread ${count === 1 ? 'message' : 'messages'}`,
  },
};

export interface View {
  /** Shows the launcher in the tenant's colours and words. */
  dress(bootstrap: Bootstrap): void;
  setOpen(open: boolean): void;
  setUnread(count: number): void;
  /** Puts the app's frame into the window, once. */
  frame(url: string): HTMLIFrameElement;
  launcher: HTMLButtonElement;
}

function element<K extends keyof HTMLElementTagNameMap>(
  name: K,
  className: string,
): HTMLElementTagNameMap[K] {
  const created = document.createElement(name);
  created.className = className;
  return created;
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

export function createView(host: HTMLElement, locale: Locale, dark: boolean): View {
  const texts = TEXTS[locale];
  const root = host.attachShadow({ mode: 'open' });
  applyStyle(root);
  const box = element('div', dark ? 'dark' : '');
  const launcher = element('button', 'launcher');
  launcher.type = 'button';
  launcher.hidden = true;
  launcher.setAttribute('aria-haspopup', 'dialog');
  const face = element('span', '');
  face.style.display = 'contents';
  const label = element('span', 'label');
  const badge = element('span', 'badge');
  badge.hidden = true;
  badge.setAttribute('aria-hidden', 'true');
  // The name begins with the words that can be seen, so that whoever speaks them to the browser is understood.
  const hint = element('span', 'unseen');
  launcher.append(face, label, badge, hint);
  const panel = element('div', 'window');
  panel.hidden = true;
  panel.setAttribute('role', 'dialog');
  box.append(panel, launcher);
  root.append(box);
  box.lang = locale;

  let open = false;
  let unread = 0;
  let title = '';

  function draw(): void {
    box.classList.toggle('open', open);
    panel.hidden = !open;
    face.replaceChildren(icon(open ? DOWN : BUBBLE));
    badge.hidden = open || unread === 0;
    badge.textContent = unread > 99 ? '99+' : String(unread);
    panel.setAttribute('aria-label', title || texts.window);
    launcher.setAttribute('aria-expanded', String(open));
    const news = unread > 0 ? `, ${texts.unread(unread)}` : '';
    hint.textContent = open ? texts.close : ` – ${texts.open}${news}`;
    fit();
  }

  /** Keeps a full-screen window in the part of the page that an on-screen keyboard leaves free. */
  function fit(): void {
    const viewport = window.visualViewport;
    if (!viewport) return;
    const full = open && getComputedStyle(panel).borderRadius === '0px' && viewport.scale === 1;
    panel.style.height = full ? `${String(viewport.height)}px` : '';
    panel.style.top = full ? `${String(viewport.offsetTop)}px` : '';
    panel.style.bottom = full ? 'auto' : '';
  }
  for (const change of ['resize', 'scroll']) window.visualViewport?.addEventListener(change, fit);

  return {
    launcher,
    dress: (bootstrap) => {
      host.style.setProperty('--header', bootstrap.headerColor);
      host.style.setProperty('--text', readableOn(bootstrap.headerColor, bootstrap.textColor));
      box.classList.toggle('left', bootstrap.position === 'bottom-left');
      label.textContent = bootstrap.launcherLabel;
      label.hidden = bootstrap.launcherLabel === '';
      title = bootstrap.title;
      launcher.hidden = false;
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
    frame: (url) => {
      const frame = document.createElement('iframe');
      frame.title = texts.window;
      frame.src = url;
      panel.append(frame);
      return frame;
    },
  };
}
