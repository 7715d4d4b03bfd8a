import { describe, expect, it } from 'vitest';
import { daysLater, holidaysOf, LUNAR } from './holidays.ts';
import type { Hours } from './hours.ts';
import { hoursFault, officeHours, spansFault, spansOf, withHolidays, withSpans } from './hours.ts';

const DEGREES = Math.PI / 180;
const DAY = 24 * 60 * 60 * 1000;
const VIETNAM = 7 * 60 * 60 * 1000;
const TABLE = Object.entries(LUNAR);

/** Moment of the k-th new moon after that of 6 January 2000, to a few minutes (Meeus, Astronomical Algorithms, ch. 49). */
function newMoon(k: number): number {
  const t = k / 1236.85;
  const sun = (2.5534 + 29.1053567 * k) * DEGREES;
  const moon = (201.5643 + 385.81693528 * k + 0.0107582 * t * t) * DEGREES;
  const node = (160.7108 + 390.67050284 * k - 0.0016118 * t * t) * DEGREES;
  const e = 1 - 0.002516 * t;
  const days =
    2451550.09766 +
    29.530588861 * k +
    0.00015437 * t * t -
    0.4072 * Math.sin(moon) +
    0.17241 * e * Math.sin(sun) +
    0.01608 * Math.sin(2 * moon) +
    0.01039 * Math.sin(2 * node) +
    0.00739 * e * Math.sin(moon - sun) -
    0.00514 * e * Math.sin(moon + sun) +
    0.00208 * e * e * Math.sin(2 * sun) -
    0.00111 * Math.sin(moon - 2 * node) -
    0.00057 * Math.sin(moon + 2 * node);
  const clockBehindSky = 70_000;
  return (days - 2440587.5) * DAY - clockBehindSky;
}

const NEW_MOON_DAYS = new Set(
  Array.from({ length: 160 }, (_, index) =>
    new Date(newMoon(310 + index) + VIETNAM).toISOString().slice(0, 10),
  ),
);

describe('public holidays', () => {
  it.each(TABLE)('[part DEP-10] begins the lunar year %s with a new moon over Vietnam', (_, { tet }) => {
    expect(NEW_MOON_DAYS.has(tet)).toBe(true);
  });

  it.each(TABLE)('[part DEP-10] honours the Hùng Kings on the tenth of a lunar month in %s', (_, days) => {
    const first = daysLater(days.hungKings, -9);
    expect(NEW_MOON_DAYS.has(first)).toBe(true);
    const months = (Date.parse(first) - Date.parse(days.tet)) / DAY / 29.530588;
    expect(Math.round(months)).toBe(2);
  });

  it('[part DEP-10] knows Tết and the fixed days', () => {
    const dates = holidaysOf(2027).map(({ date }) => date);
    expect(dates).toContain('2027-02-05');
    expect(dates).toContain('2027-02-09');
    expect(dates).not.toContain('2027-02-10');
    expect(dates).toContain('2027-01-01');
    expect(dates).toHaveLength(11);
    expect(holidaysOf(2050)).toHaveLength(5);
  });
});

describe('business hours', () => {
  const office = officeHours('Asia/Ho_Chi_Minh', 2026);

  it('[part DEP-10] begin with office hours, a lunch break and the holidays of two years', () => {
    expect(spansOf(office, 'fri')).toHaveLength(2);
    expect(spansOf(office, 'sun')).toEqual([]);
    expect(office.dated).toHaveLength(22);
    expect(hoursFault(office)).toBeUndefined();
  });

  it('keep what was edited when holidays are added', () => {
    const edited: Hours = {
      ...office,
      dated: [{ date: '2027-02-06', spans: [{ from: '09:00', to: '12:00' }] }],
    };
    const filled = withHolidays(edited, 2027);
    expect(filled.dated).toHaveLength(11);
    expect(filled.dated.find(({ date }) => date === '2027-02-06')?.spans).toHaveLength(1);
  });

  it('say what is wrong with a day', () => {
    expect(spansFault([{ from: '8:00', to: '12:00' }])).toBe('time');
    expect(spansFault([{ from: '08:00', to: '24:00' }])).toBeUndefined();
    expect(spansFault([{ from: '24:00', to: '08:00' }])).toBe('time');
    expect(spansFault([{ from: '08:00', to: '08:00' }])).toBe('empty-span');
    expect(
      spansFault([
        { from: '10:00', to: '13:00' },
        { from: '08:00', to: '11:00' },
      ]),
    ).toBe('overlap');
    expect(spansFault([{ from: '22:00', to: '06:00' }])).toBeUndefined();
  });

  it('need one open part and no day twice', () => {
    expect(hoursFault({ ...office, weekly: [] })).toBe('required');
    expect(hoursFault({ ...office, dated: [...office.dated, { date: '2027-01-01', spans: [] }] })).toBe(
      'duplicate',
    );
    expect(hoursFault({ ...office, dated: [{ date: '', spans: [] }] })).toBe('date');
    expect(hoursFault(withSpans(office, 'mon', [{ from: '', to: '' }]))).toBe('time');
  });
});
