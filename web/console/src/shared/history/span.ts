import type { Dayjs } from 'dayjs';

/** Whole days where the reader sits; either end may be open. */
export interface DaySpan {
  from?: Dayjs | undefined;
  to?: Dayjs | undefined;
}

/** The instants it goes from and up to. */
export function instantsOf({ from, to }: DaySpan) {
  return {
    from: from?.startOf('day').toISOString(),
    // The end is not part of it, the chosen day is.
    to: to?.add(1, 'day').startOf('day').toISOString(),
  };
}
