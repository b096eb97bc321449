import { addDays } from '../../../ui/calendar.js';
import { barsOf, stepOf } from './bars.js';

const days = (from: string, count: number, expected = 4, present = 3) =>
  Array.from({ length: count }, (_, i) => ({
    date: addDays(from, i),
    expected,
    present,
    rate: expected > 0 ? present / expected : null,
  }));

describe('the bars of who was there', () => {
  it('are days of a month, weeks of a quarter, months of a year', () => {
    expect([30, 90, 334].map((count) => stepOf(days('2026-01-01', count)))).toEqual(['day', 'week', 'month']);
    expect(stepOf([])).toBe('day');
  });

  it('never are more than have room', () => {
    for (const count of [1, 45, 46, 200, 201, 366]) {
      const period = days('2026-01-01', count);
      expect(barsOf(period, stepOf(period)).length).toBeLessThanOrEqual(45);
    }
  });

  it('add up the days of a week from Monday on, whoever was expected', () => {
    const period = [
      ...days('2026-01-01', 4),
      ...days('2026-01-05', 5, 10, 10),
      ...days('2026-01-10', 2, 0, 0),
    ];
    expect(barsOf(period, 'week')).toEqual([
      { date: '2026-01-01', expected: 16, present: 12, rate: 0.75 },
      { date: '2026-01-05', expected: 50, present: 50, rate: 1 },
    ]);
  });

  it('of a month without anybody to come have no rate', () => {
    expect(barsOf(days('2026-02-01', 28, 0, 0), 'month')).toEqual([
      { date: '2026-02-01', expected: 0, present: 0, rate: null },
    ]);
  });
});
