import { LINK_ICONS } from '../shared/linkIcons.ts';
import type { Links } from '../shared/shell.ts';
import { button, element } from './dom.ts';
import { icon } from './icons.ts';
import type { Texts } from './texts.ts';

const ARROW = 'm14 6-6 6 6 6';

function link({ kind, url, description }: Links['items'][number]): HTMLLIElement {
  const anchor = element('a', 'link', icon(LINK_ICONS[kind]));
  const name = description || kind;
  anchor.href = url;
  anchor.setAttribute('aria-label', name);
  if (/^https?:/i.test(url)) {
    anchor.target = '_blank';
    anchor.rel = 'noopener noreferrer';
  }
  const tip = element('span', 'tip', name);
  tip.dir = 'auto';
  tip.setAttribute('aria-hidden', 'true');
  return element('li', '', anchor, tip);
}

/** All links at once, or behind an arrow that opens on hover, focus and tap. */
export function linksView({ layout, items }: Links, texts: Texts): HTMLElement {
  const row = element('ul', 'link-row', ...items.map(link));
  const box = element('nav', 'links', row);
  box.setAttribute('aria-label', texts.links);
  if (layout === 'full') return box;

  const arrow = button('link arrow', icon(ARROW));
  arrow.setAttribute('aria-label', texts.links);
  box.prepend(arrow);
  let opened = false;
  /** What opened it just now must not be undone by the click that comes with it. */
  let openedAt = 0;
  function set(next: boolean): void {
    if (next && !opened) openedAt = performance.now();
    opened = next;
    row.hidden = !next;
    box.classList.toggle('shown', next);
    arrow.setAttribute('aria-expanded', String(next));
  }
  set(false);
  arrow.addEventListener('click', () => {
    set(!opened || performance.now() - openedAt < 400);
  });
  box.addEventListener('pointerenter', ({ pointerType }) => {
    if (pointerType === 'mouse') set(true);
  });
  box.addEventListener('pointerleave', ({ pointerType }) => {
    if (pointerType === 'mouse' && !box.matches(':focus-within')) set(false);
  });
  box.addEventListener('focusin', () => {
    set(true);
  });
  box.addEventListener('focusout', ({ relatedTarget }) => {
    if (!(relatedTarget instanceof Node && box.contains(relatedTarget))) set(false);
  });
  box.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || !opened) return;
    event.stopPropagation();
    arrow.focus();
    set(false);
  });
  return box;
}
