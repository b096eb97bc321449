import type { Direction } from '../src/direction.js';
import { aPunch, aShift, dayOf, type Scene } from './builders.js';

const DATE = '2026-03-02';
const breaks = { kind: 'punched' as const, minutes: 0 };
const SHORT = [
  aShift({ from: '08:00', to: '12:00', breaks }),
  aShift({ from: '13:00', to: '17:00', breaks }),
];
const LONG = [aShift({ from: '08:00', to: '12:00', breaks }), aShift({ from: '16:00', to: '20:00', breaks })];
const PAIRED = { breaks, pairing: 'every-pair' } as const;
const ABUTTING = [
  aShift({ from: '08:00', to: '12:00', ...PAIRED }),
  aShift({ from: '12:00', to: '16:00', ...PAIRED }),
];
const THREE = [...SHORT, aShift({ from: '18:00', to: '20:00', breaks })];

/** `12:45`, or `12:45 out` where the kiosk says so. */
const seen = (times: string) =>
  times.split(', ').map((each) => {
    const [time, direction] = each.split(' ');
    return aPunch(`${DATE} ${time}`, (direction as Direction | undefined) ?? null);
  });
const day = (shifts: typeof SHORT, times: string, correction?: NonNullable<Scene['corrections']>[string]) =>
  dayOf({ shifts, ...(correction && { corrections: { [DATE]: correction } }) }, seen(times), DATE);

describe('between two shifts of one day, at a kiosk for both ways', () => {
  it.each([
    ['an OUT after the border', SHORT, '08:00, 12:45, 13:05, 17:00', 520],
    ['two of a long pause after the border', LONG, '08:00, 14:45, 15:50, 20:00', 655],
    ['two of a long pause before the border', LONG, '08:00, 12:10, 13:50, 20:00', 620],
    ['one after the border, by the way it goes', SHORT, '08:00, 12:30, 12:50, 17:00', 520],
    ['somebody who punches twice', SHORT, '08:00, 12:45, 12:45:20, 13:05, 17:00', 520],
    ['an OUT and nothing of the second shift', SHORT, '08:00, 12:45', 285],
    ['three shifts', THREE, '08:00, 12:45, 13:05, 17:50, 18:00, 20:00', 285 + 285 + 120],
    ['three shifts, of which the last has no OUT', THREE, '08:00, 12:45, 13:05, 17:20, 17:55', 285 + 255],
  ])('%s', (_, shifts, times, workedMinutes) => {
    expect(day(shifts, times).workedMinutes).toBe(workedMinutes);
  });

  it.each([
    ['somebody who leaves the first within the second', '08:00, 12:05, 12:30, 16:00', 245 + 210],
    ['somebody who comes to the second within the first', '08:00, 11:40, 11:55, 16:00', 220 + 245],
    ['a pause besides', '08:00, 10:00, 10:15, 12:10, 12:20, 16:00', 120 + 115 + 220],
    ['a kiosk for each way', '08:00 in, 12:05 out, 12:30 in, 16:00 out', 245 + 210],
    ['a pause late in the first', '08:00 in, 11:10 out, 11:30 in, 12:00 out, 12:01 in, 16:00 out', 220 + 239],
    ['none between them: far from the border nothing moves', '08:00, 15:00', 0],
  ])('that abut: %s', (_, times, workedMinutes) =>
    expect(day(ABUTTING, times).workedMinutes).toBe(workedMinutes),
  );

  it('of two long shifts that abut', () => {
    const shifts = [
      aShift({ from: '06:00', to: '14:00', breaks }),
      aShift({ from: '14:00', to: '22:00', breaks }),
    ];
    expect(day(shifts, '06:00, 14:01, 14:03, 22:00')).toMatchObject({ workedMinutes: 958, flags: [] });
  });

  it('an OUT within the second, an hour after the first', () =>
    expect(day(SHORT, '08:00, 13:10, 13:30, 17:00').workedMinutes).toBe(310 + 210));

  it('the border stays where nothing makes pairs', () => {
    const odd = day(SHORT, '08:00, 12:55, 17:00');
    expect(odd).toMatchObject({ workedMinutes: 245 });
    expect(odd.flags).toContain('missing-out');
  });

  it('a kiosk for one way settles it', () => {
    expect(day(SHORT, '08:00, 12:10, 12:45 out, 13:05, 17:00')).toMatchObject({ workedMinutes: 285 + 235 });
    expect(day(SHORT, '08:00, 12:10 in, 12:20, 17:00').firstIn).toBe(seen('08:00')[0]!.at);
  });
});

