import type { StatementDay } from '../api.ts';

/** Every day of a month, those without calls as well: gaps in a chart of days would lie about time. */
export function everyDay(month: string, days: readonly StatementDay[]): StatementDay[] {
  const [year = 0, number = 1] = month.split('-').map(Number);
  const length = new Date(Date.UTC(year, number, 0)).getUTCDate();
  const known = new Map(days.map((day) => [day.date, day]));
  return Array.from({ length }, (_, index) => {
    const date = `${month}-${String(index + 1).padStart(2, '0')}`;
    return known.get(date) ?? { date, audioSeconds: 0, videoSeconds: 0, answered: 0, missed: 0 };
  });
}

/** The day with most minutes, absent when there were none. */
export function busiest(days: readonly StatementDay[]): StatementDay | undefined {
  const seconds = (day: StatementDay) => day.audioSeconds + day.videoSeconds;
  const most = days.reduce<StatementDay | undefined>(
    (best, day) => (best === undefined || seconds(day) > seconds(best) ? day : best),
    undefined,
  );
  return most !== undefined && seconds(most) > 0 ? most : undefined;
}

/** 2026-11-23 as 23/11. */
export function dayText(date: string): string {
  const [, month = '', day = ''] = date.split('-');
  return `${day}/${month}`;
}

/** With one decimal. */
export function inMinutes(seconds: number): number {
  return Math.round(seconds / 6) / 10;
}
