import type { DatedDay } from './hours.ts';

/**
 * Days off by article 112 of the Labour Code of Viet Nam (45/2019/QH14): New Year, Tết (the last day of the old lunar
 * year and four days of the new one), the death anniversary of the Hùng Kings (10th of the third lunar month), 30 April,
 * 1 May and two days at 2 September. Which days the State grants beside them is announced every year: the list is a
 * beginning, to be edited.
 *
 * The first day of each lunar year and the anniversary, in the Vietnamese calendar (new moons at UTC+7, Decision
 * 121/CP of 1967). The tests compute the new moons again.
 */
export const LUNAR: Readonly<Record<number, { tet: string; hungKings: string }>> = {
  2026: { tet: '2026-02-17', hungKings: '2026-04-26' },
  2027: { tet: '2027-02-06', hungKings: '2027-04-16' },
  2028: { tet: '2028-01-26', hungKings: '2028-04-04' },
  2029: { tet: '2029-02-13', hungKings: '2029-04-23' },
  2030: { tet: '2030-02-02', hungKings: '2030-04-12' },
  2031: { tet: '2031-01-23', hungKings: '2031-04-01' },
  2032: { tet: '2032-02-11', hungKings: '2032-04-19' },
  2033: { tet: '2033-01-31', hungKings: '2033-04-09' },
  2034: { tet: '2034-02-19', hungKings: '2034-04-28' },
  2035: { tet: '2035-02-08', hungKings: '2035-04-17' },
};

const DAY = 24 * 60 * 60 * 1000;
const EVE = -1;
const LAST_DAY_OF_TET = 3;

export function daysLater(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10);
}

/** Public holidays of a year with their Vietnamese names; only the fixed ones of years the table does not know. */
export function holidaysOf(year: number): DatedDay[] {
  const of = (monthDay: string, name: string): DatedDay => ({
    date: `${String(year)}-${monthDay}`,
    name,
    spans: [],
  });
  const days = [
    of('01-01', 'Tết Dương lịch'),
    of('04-30', 'Ngày Chiến thắng'),
    of('05-01', 'Quốc tế Lao động'),
    of('09-01', 'Quốc khánh'),
    of('09-02', 'Quốc khánh'),
  ];
  const lunar = LUNAR[year];
  if (lunar) {
    for (let day = EVE; day <= LAST_DAY_OF_TET; day += 1) {
      days.push({ date: daysLater(lunar.tet, day), name: 'Tết Nguyên đán', spans: [] });
    }
    days.push({ date: lunar.hungKings, name: 'Giỗ Tổ Hùng Vương', spans: [] });
  }
  return days.sort((a, b) => a.date.localeCompare(b.date));
}
