import { localTime } from '../../platform/clock/local-time.js';
import { localMoment } from './local-clock.js';

const ZONES = [
  'UTC',
  'Europe/Berlin',
  'America/New_York',
  'Asia/Kathmandu',
  'America/Santiago',
  'Pacific/Apia',
];
const HALF_HOUR = 1_800_000;

describe('the local time of many instants', () => {
  it.each(ZONES)('is that of one, in %s all year', (zone) => {
    for (
      let instant = Date.UTC(2026, 0, 1, 0, 0, 7);
      instant < Date.UTC(2027, 0, 1);
      instant += 11 * HALF_HOUR
    )
      expect(localMoment(instant, zone)).toBe(localTime(new Date(instant), zone));
  });

  it.each([
    ['Europe/Berlin', '2026-03-28T12:00:00Z'],
    ['Europe/Berlin', '2026-10-24T12:00:00Z'],
    ['America/Santiago', '2026-09-05T12:00:00Z'],
    ['Australia/Lord_Howe', '2026-04-04T00:00:00Z'],
  ])('is that of one, in %s where the clocks change', (zone, from) => {
    for (let i = 0; i < 96; i++) {
      const instant = Date.parse(from) + i * HALF_HOUR;
      expect(localMoment(instant, zone)).toBe(localTime(new Date(instant), zone));
    }
  });
});
