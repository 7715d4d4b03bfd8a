import type { Message } from '@dakenh/socket';
import { useCallback, useLayoutEffect, useMemo, useRef, useState } from 'react';

const TAIL = 80;
const STEP = 60;
const MOST = 260;
const NEAR = 240;

interface Bounds {
  /** Sequence of the first row shown; undefined while the newest are shown. */
  first: number | undefined;
  /** Sequence of the last row shown; undefined while it is the newest. */
  last: number | undefined;
}

interface Anchor {
  sequence: string;
  top: number;
}

const NEWEST: Bounds = { first: undefined, last: undefined };

function indexOf(messages: readonly Message[], sequence: number): number {
  const found = messages.findIndex((message) => message.sequence >= sequence);
  return found < 0 ? messages.length - 1 : found;
}

/**
 * Keeps a bounded part of a long thread in the page. It sticks to the newest message while the reader is there, and
 * holds the reader's place when older messages come in above.
 */
export function useMessageWindow(
  messages: readonly Message[],
  extraRows: number,
  loadOlder: () => Promise<void>,
) {
  const scroller = useRef<HTMLDivElement>(null);
  const sticks = useRef(true);
  const anchor = useRef<Anchor | undefined>(undefined);
  const loading = useRef(false);
  const [bounds, setBounds] = useState<Bounds>(NEWEST);
  const [atBottom, setAtBottom] = useState(true);

  const { start, end } = useMemo(() => {
    const last = bounds.last === undefined ? messages.length : indexOf(messages, bounds.last) + 1;
    const first = bounds.first === undefined ? Math.max(0, last - TAIL) : indexOf(messages, bounds.first);
    return { start: Math.max(0, Math.min(first, last)), end: last };
  }, [messages, bounds]);

  const hold = useCallback(() => {
    const element = scroller.current;
    if (!element) return;
    const top = element.getBoundingClientRect().top;
    for (const row of element.querySelectorAll<HTMLElement>('[data-sequence]')) {
      const box = row.getBoundingClientRect();
      if (box.bottom <= top) continue;
      anchor.current = { sequence: row.dataset['sequence'] ?? '', top: box.top - top };
      return;
    }
  }, []);

  const showOlder = useCallback(
    async (held: readonly Message[], from: number) => {
      if (loading.current) return;
      if (from === 0) {
        if ((held[0]?.sequence ?? 1) <= 1) return;
        loading.current = true;
        hold();
        setBounds((old) => ({ ...old, first: held[0]?.sequence }));
        try {
          await loadOlder();
        } finally {
          loading.current = false;
        }
        return;
      }
      hold();
      const next = Math.max(0, from - STEP);
      setBounds((old) => ({
        first: held[next]?.sequence,
        last: held.length - next > MOST ? held[next + MOST - 1]?.sequence : old.last,
      }));
    },
    [hold, loadOlder],
  );

  const showNewer = useCallback(
    (held: readonly Message[], to: number) => {
      if (to >= held.length) return;
      hold();
      const next = to + STEP;
      setBounds({
        first: held[Math.max(0, next - MOST)]?.sequence,
        last: next >= held.length ? undefined : held[next - 1]?.sequence,
      });
    },
    [hold],
  );

  const toNewest = useCallback(() => {
    sticks.current = true;
    anchor.current = undefined;
    setBounds(NEWEST);
    setAtBottom(true);
    const element = scroller.current;
    if (element) element.scrollTop = element.scrollHeight;
  }, []);

  const onScroll = useCallback(() => {
    const element = scroller.current;
    if (!element) return;
    const below = element.scrollHeight - element.scrollTop - element.clientHeight;
    const bottom = below < 48 && end >= messages.length;
    sticks.current = bottom;
    setAtBottom(bottom);
    if (element.scrollTop < NEAR) void showOlder(messages, start);
    else if (below < NEAR) showNewer(messages, end);
  }, [messages, start, end, showOlder, showNewer]);

  const firstShown = messages[start]?.sequence;
  const lastShown = messages[end - 1]?.sequence;
  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const held = anchor.current;
    anchor.current = undefined;
    if (sticks.current) {
      element.scrollTop = element.scrollHeight;
    } else if (held) {
      const row = element.querySelector<HTMLElement>(`[data-sequence="${held.sequence}"]`);
      if (!row) return;
      const top = row.getBoundingClientRect().top - element.getBoundingClientRect().top;
      element.scrollTop += top - held.top;
    }
  }, [firstShown, lastShown, extraRows]);

  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element) return undefined;
    const observer = new ResizeObserver(() => {
      if (sticks.current) element.scrollTop = element.scrollHeight;
    });
    observer.observe(element);
    return () => {
      observer.disconnect();
    };
  }, []);

  return { scroller, start, end, atBottom, onScroll, toNewest, showOlder };
}
