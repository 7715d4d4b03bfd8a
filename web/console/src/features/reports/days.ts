import type { Asked } from './api.ts';

const DAY = 86_400_000;

const pad = (value: number) => String(value).padStart(2, '0');

/** The day as the person at this machine writes it; the server's clock decides what belongs to it. */
export function dayOf(date: Date): string {
  return `${String(date.getFullYear())}-${pad(date.getMonth() + 1)}-${pad(date.getDate())}`;
}

/** So many days, today the last of them. */
export function lastDays(count: number, now: Date): Asked {
  return { from: dayOf(new Date(now.getTime() - (count - 1) * DAY)), to: dayOf(now) };
}

/** 23/11 */
export function shortDay(day: string): string {
  const [, month = '', date = ''] = day.split('-');
  return `${date}/${month}`;
}

/** 23/11/2026 */
export function longDay(day: string): string {
  return day.split('-').reverse().join('/');
}
