import { localTime } from './local-time.js';

describe('local time', () => {
  it.each([
    ['2026-01-31T08:59:07Z', 'UTC', '2026-01-31T08:59:07'],
    ['2026-01-31T23:59:59.999Z', 'UTC', '2026-01-31T23:59:59'],
    ['2026-01-31T16:00:00Z', 'Asia/Shanghai', '2026-02-01T00:00:00'],
    ['2026-01-01T04:59:59Z', 'America/New_York', '2025-12-31T23:59:59'],
    ['2026-02-28T18:45:00Z', 'Asia/Kathmandu', '2026-03-01T00:30:00'],
    ['2024-02-29T12:00:00Z', 'Pacific/Kiritimati', '2024-03-01T02:00:00'],
    ['1969-07-20T20:17:40Z', 'America/Chicago', '1969-07-20T15:17:40'],
  ])('%s in %s is %s', (instant, zone, expected) =>
    expect(localTime(new Date(instant), zone)).toBe(expected),
  );

  it.each([
    ['2026-03-29T00:59:59Z', '2026-03-29T01:59:59'],
    ['2026-03-29T01:00:00Z', '2026-03-29T03:00:00'],
    ['2026-10-25T00:59:59Z', '2026-10-25T02:59:59'],
    ['2026-10-25T01:00:00Z', '2026-10-25T02:00:00'],
  ])('%s in Berlin, around the change of the clocks, is %s', (instant, expected) =>
    expect(localTime(new Date(instant), 'Europe/Berlin')).toBe(expected),
  );

  it.each(['0001-01-01T00:00:00Z', '0000-01-01T12:00:00Z', '0099-06-30T23:30:00Z', '9999-12-31T23:59:59Z'])(
    'of %s is still a date and a time',
    (instant) => {
      for (const zone of ['UTC', 'Europe/Berlin', 'America/New_York', 'Asia/Tokyo']) {
        expect(localTime(new Date(instant), zone)).toMatch(/^\d{4,5}-\d\d-\d\dT\d\d:\d\d:\d\d$/);
      }
    },
  );
});
