import { CHECK_IN_LIMITS, ENROLLMENT_LIMITS, judgeQuality, type QualityLimits } from './judge-quality.js';

const good = {
  score: 1,
  sharpness: 0.9,
  brightness: 0.5,
  contrast: 0.3,
  faceSize: 60,
  yaw: 0,
  pitch: 0,
  roll: 0,
  outside: 0,
  crowding: 0,
};

describe('judgeQuality', () => {
  it('finds nothing wrong with a good face', () => {
    expect(judgeQuality(good, ENROLLMENT_LIMITS)).toEqual([]);
  });

  it.each([
    ['TOO_SMALL', { faceSize: 10 }],
    ['BLURRED', { sharpness: 0.05 }],
    ['TOO_DARK', { brightness: 0.02 }],
    ['TOO_BRIGHT', { brightness: 0.98 }],
    ['TURNED_AWAY', { yaw: -70 }],
    ['LOOKING_UP_OR_DOWN', { pitch: 60 }],
    ['TILTED', { roll: -60 }],
    ['CUT_OFF', { outside: 0.6 }],
    ['LOW_CONTRAST', { contrast: 0.02 }],
    ['CROWDED', { crowding: 0.95 }],
  ])('says %s', (reason, fault) => {
    for (const limits of [ENROLLMENT_LIMITS, CHECK_IN_LIMITS]) {
      expect(judgeQuality({ ...good, ...fault }, limits)).toEqual([reason]);
    }
  });

  it('gives every reason at once', () => {
    const reasons = judgeQuality(
      { ...good, sharpness: 0, brightness: 0, contrast: 0, yaw: 90, crowding: 1 },
      CHECK_IN_LIMITS,
    );
    expect(reasons).toEqual(['CROWDED', 'TURNED_AWAY', 'TOO_DARK', 'LOW_CONTRAST', 'BLURRED']);
  });

  it('does not call a turned face small because its eyes come closer', () => {
    expect(judgeQuality({ ...good, faceSize: 11, yaw: 60 }, CHECK_IN_LIMITS)).toEqual(['TURNED_AWAY']);
  });

  it('lets a value on the limit pass', () => {
    const limits: QualityLimits = { ...ENROLLMENT_LIMITS, maxYaw: 30 };
    expect(judgeQuality({ ...good, yaw: 30 }, limits)).toEqual([]);
    expect(judgeQuality({ ...good, yaw: 30.1 }, limits)).toEqual(['TURNED_AWAY']);
  });

  it('is stricter for enrolment in every respect', () => {
    for (const key of Object.keys(ENROLLMENT_LIMITS) as (keyof QualityLimits)[]) {
      const [strict, lenient] = [ENROLLMENT_LIMITS[key], CHECK_IN_LIMITS[key]];
      if (key.startsWith('min')) expect(strict).toBeGreaterThan(lenient);
      else expect(strict).toBeLessThan(lenient);
    }
  });
});
