import { afterEach, describe, expect, it } from 'vitest';
import { clockTime, duration, fullTime, number, relativeTime, showTimesIn } from './time.ts';

afterEach(() => {
  showTimesIn(undefined);
});

describe('times', () => {
  it("are written the Vietnamese way in the business's time zone", () => {
    showTimesIn('Asia/Ho_Chi_Minh');
    expect(fullTime('2026-11-30T17:00:00Z')).toBe('01/12/2026 00:00');
    expect(clockTime('2026-11-30T02:05:00Z')).toBe('09:05');
  });

  it('are relative below a day and a date afterwards', () => {
    showTimesIn('Asia/Ho_Chi_Minh');
    const now = Date.UTC(2026, 10, 23, 3);
    const ago = (minutes: number) => relativeTime(new Date(now - minutes * 60_000).toISOString(), now, 'vi');
    expect([ago(0), ago(5), ago(125), ago(60 * 25)]).toEqual([
      'vừa xong',
      '5 phút trước',
      '2 giờ trước',
      '22/11/2026',
    ]);
    expect(relativeTime(new Date(now - 300_000).toISOString(), now, 'en')).toBe('5 min. ago');
  });
});

describe('amounts', () => {
  it.each([
    [45, '45 giây', '45 s'],
    [300, '5 phút', '5 min'],
    [330, '5 phút 30 giây', '5 min 30 s'],
    [7500, '2 giờ 05 phút', '2 h 05 min'],
    [0, '0 giây', '0 s'],
  ])('%d seconds are "%s"', (seconds, vi, en) => {
    expect(duration(seconds, 'vi')).toBe(vi);
    expect(duration(seconds, 'en')).toBe(en);
  });

  it('have dots in Vietnamese', () => {
    expect(number(12_345, 'vi')).toBe('12.345');
    expect(number(12_345, 'en')).toBe('12,345');
  });
});
