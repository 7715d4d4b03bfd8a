import { describe, expect, it } from 'vitest';
import { busiest, dayText, everyDay, inMinutes } from './days.ts';

const day = (date: string, audioSeconds: number, videoSeconds = 0) => ({
  date,
  audioSeconds,
  videoSeconds,
  answered: 1,
  missed: 0,
});

describe('days of a statement [MIN-7]', () => {
  it('has every day of the month, in a leap year as well', () => {
    expect(everyDay('2028-02', [])).toHaveLength(29);
    expect(everyDay('2026-02', [])).toHaveLength(28);
    expect(everyDay('2026-12', []).at(-1)?.date).toBe('2026-12-31');
  });

  it('keeps the days that had calls where they belong', () => {
    const days = everyDay('2026-11', [day('2026-11-03', 60)]);
    expect(days[2]).toMatchObject({ date: '2026-11-03', audioSeconds: 60 });
    expect(days[3]).toMatchObject({ audioSeconds: 0, answered: 0 });
  });

  it('finds the busiest day, and none in an empty month', () => {
    expect(busiest([day('2026-11-01', 10, 10), day('2026-11-02', 15), day('2026-11-03', 0)])?.date).toBe(
      '2026-11-01',
    );
    expect(busiest(everyDay('2026-11', []))).toBeUndefined();
    expect(dayText('2026-11-23')).toBe('23/11');
  });

  it('tells minutes with one decimal', () => {
    expect([0, 90, 3_599].map(inMinutes)).toEqual([0, 1.5, 60]);
  });
});
