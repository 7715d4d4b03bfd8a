import { useEffect, useSyncExternalStore } from 'react';
import { useDesk } from '../model/DeskContext.ts';
import { unreadTotal } from '../model/select.ts';

const BADGE = /^\(\d+\) /;

function badged(title: string, count: number): string {
  const bare = title.replace(BADGE, '');
  return count > 0 ? `(${String(count)}) ${bare}` : bare;
}

/** The number of unread messages and open offers in front of whatever title the page has. */
export function UnreadTitle() {
  const desk = useDesk();
  const count = useSyncExternalStore(
    desk.subscribe,
    () => unreadTotal(desk.getState()) + desk.getState().offers.length,
  );
  useEffect(() => {
    const apply = () => {
      const next = badged(document.title, count);
      if (next !== document.title) document.title = next;
    };
    apply();
    const observer = new MutationObserver(apply);
    const title = document.querySelector('title');
    if (title) observer.observe(title, { childList: true });
    return () => {
      observer.disconnect();
    };
  }, [count]);
  return null;
}
