import type { Leave } from '../src/days/day-plan.js';
import type { ShiftRules } from '../src/shifts/shift.js';
import { aPunch, aShift, dayOf, minutesOf, type Scene } from './builders.js';

const MONDAY = '2026-03-02';
const hours = (from: string, to: string): Leave => ({
  kind: 'hours',
  span: { start: minutesOf(from), end: minutesOf(to) },
});
const plain = {
  breaks: { kind: 'punched' as const, minutes: 0 },
  graceInMinutes: 0,
  graceOutMinutes: 0,
};
const OFFICE = aShift({ from: '09:00', to: '17:00', ...plain });
const PAIRS: ShiftRules = { ...OFFICE, pairing: 'every-pair' };
const monday = (shifts: readonly ShiftRules[], leaves: readonly Leave[], times: string) =>
  dayOf(
    { shifts, leaves: { [MONDAY]: leaves } },
    times.split(', ').map((time) => aPunch(`${MONDAY} ${time}`)),
    MONDAY,
  );

describe('several leaves on one day', () => {
  const twoHours = [hours('14:00', '15:00'), hours('16:00', '17:00')];

  it.each([
    ['both after the last OUT', [OFFICE], twoHours, '09:00, 14:00', 300, 0],
    ['both after one pair of several', [PAIRS], twoHours, '09:00, 14:00', 300, 0],
    [
      'an hour and the afternoon',
      [OFFICE],
      [hours('11:00', '12:00'), { kind: 'afternoon' }],
      '09:00, 11:00',
      120,
      0,
    ],
    [
      'both between pairs',
      [PAIRS],
      [hours('13:00', '14:00'), hours('15:00', '16:00')],
      '09:00, 11:00, 11:15, 13:00, 14:00, 15:00, 16:00, 17:00',
      345,
      15,
    ],
  ] as const)('%s', (_, shifts, leaves, times, workedMinutes, breakMinutes) =>
    expect(monday(shifts, leaves, times)).toMatchObject({ workedMinutes, breakMinutes }),
  );
});

describe('lateness and leave by hours', () => {
  it.each([
    ['the hour before', [hours('09:00', '10:00')], '11:00, 17:00', 60, 0],
    ['an hour between', [hours('10:00', '11:00')], '11:00, 17:00', 60, 0],
    ['half of an hour between', [hours('10:00', '11:00')], '10:30, 17:00', 60, 0],
    ['an hour before somebody left', [hours('15:00', '16:00')], '09:00, 15:00', 0, 60],
    ['an hour that was not reached', [hours('15:00', '16:00')], '09:30, 16:30', 30, 30],
  ] as const)('%s', (_, leaves, times, lateMinutes, earlyMinutes) =>
    expect(monday([OFFICE], leaves, times)).toMatchObject({ lateMinutes, earlyMinutes }),
  );
});

describe('half a day of several shifts', () => {
  const [early, late] = [
    aShift({ from: '08:00', to: '12:00', ...plain }),
    aShift({ from: '16:00', to: '20:00', ...plain }),
  ];
  const long = aShift({ from: '06:00', to: '12:00', ...plain });
  const short = aShift({ from: '14:00', to: '16:00', ...plain });

  it.each([
    ['the morning of two', [early, late], 'morning', '16:00, 20:00', 240],
    ['the afternoon of two', [early, late], 'afternoon', '08:00, 12:00', 240],
    ['the morning of one longer than the other', [long, short], 'morning', '10:00, 12:00, 14:00, 16:00', 240],
    ['the afternoon of one longer than the other', [long, short], 'afternoon', '06:00, 10:00', 240],
  ] as const)('%s', (_, shifts, kind, times, minutes) =>
    expect(monday(shifts, [{ kind }], times)).toMatchObject({
      dueMinutes: minutes,
      leaveMinutes: minutes,
      workedMinutes: minutes,
      lateMinutes: 0,
      earlyMinutes: 0,
      leaveDays: 0.5,
      flags: [],
    }),
  );
});

describe('leave on a day without a shift', () => {
  const sunday = '2026-03-01';
  const [morning, afternoon, full]: Leave[] = [{ kind: 'morning' }, { kind: 'afternoon' }, { kind: 'full' }];
  const on = (scene: Scene, date: string, ...leaves: Leave[]) => {
    const { status, leaveDays } = dayOf({ ...scene, leaves: { [date]: leaves } }, [], date);
    return [status, leaveDays];
  };

  it('is none on a day off', () => {
    expect(on({ shifts: [OFFICE] }, MONDAY, afternoon!)).toEqual(['absent', 0.5]);
    expect(on({ shifts: [OFFICE] }, sunday, afternoon!)).toEqual(['rest', 0]);
    expect(on({ shifts: [OFFICE] }, sunday, full!)).toEqual(['rest', 0]);
  });

  it('of somebody without any roster counts from Monday to Friday, and on no holiday', () => {
    const [nobody, saturday] = [{ shifts: [] }, '2026-02-28'];
    expect(on(nobody, MONDAY, full!)).toEqual(['leave', 1]);
    expect(on(nobody, MONDAY, morning!, afternoon!)).toEqual(['leave', 1]);
    expect(on(nobody, MONDAY, afternoon!)).toEqual(['rest', 0.5]);
    for (const date of [saturday, sunday]) {
      expect(on(nobody, date, full!)).toEqual(['rest', 0]);
      expect(on(nobody, date, afternoon!)).toEqual(['rest', 0]);
    }
    expect(on({ ...nobody, holidays: { [MONDAY]: 'Fair' } }, MONDAY, full!)).toEqual(['holiday', 0]);
  });
});
