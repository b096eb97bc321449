import { endOf, startOf } from './time-range.js';

describe('a range of time in a query', () => {
  it('takes moments as they are', () => {
    expect(startOf('2026-03-02T08:00:00+01:00').toISOString()).toBe('2026-03-02T07:00:00.000Z');
    expect(endOf('2026-03-02T08:00:00Z').toISOString()).toBe('2026-03-02T08:00:00.000Z');
  });

  it('takes a date for the whole of its day', () => {
    expect(startOf('2026-03-02').toISOString()).toBe('2026-03-02T00:00:00.000Z');
    expect(endOf('2026-03-02').toISOString()).toBe('2026-03-03T00:00:00.000Z');
  });
});
