import { holidaysOf } from './holidays.ts';

export const DAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
export type Day = (typeof DAYS)[number];

/** A part of a day; one that ends at or before its beginning ends on the next day. */
export interface Span {
  from: string;
  to: string;
}

export interface WeeklySpan extends Span {
  day: Day;
}

/** A day that differs; without spans it is closed. */
export interface DatedDay {
  date: string;
  name?: string | undefined;
  spans: readonly Span[];
}

export interface Hours {
  zone: string;
  weekly: readonly WeeklySpan[];
  dated: readonly DatedDay[];
}

export const FRESH_SPAN: Span = { from: '08:00', to: '17:00' };
const OFFICE: readonly Span[] = [
  { from: '08:00', to: '11:30' },
  { from: '13:00', to: '17:30' },
];
const WORKDAYS = DAYS.slice(0, 5);
const TIME = /^(?:[01]\d|2[0-3]):[0-5]\d$/;
const MIDNIGHT = '24:00';
const MINUTES_PER_DAY = 24 * 60;

export function spansOf(hours: Hours, day: Day): Span[] {
  return hours.weekly.filter((span) => span.day === day).map(({ from, to }) => ({ from, to }));
}

export function withSpans(hours: Hours, day: Day, spans: readonly Span[]): Hours {
  const all = DAYS.flatMap((each) =>
    (each === day ? spans : spansOf(hours, each)).map((span) => ({ ...span, day: each })),
  );
  return { ...hours, weekly: all };
}

/** The holidays of a year that are not listed yet; what was edited stays. */
export function withHolidays(hours: Hours, year: number): Hours {
  const listed = new Set(hours.dated.map(({ date }) => date));
  const missing = holidaysOf(year).filter(({ date }) => !listed.has(date));
  return { ...hours, dated: [...hours.dated, ...missing].sort((a, b) => a.date.localeCompare(b.date)) };
}

/** What most offices keep, to begin with. */
export function officeHours(zone: string, year: number): Hours {
  const weekly = WORKDAYS.flatMap((day) => OFFICE.map((span) => ({ ...span, day })));
  return withHolidays(withHolidays({ zone, weekly, dated: [] }, year), year + 1);
}

function minutes(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
}

export function overnight({ from, to }: Span): boolean {
  return TIME.test(from) && TIME.test(to) && minutes(to) < minutes(from);
}

export type HoursFault = 'time' | 'empty-span' | 'overlap' | 'date' | 'duplicate' | 'required';

/** What is wrong with the spans of one day. */
export function spansFault(spans: readonly Span[]): HoursFault | undefined {
  if (spans.some(({ from, to }) => !TIME.test(from) || !(TIME.test(to) || to === MIDNIGHT))) return 'time';
  if (spans.some(({ from, to }) => from === to)) return 'empty-span';
  const placed = spans
    .map((span) => ({
      from: minutes(span.from),
      to: minutes(span.to) + (minutes(span.to) <= minutes(span.from) ? MINUTES_PER_DAY : 0),
    }))
    .sort((a, b) => a.from - b.from);
  const overlaps = placed.some((span, index) => index > 0 && span.from < (placed[index - 1]?.to ?? 0));
  return overlaps ? 'overlap' : undefined;
}

/** The first thing that is wrong; the server looks again. */
export function hoursFault(hours: Hours): HoursFault | undefined {
  if (hours.weekly.length === 0) return 'required';
  const faults = [
    ...DAYS.map((day) => spansFault(spansOf(hours, day))),
    ...hours.dated.map(({ date }) => (Number.isNaN(Date.parse(date)) ? ('date' as const) : undefined)),
    ...hours.dated.map(({ spans }) => spansFault(spans)),
  ];
  const dates = hours.dated.map(({ date }) => date);
  return (
    faults.find((fault) => fault !== undefined) ??
    (new Set(dates).size < dates.length ? 'duplicate' : undefined)
  );
}
