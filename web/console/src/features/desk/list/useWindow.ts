import type { RefObject } from 'react';
import { useEffect, useState } from 'react';

const SPARE_ROWS = 6;

/** Which rows of equal height are on screen, with a few spare, so that ten thousand cost as much as twenty. */
export function useWindow(scroller: RefObject<HTMLElement | null>, rows: number, rowHeight: number) {
  const [range, setRange] = useState({ start: 0, end: 30 });
  useEffect(() => {
    const element = scroller.current;
    if (!element) return undefined;
    const measure = () => {
      const start = Math.max(0, Math.floor(element.scrollTop / rowHeight) - SPARE_ROWS);
      const visible = Math.ceil((element.clientHeight || 800) / rowHeight) + 2 * SPARE_ROWS;
      setRange((held) =>
        held.start === start && held.end === start + visible ? held : { start, end: start + visible },
      );
    };
    measure();
    element.addEventListener('scroll', measure, { passive: true });
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => {
      element.removeEventListener('scroll', measure);
      observer.disconnect();
    };
  }, [scroller, rowHeight]);
  return { start: Math.min(range.start, rows), end: Math.min(range.end, rows) };
}
