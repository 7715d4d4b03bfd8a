/** When a popup comes and goes: once its delay on this page is over, until it is closed or the window opens. */
import type { Choice } from '../shared/popups.ts';
import { choose } from '../shared/popups.ts';
import type { Shell } from '../shared/shell.ts';
import type { SafeStorage } from '../shared/storage.ts';

export interface Popups {
  /** New settings, a new address, or the window opened or closed. */
  update(shell: Shell, open: boolean): void;
  /** The message that is on screen; empty for none and for the start button's own. */
  shown(): string;
  /** The visitor closed it, or took it up: it does not come back in this session. */
  dismiss(): void;
}

export function createPopups(
  tab: SafeStorage,
  closedMark: string,
  show: (choice: Choice | null) => void,
): Popups {
  let address = '';
  /** When this page began, by the page's own clock, which starts with the first one. */
  let arrivedAt = 0;
  let current: Choice | null = null;
  let shown = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const closed = (): string[] => (tab.get(closedMark) ?? '').split(' ');
  const name = ({ id }: Choice): string => id || 'start';

  return {
    update: (shell, open) => {
      const [here = ''] = location.href.split('#');
      if (here !== address) {
        if (address !== '') arrivedAt = performance.now();
        address = here;
        if (shown) show(null);
        shown = false;
      }
      clearTimeout(timer);
      const choice = choose(shell, location.href);
      const wanted = choice && !open && !closed().includes(name(choice)) ? choice : null;
      if (shown && JSON.stringify(wanted) === JSON.stringify(current)) return;
      if (shown && wanted?.id !== current?.id) {
        show(null);
        shown = false;
      }
      current = wanted;
      if (!wanted) return;
      const appear = (): void => {
        shown = true;
        show(wanted);
      };
      const left = arrivedAt + wanted.delaySeconds * 1000 - performance.now();
      if (shown || left <= 0) appear();
      else timer = setTimeout(appear, left);
    },
    shown: () => (shown ? (current?.id ?? '') : ''),
    dismiss: () => {
      if (!shown || !current) return;
      tab.set(closedMark, [...closed(), name(current)].join(' ').trim());
      shown = false;
      show(null);
    },
  };
}
