import type { Choice } from '../shared/popups.ts';
import type { Shell } from '../shared/shell.ts';
import { button, element, image, words } from './dom.ts';
import { CLOSE, icon } from './icons.ts';
import type { Texts } from './texts.ts';

export interface PopupActions {
  onTake: () => void;
  onClose: () => void;
}

/** A card with words, or the tenant's picture in a size and place of its own. */
export function popupView(
  choice: Choice,
  shell: Shell,
  base: string,
  texts: Texts,
  { onTake, onClose }: PopupActions,
): HTMLElement {
  const { title, name, content } = choice;
  const box = element('section', 'popup');
  box.setAttribute('aria-label', title || name || texts.popup);
  const close = button('popup-close', icon(CLOSE));
  close.setAttribute('aria-label', texts.closePopup);
  close.addEventListener('click', onClose);
  box.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') onClose();
  });

  function card(): void {
    box.classList.remove('picture');
    const head = element('div', 'popup-who');
    if (title) head.append(words('strong', '', title));
    if (name && name !== title) head.append(words('span', 'popup-name', name));
    const top = element('div', 'popup-top', head);
    if (shell.avatarUrl) {
      const avatar = image(shell.avatarUrl, base, () => {
        avatar.remove();
      });
      avatar.className = 'popup-avatar';
      top.prepend(avatar);
    }
    const go = button('popup-go', shell.buttonLabel || texts.open);
    go.dir = 'auto';
    go.addEventListener('click', onTake);
    box.replaceChildren(top, ...(content ? [words('p', 'popup-content', content)] : []), go, close);
  }

  const picture = choice.id === '' ? shell.image : undefined;
  if (!picture) {
    card();
    return box;
  }
  box.classList.add('picture');
  const drawing = image(picture.url, base, card);
  drawing.alt = title || content || name || texts.open;
  drawing.width = picture.widthPixels;
  drawing.height = picture.heightPixels;
  box.style.translate = `${picture.offsetX}px ${picture.offsetY}px`;
  const go = button('popup-picture', drawing);
  go.addEventListener('click', onTake);
  box.append(go, close);
  return box;
}
