import { addDays, addMonths, datesBetween, isDay, monthOf, today, weekdayOf, weekOf } from './calendar.js';

describe('the calendar', () => {
  it('goes on over the ends of months and years', () => {
    expect(addDays('2026-02-28', 1)).toBe('2026-03-01');
    expect(addDays('2026-01-01', -1)).toBe('2025-12-31');
    expect(datesBetween('2028-02-28', '2028-03-01')).toEqual(['2028-02-28', '2028-02-29', '2028-03-01']);
    expect(datesBetween('2026-03-02', '2026-03-01')).toEqual([]);
  });

  it('has weeks from Monday to Sunday', () => {
    expect(weekdayOf('2026-03-01')).toBe(7);
    expect(weekOf('2026-03-01')).toEqual({ from: '2026-02-23', to: '2026-03-01' });
  });

  it('has months with all their days', () => {
    expect(monthOf('2026-02-14')).toEqual({ from: '2026-02-01', to: '2026-02-28' });
    expect(monthOf('2026-12-31')).toEqual({ from: '2026-12-01', to: '2026-12-31' });
    expect(addMonths('2026-01-31', 1)).toBe('2026-02-01');
    expect(addMonths('2026-01-31', -1)).toBe('2025-12-01');
  });

  it('knows which days there are', () => {
    expect(['2026-02-28', '2028-02-29', '1900-01-01'].map(isDay)).toEqual([true, true, true]);
    const none = ['2026-99-06', '2026-02-29', '2026-3-2', '1812-01-01', 'today', ''];
    expect(none.filter(isDay)).toEqual([]);
  });

  it('has the reader’s own today', () => {
    expect(today(new Date(2026, 2, 5, 23, 59))).toBe('2026-03-05');
  });
});
