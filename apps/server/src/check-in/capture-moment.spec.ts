import { captureMoment } from './capture-moment.js';

const now = new Date('2026-03-02T08:00:00.000Z');
const from = (seconds: number) => new Date(now.getTime() + seconds * 1000);

describe('the moment of capture', () => {
  it('is now, where the kiosk names none', () => {
    expect(captureMoment(undefined, now)).toEqual({
      capturedAt: now,
      receivedAt: now,
      late: false,
      clockSkewSeconds: 0,
    });
  });

  it('is what the kiosk says, in whatever offset', () => {
    const moment = captureMoment('2026-03-02T09:59:30+02:00', now);
    expect(moment).toEqual({ capturedAt: from(-30), receivedAt: now, late: false, clockSkewSeconds: 0 });
  });

  it.each([
    [-60, false],
    [-60.001, true],
    [-86_400 * 365 * 20, true],
    [0, false],
    [300, false],
  ])('%d s from now is late: %s', (seconds, late) => {
    const moment = captureMoment(from(seconds).toISOString(), now);
    expect(moment).toEqual({ capturedAt: from(seconds), receivedAt: now, late, clockSkewSeconds: 0 });
  });

  it('is put right where the clock of the kiosk is off, ahead or behind', () => {
    const claimed = (seconds: number) =>
      captureMoment(from(seconds).toISOString(), now, from(3600).toISOString());
    expect(claimed(3600 - 120)).toEqual({
      capturedAt: from(-120),
      receivedAt: now,
      late: true,
      clockSkewSeconds: 3600,
    });
    const behind = captureMoment(from(-7200).toISOString(), now, from(-7200).toISOString());
    expect(behind).toEqual({ capturedAt: now, receivedAt: now, late: false, clockSkewSeconds: -7200 });
    expect(captureMoment(from(-5).toISOString(), now, from(2).toISOString())).toMatchObject({
      clockSkewSeconds: 0,
    });
  });

  it('may not lie more than five minutes ahead', () => {
    const claimed = from(300.001).toISOString();
    expect(() => captureMoment(claimed, now)).toThrow(
      expect.objectContaining({ kind: 'rule', code: 'CAPTURED_AT_IN_FUTURE' }) as Error,
    );
  });
});
