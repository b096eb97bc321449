import type { Direction } from '../src/direction.js';
import { aPunch, aShift, daysOf } from './builders.js';

const [MONDAY, TUESDAY, WEDNESDAY] = ['2026-03-02', '2026-03-03', '2026-03-04'] as const;
const NARROW = {
  windowBeforeMinutes: 60,
  windowAfterMinutes: 120,
  breaks: { kind: 'deducted' as const, steps: [] },
};
type Given = readonly [time: string, direction?: Direction | null];
const days = (rules: object, ...punches: Given[]) =>
  daysOf(
    { shifts: [aShift({ from: '09:00', to: '17:00', ...NARROW, ...rules })] },
    punches.map(([time, direction]) => aPunch(`2026-03-0${time}`, direction ?? null)),
    MONDAY,
    WEDNESDAY,
  );

describe.each(['first-last', 'every-pair'] as const)('a punch just outside the window, %s', (pairing) => {
  it.each<[string, Direction | null, Direction | null]>([
    ['a kiosk for both ways', null, null],
    ['kiosks for one way', 'in', 'out'],
  ])('completes the shift that it belongs to: %s', (_, into, out) => {
    const [monday, tuesday] = days(
      { pairing },
      ['2 09:00', into],
      ['2 19:05', out],
      ['3 07:55', into],
      ['3 17:00', out],
    );
    expect(monday).toMatchObject({ workedMinutes: 605, flags: ['outside-shift'] });
    expect(tuesday).toMatchObject({ workedMinutes: 545, flags: ['outside-shift'] });
    expect(monday!.punches).toHaveLength(2);
  });

  it('is the OUT also where the shift was left and entered again', () => {
    const [monday] = days({ pairing }, ['2 09:00'], ['2 12:00'], ['2 13:00'], ['2 19:05']);
    expect(monday).toMatchObject({
      workedMinutes: pairing === 'every-pair' ? 545 : 605,
      flags: ['outside-shift'],
    });
  });

  it('is work by itself where the shift has its pairs', () => {
    const [monday] = days({ pairing }, ['2 09:00'], ['2 17:00'], ['2 20:00'], ['2 21:00']);
    expect(monday).toMatchObject({ workedMinutes: 540, flags: ['outside-shift'] });
  });

  it('is what the kiosk says: an IN ends nothing, an OUT begins nothing', () => {
    const [monday] = days({ pairing }, ['2 09:00'], ['2 19:05', 'in']);
    expect(monday).toMatchObject({ workedMinutes: 0, lastOut: null });
    const [, tuesday] = days({ pairing }, ['3 07:55', 'out'], ['3 17:00', 'out']);
    expect(tuesday).toMatchObject({ workedMinutes: 0 });
  });
});

it('punches before and after a shift are no pair: nobody is paid twice for the hours of the shift', () => {
  const [monday] = days({}, ['2 06:00'], ['2 09:00'], ['2 17:00'], ['2 20:00']);
  expect(monday).toMatchObject({ workedMinutes: 480, breakMinutes: 0 });
  expect(monday!.flags).toEqual(['missing-out', 'outside-shift']);
});

describe('with the usual windows', () => {
  const usual = { windowBeforeMinutes: 240, windowAfterMinutes: 480 };
  it('an OUT deep in the night is not an IN, and the night is not paid', () => {
    const [monday, tuesday] = days(usual, ['2 09:10'], ['3 01:05'], ['3 04:55'], ['3 17:00']);
    expect(monday).toMatchObject({ workedMinutes: 955, flags: ['outside-shift'] });
    expect(tuesday).toMatchObject({ workedMinutes: 725, flags: ['outside-shift'] });
  });

  it('more than sixteen hours are nothing that anybody is paid', () => {
    const [monday, tuesday] = days(usual, ['2 09:00'], ['3 01:05'], ['3 04:55'], ['3 17:00']);
    expect(monday).toMatchObject({ workedMinutes: 0, flags: ['missing-out'] });
    expect(tuesday).toMatchObject({ workedMinutes: 725, flags: ['missing-out', 'outside-shift'] });
  });
});

describe('a punch alone that two shifts lack', () => {
  const rosters = (date: string) => [
    aShift(
      date === MONDAY ? { from: '14:00', to: '22:00', ...NARROW } : { from: '06:00', to: '14:00', ...NARROW },
    ),
  ];
  const worked = (...times: string[]) =>
    daysOf(
      { shifts: rosters },
      times.map((time) => aPunch(`2026-03-0${time}`)),
      MONDAY,
      TUESDAY,
    ).map(({ workedMinutes }) => workedMinutes);

  it('is of the one whose hours are nearer', () => {
    expect(worked('2 14:00', '3 04:50', '3 14:00')).toEqual([0, 550]);
    expect(worked('2 14:00', '3 00:30', '3 14:00')).toEqual([630, 0]);
  });

  it('ends no day of which only the OUT was punched, when the next is nearer', () => {
    expect(worked('2 21:50', '3 04:50')).toEqual([0, 0]);
    expect(worked('2 20:30', '3 00:30')).toEqual([240, 0]);
  });

  it('stands behind a correction that says the same', () => {
    const scene = { shifts: rosters, corrections: { [MONDAY]: { out: '22:30' } } };
    const [monday] = daysOf(scene, [aPunch('2026-03-02 14:00'), aPunch('2026-03-03 00:10')], MONDAY);
    expect(monday).toMatchObject({ workedMinutes: 510, flags: ['corrected', 'outside-shift'] });
    expect(monday!.punches.map(({ ignored }) => ignored)).toEqual([null, null, 'corrected']);
  });
});
