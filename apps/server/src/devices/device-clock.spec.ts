import { clockSkew } from './device-clock.js';

const NOW = new Date('2026-03-02T09:00:00Z');

describe('the clock of a kiosk', () => {
  it.each([
    ['2026-03-02T09:00:00Z', 0],
    ['2026-03-02T08:59:00Z', 0],
    ['2026-03-02T09:01:00Z', 0],
    ['2026-03-02T09:01:01Z', 61],
    ['2026-03-02T01:00:00Z', -8 * 3600],
    ['2025-03-02T09:00:00Z', -365 * 86_400],
  ])('that shows %s at nine is off by %i seconds', (shown, seconds) =>
    expect(clockSkew(new Date(shown), NOW)).toBe(seconds),
  );
});
