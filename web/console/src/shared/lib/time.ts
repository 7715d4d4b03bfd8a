const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

export type Language = 'vi' | 'en';

const pad = (value: number) => String(value).padStart(2, '0');

/** The business's own time zone once it is known; until then the machine's. */
let zoned = formatFor(undefined);

function formatFor(timeZone: string | undefined): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat('en-GB', {
    ...(timeZone === undefined ? {} : { timeZone }),
    hourCycle: 'h23',
    day: '2-digit',
    month: '2-digit',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
  });
}

/** Everybody of a business reads the same clock, wherever their machine stands. */
export function showTimesIn(timeZone: string | undefined): void {
  zoned = formatFor(timeZone);
}

function partsOf(instant: string | number | Date): Record<string, string> {
  return Object.fromEntries(zoned.formatToParts(new Date(instant)).map(({ type, value }) => [type, value]));
}

export function clockTime(instant: string | number | Date): string {
  const { hour = '', minute = '' } = partsOf(instant);
  return `${hour}:${minute}`;
}

export function fullDate(instant: string | number | Date): string {
  const { day = '', month = '', year = '' } = partsOf(instant);
  return `${day}/${month}/${year}`;
}

/** dd/MM/yyyy HH:mm, as written in Viet Nam, in both languages. */
export function fullTime(instant: string | number | Date): string {
  return `${fullDate(instant)} ${clockTime(instant)}`;
}

const relativeFormats = new Map<Language, Intl.RelativeTimeFormat>();

function relativeFormat(language: Language): Intl.RelativeTimeFormat {
  const known = relativeFormats.get(language);
  if (known) return known;
  const made = new Intl.RelativeTimeFormat(language, { numeric: 'auto', style: 'short' });
  relativeFormats.set(language, made);
  return made;
}

/** Relative below a day ("5 phút trước"), the date afterwards. */
export function relativeTime(instant: string, now: number, language: Language): string {
  const age = now - new Date(instant).getTime();
  if (age < MINUTE) return language === 'vi' ? 'vừa xong' : 'just now';
  if (age < HOUR) return relativeFormat(language).format(-Math.floor(age / MINUTE), 'minute');
  if (age < DAY) return relativeFormat(language).format(-Math.floor(age / HOUR), 'hour');
  return fullDate(instant);
}

/** Like `relativeTime`, with the time of day on older days: for what is looked up rather than skimmed. */
export function preciseTime(instant: string, now: number, language: Language): string {
  const age = now - new Date(instant).getTime();
  return age < DAY ? relativeTime(instant, now, language) : fullTime(instant);
}

/** "2 giờ 05 phút", "5 phút", "5 phút 30 giây", "45 giây". */
export function duration(totalSeconds: number, language: Language): string {
  const words = language === 'vi' ? { h: 'giờ', m: 'phút', s: 'giây' } : { h: 'h', m: 'min', s: 's' };
  const hours = Math.floor(totalSeconds / 3600);
  const minutes = Math.floor((totalSeconds % 3600) / 60);
  const seconds = Math.floor(totalSeconds % 60);
  if (hours > 0) return `${String(hours)} ${words.h} ${pad(minutes)} ${words.m}`;
  if (minutes === 0) return `${String(seconds)} ${words.s}`;
  const whole = `${String(minutes)} ${words.m}`;
  return seconds === 0 ? whole : `${whole} ${pad(seconds)} ${words.s}`;
}

/** Numbers with dots in Vietnamese, commas in English. */
export function number(value: number, language: Language): string {
  return new Intl.NumberFormat(language === 'vi' ? 'vi-VN' : 'en-US').format(value);
}