describe('a shift that somebody skipped', () => {
  const flags = (scene: Partial<Scene>, ...times: string[]) =>
    dayOf(
      { shifts: LONG, ...scene },
      times.map((time) => aPunch(`${DATE} ${time}`)),
      DATE,
    ).flags;
  const hours = { start: 960, end: 1200 };

  it('is flagged', () => {
    expect(flags({}, '08:00', '12:00')).toEqual(['missing-shift']);
    expect(flags({}, '16:00', '20:00')).toEqual(['missing-shift']);
    expect(flags({}, '08:00', '12:00', '16:00')).toEqual(['missing-out']);
    expect(flags({}, '08:00', '12:00', '16:00', '20:00')).toEqual([]);
  });

  it('is not where nobody was seen at all, nor before the day is over', () => {
    expect(flags({})).toEqual([]);
    expect(flags({ asOf: `${DATE} 21:00` }, '08:00', '12:00')).toEqual([]);
  });

  it('is not where leave or a holiday takes it, nor where a correction fills it', () => {
    expect(flags({ leaves: { [DATE]: [{ kind: 'hours', span: hours }] } }, '08:00', '12:00')).toEqual([]);
    expect(flags({ holidays: { [DATE]: 'Fair' } }, '08:00', '12:00')).toEqual(['worked-on-holiday']);
    const corrections = { [DATE]: { in: '16:00', out: '20:00' } };
    expect(flags({ corrections }, '08:00', '12:00')).toEqual(['corrected']);
  });
});

describe('a correction of a split shift', () => {
  it.each([
    ['the OUT of the first half', { out: '12:00' }, '08:00, 16:00, 20:00', 480],
    ['both times of the first half', { in: '08:00', out: '12:00' }, '08:00, 16:00, 20:00', 480],
    ['both times of the second half', { in: '16:00', out: '20:00' }, '08:00, 12:00, 16:30', 480],
    ['the IN of the second half', { in: '16:00' }, '08:00, 12:00, 20:00', 480],
    ['the beginning and the end of the day', { in: '08:00', out: '20:00' }, '12:00, 16:00', 480],
    [
      'the OUT of either half, one after the other',
      [{ out: '12:00' }, { out: '20:00' }],
      '08:00, 16:00',
      480,
    ],
    [
      'the OUT of one half twice',
      [{ out: '12:00' }, { out: '20:00' }, { out: '19:00' }],
      '08:00, 16:00',
      420,
    ],
    ['a time before the first window', { in: '03:30' }, '08:00, 12:00, 16:00, 20:00', 750],
    ['a time that the pauses do not hang on', { in: '07:50' }, '08:00, 14:45, 15:50, 20:00', 665],
  ])('%s', (_, correction, times, workedMinutes) => {
    expect(day(LONG, times, correction)).toMatchObject({ workedMinutes, flags: ['corrected'] });
  });
});

describe('a correction where every pair counts', () => {
  const pairs = [aShift({ pairing: 'every-pair', breaks })];
  it.each([
    ['is the OUT that is missing', '09:00, 12:30, 18:00', { out: '12:00' }, 510],
    ['is the IN that is missing', '09:00, 12:00, 18:00', { in: '12:30' }, 510],
    ['is the one, and replaces the first', '09:10, 12:30, 18:00', { in: '09:00', out: '12:00' }, 510],
    ['is the one, and replaces the last', '09:00, 12:00, 18:20', { in: '12:30', out: '18:00' }, 510],
    ['says everything', '09:00, 12:30, 18:00', { in: '09:00', out: '18:00' }, 540],
    ['replaces the last where none is missing', '09:00, 12:00, 12:30, 17:00', { out: '18:00' }, 510],
    ['does not count twice what was punched twice', '09:00, 09:00:30, 12:30, 18:00', { out: '12:00' }, 510],
    ['stands between what kiosks say', '09:00 in, 12:30 in, 18:00 out', { out: '12:00' }, 510],
  ])('%s', (_, times, correction, workedMinutes) =>
    expect(day(pairs, times, correction)).toMatchObject({ workedMinutes, flags: ['corrected'] }),
  );

  it('is the same on a day without a shift', () => {
    const scene = { shifts: [], corrections: { [DATE]: { out: '12:00' } } };
    expect(dayOf(scene, seen('09:00, 12:30, 18:00'), DATE)).toMatchObject({ workedMinutes: 510 });
  });

  it('leaves first and last as they were', () => {
    const first = [aShift({ pairing: 'first-last', breaks })];
    expect(day(first, '09:00, 12:30, 18:00', { out: '12:00' })).toMatchObject({ workedMinutes: 180 });
  });
});
