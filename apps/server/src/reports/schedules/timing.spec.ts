import { Zone } from '@rollcall/attendance';
import { nextTime, periodBefore } from './timing.js';

const weekly = { every: 'week', weekday: 1, dayOfMonth: null, hour: 6 } as const;
const monthly = (dayOfMonth: number) => ({ every: 'month', weekday: null, dayOfMonth, hour: 6 }) as const;

describe('the next time of a schedule', () => {
  it.each([
    [weekly, '2026-03-23T04:59:00Z', 'Europe/Berlin', '2026-03-23T05:00:00Z'],
    [weekly, '2026-03-23T05:00:00Z', 'Europe/Berlin', '2026-03-30T04:00:00Z'], // An hour sooner in summer.
    [weekly, '2026-03-22T22:00:00Z', 'Pacific/Auckland', '2026-03-29T17:00:00Z'],
    [monthly(1), '2026-03-01T05:00:00Z', 'Europe/Berlin', '2026-04-01T04:00:00Z'],
    [monthly(31), '2026-02-01T00:00:00Z', 'UTC', '2026-02-28T06:00:00Z'],
    [monthly(31), '2026-02-28T06:00:00Z', 'UTC', '2026-03-31T06:00:00Z'],
  ])('of %j after %s in %s is %s', (timing, after, zone, expected) => {
    const next = nextTime(timing, Date.parse(after), Zone.of(zone));
    expect(new Date(next).toISOString()).toBe(expected.replace('Z', '.000Z'));
  });

  it('comes once in the night that has an hour twice', () => {
    const zone = Zone.of('Europe/Berlin');
    const sunday = { every: 'week', weekday: 7, dayOfMonth: null, hour: 2 } as const;
    const first = nextTime(sunday, Date.parse('2026-10-24T12:00:00Z'), zone);
    expect(new Date(first).toISOString()).toBe('2026-10-25T00:00:00.000Z');
    expect(new Date(nextTime(sunday, first, zone)).toISOString()).toBe('2026-11-01T01:00:00.000Z');
  });
});

describe('the period that is reported', () => {
  it.each([
    ['week', '2026-03-09', '2026-03-02', '2026-03-08'],
    ['week', '2026-03-15', '2026-03-02', '2026-03-08'],
    ['month', '2026-03-31', '2026-02-01', '2026-02-28'],
    ['month', '2026-01-01', '2025-12-01', '2025-12-31'],
  ] as const)('every %s on %s is %s to %s', (every, date, from, to) => {
    expect(periodBefore(every, date)).toEqual({ from, to });
  });
});
