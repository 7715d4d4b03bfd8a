import type { CallView } from '@dakenh/socket';
import { elapsedSeconds } from '@dakenh/socket/call';
import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';

const SOON_SECONDS = 60;

function useNow(active: boolean): number {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    if (!active) return;
    const ticking = setInterval(() => {
      setNow(Date.now());
    }, 500);
    return () => {
      clearInterval(ticking);
    };
  }, [active]);
  return now;
}

/** How long media has been flowing. */
export function Clock({
  view,
  skewMilliseconds,
}: {
  view: CallView;
  skewMilliseconds: number;
}): JSX.Element | null {
  const now = useNow(view.connectedAt !== undefined);
  if (view.connectedAt === undefined) return null;
  const seconds = elapsedSeconds(view.connectedAt, skewMilliseconds, now);
  const two = (value: number): string => String(value).padStart(2, '0');
  return (
    <span class="call-clock" role="timer">
      {two(Math.floor(seconds / 60))}:{two(seconds % 60)}
    </span>
  );
}

/** Null while it is further away than a minute, or not at all. */
export function useSecondsUntil(instant: string | undefined, skewMilliseconds: number): number | null {
  const now = useNow(instant !== undefined);
  if (instant === undefined) return null;
  const seconds = Math.ceil((Date.parse(instant) - now - skewMilliseconds) / 1000);
  return seconds > SOON_SECONDS ? null : Math.max(0, seconds);
}
