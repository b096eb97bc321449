import type { Leave } from '../src/days/day-plan.js';
import { aPunch, aShift, dayOf, daysOf, minutesOf, NIGHT, type Scene } from './builders.js';

const [SUNDAY, MONDAY, TUESDAY, WEDNESDAY] = [
  '2026-03-01',
  '2026-03-02',
  '2026-03-03',
  '2026-03-04',
] as const;
const hours = (from: string, to: string): Leave => ({
  kind: 'hours',
  span: { start: minutesOf(from), end: minutesOf(to) },
});
const breaks = { kind: 'punched' as const, minutes: 0 };
const night = aShift({ ...NIGHT, breaks });

describe('leave by hours after midnight', () => {
  const onMondays: Scene = { shifts: [night], weekdays: [1] };
  const punches = [aPunch(`${MONDAY} 22:00`), aPunch(`${TUESDAY} 04:00`)];
  const nightWith = (date: string) =>
    dayOf({ ...onMondays, leaves: { [date]: [hours('04:00', '06:00')] } }, punches, MONDAY);

  it.each([
    ['the day of the shift', MONDAY],
    ['the day of the hours', TUESDAY],
  ])('is of the night, dated by %s', (_, date) =>
    expect(nightWith(date)).toMatchObject({
      status: 'present',
      leaveMinutes: 120,
      dueMinutes: 360,
      workedMinutes: 360,
      earlyMinutes: 0,
      flags: [],
    }),
  );

  it('is of the night that begins on its day, where there are two', () => {
    const everyNight: Scene = { shifts: [night], leaves: { [TUESDAY]: [hours('04:00', '06:00')] } };
    const days = daysOf(everyNight, [], MONDAY, WEDNESDAY);
    expect(days.map(({ leaveMinutes }) => leaveMinutes)).toEqual([0, 120, 0]);
  });

  it('is of a shift of its day that begins so early', () => {
    const early: Scene = {
      shifts: (date) => (date === MONDAY ? [night] : [aShift({ from: '05:00', to: '13:00', breaks })]),
      leaves: { [TUESDAY]: [hours('04:00', '06:00')] },
    };
    const days = daysOf(early, [], MONDAY, TUESDAY);
    expect(days.map(({ leaveMinutes }) => leaveMinutes)).toEqual([0, 60]);
  });

  it('is the same whichever days are asked for', () => {
    const scene: Scene = { ...onMondays, leaves: { [TUESDAY]: [hours('04:00', '06:00')] } };
    expect(daysOf(scene, punches, SUNDAY, WEDNESDAY)[1]).toEqual(dayOf(scene, punches, MONDAY));
  });

  it('before midnight, and over it, stays where it is', () => {
    const evening = {
      ...onMondays,
      leaves: { [MONDAY]: [hours('22:00', '23:00'), hours('23:30', '+00:30')] },
    };
    expect(dayOf(evening, [], MONDAY)).toMatchObject({ leaveMinutes: 120 });
  });
});

describe('leave by hours of a flexible shift', () => {
  const flexible = aShift({ kind: 'flexible', from: '07:00', to: '20:00', dueMinutes: 480, breaks });
  const onMonday = (...leaves: Leave[]) =>
    dayOf({ shifts: [flexible], leaves: { [MONDAY]: leaves } }, [], MONDAY);

  it.each([
    ['is as long as it is', [hours('10:00', '12:00')], 120],
    ['adds to a half', [{ kind: 'morning' as const }, hours('12:00', '15:00')], 330],
    ['is not more than what is due', [hours('07:00', '20:00')], 480],
  ])('%s', (_, leaves, minutes) =>
    expect(onMonday(...leaves)).toMatchObject({ leaveMinutes: minutes, dueMinutes: 480 - minutes }),
  );
});

describe('work on leave by hours', () => {
  const flagsOf = (...times: string[]) =>
    dayOf(
      { shifts: [aShift({ breaks })], leaves: { [MONDAY]: [hours('14:00', '16:00')] } },
      times.map((time) => aPunch(`${MONDAY} ${time}`)),
      MONDAY,
    ).flags;

  it('is none where somebody left for it, though first and last count', () =>
    expect(flagsOf('09:00', '14:00', '16:00', '18:00')).toEqual([]));

  it.each([
    ['09:00', '18:00'],
    ['09:00', '15:30', '16:00', '18:00'],
    ['09:00', '12:00', '13:00', '18:00'],
  ])('is flagged where somebody was there: %s, %s, ...', (...times) =>
    expect(flagsOf(...times)).toEqual(['worked-on-leave']),
  );
});
