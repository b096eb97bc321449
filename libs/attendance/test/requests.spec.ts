import { datesBetween } from '../src/time/local-date.js';
import { aPunch, aShift, dayOf, daysOf, minutesOf, NIGHT } from './builders.js';

const DATE = '2026-03-02';
const at = (...times: string[]) => times.map((time) => aPunch(`${DATE} ${time}`));
const day = (rules: Parameters<typeof aShift>[0], ...times: string[]) =>
  dayOf({ shifts: [aShift(rules)] }, at(...times), DATE);

describe('overtime', () => {
  const overtime = { basis: 'planned' as const, afterMinutes: 30, roundToMinutes: 15, needsApproval: true };
  it.each([
    ['18:29', 0],
    ['18:30', 30],
    ['18:59', 45],
  ])('until %s is %i minutes, in quarters of an hour from half an hour on', (last, minutes) =>
    expect(day({ overtime }, '09:00', last)).toMatchObject({
      overtimeMinutes: 0,
      overtimeWaitingMinutes: minutes,
    }),
  );

  it.each([
    ['18:29', 509, 0],
    ['18:44', 524, 30],
  ])('minutes below the threshold, or left over by rounding, stay work: until %s', (last, worked, beyond) => {
    const asItIs = { ...overtime, needsApproval: false };
    const { workedMinutes, overtimeMinutes } = day({ overtime: asItIs }, '09:00', last);
    expect([workedMinutes, overtimeMinutes]).toEqual([worked, beyond]);
    const waiting = day({ overtime }, '09:00', last);
    expect([waiting.workedMinutes, waiting.overtimeWaitingMinutes]).toEqual([worked, beyond]);
  });

  it('makes up for coming late before it is any', () =>
    expect(day({ overtime }, '10:00', '19:00').overtimeMinutes).toBe(0));

  it('after so many minutes of work', () => {
    const basis = { basis: 'worked' as const, afterMinutes: 480, roundToMinutes: 1, needsApproval: false };
    expect(day({ overtime: basis }, '09:00', '20:00')).toMatchObject({ overtimeMinutes: 120, flags: [] });
  });

  it('counts once somebody has approved it', () => {
    expect(day({ overtime }, '09:00', '20:00')).toMatchObject({
      overtimeMinutes: 0,
      overtimeWaitingMinutes: 120,
      flags: ['overtime-unapproved'],
    });
    const scene = { shifts: [aShift({ overtime })], overtimeApprovedMinutes: Infinity };
    expect(dayOf(scene, at('09:00', '20:00'), DATE)).toMatchObject({
      overtimeMinutes: 120,
      overtimeWaitingMinutes: 0,
      flags: [],
    });
  });

  it('that was approved is what there was then: what comes on top waits', () => {
    const scene = { shifts: [aShift({ overtime })], overtimeApprovedMinutes: 60 };
    const until = (time: string) => dayOf(scene, at('09:00', time), DATE);
    expect(until('19:00')).toMatchObject({ overtimeMinutes: 60, overtimeWaitingMinutes: 0, flags: [] });
    expect(until('22:00')).toMatchObject({
      overtimeMinutes: 60,
      overtimeWaitingMinutes: 180,
      flags: ['overtime-unapproved'],
    });
    expect(until('18:30')).toMatchObject({ overtimeMinutes: 30, overtimeWaitingMinutes: 0 });
  });

  it.each([
    ['a holiday', { shifts: [aShift({ overtime })], holidays: { [DATE]: 'May Day' } }, 'worked-on-holiday'],
    ['a day off', { weekdays: [2, 3, 4, 5], overtimeOnDayOff: overtime }, 'worked-on-rest-day'],
  ])('of %s waits for approval as well', (_, scene, flag) => {
    const punches = at('09:00', '12:00');
    expect(dayOf(scene, punches, DATE)).toMatchObject({
      overtimeMinutes: 0,
      overtimeWaitingMinutes: 180,
      flags: ['overtime-unapproved', flag],
    });
    expect(dayOf({ ...scene, overtimeApprovedMinutes: Infinity }, punches, DATE)).toMatchObject({
      overtimeMinutes: 180,
      overtimeWaitingMinutes: 0,
      flags: [flag],
    });
  });
});

describe('leave', () => {
  const on = (leave: Parameters<typeof scene>[0], ...times: string[]) =>
    dayOf(scene(leave), at(...times), DATE);
  const scene = (
    leave: { kind: 'full' | 'morning' | 'afternoon' } | { kind: 'hours'; from: string; to: string },
  ) => ({
    leaves: {
      [DATE]: [
        leave.kind === 'hours'
          ? { kind: leave.kind, span: { start: minutesOf(leave.from), end: minutesOf(leave.to) } }
          : { kind: leave.kind },
      ],
    },
  });

  it('of a whole day', () => {
    expect(on({ kind: 'full' })).toMatchObject({ status: 'leave', leaveMinutes: 480, dueMinutes: 0 });
    const worked = on({ kind: 'full' }, '09:00', '18:00');
    expect(worked).toMatchObject({ status: 'leave', workedMinutes: 0, flags: ['worked-on-leave'] });
  });

  it('takes no days off, and halves of days', () => {
    const [full, half] = [[{ kind: 'full' as const }], [{ kind: 'afternoon' as const }]];
    const leaves = Object.fromEntries(datesBetween('2026-03-05', '2026-03-10').map((date) => [date, full]));
    const scene = { leaves: { ...leaves, '2026-03-11': half }, holidays: { '2026-03-10': 'Fair' } };
    const days = daysOf(
      scene,
      [aPunch('2026-03-08 10:00'), aPunch('2026-03-08 12:00')],
      '2026-03-05',
      '2026-03-11',
    );
    expect(days.map(({ status, leaveDays }) => [status, leaveDays])).toEqual([
      ['leave', 1],
      ['leave', 1],
      ['rest', 0],
      ['present', 0],
      ['leave', 1],
      ['holiday', 0],
      ['absent', 0.5],
    ]);
    expect(days[3]!.flags).toEqual(['worked-on-rest-day']);
  });

  it('of an afternoon', () =>
    expect(on({ kind: 'afternoon' }, '09:00', '13:30')).toMatchObject({
      status: 'present',
      earlyMinutes: 0,
      leaveMinutes: 240,
      dueMinutes: 240,
    }));

  it('of both halves is leave of the whole day', () => {
    const halves = [{ kind: 'morning' as const }, { kind: 'afternoon' as const }];
    const [morning, afternoon, both] = [[halves[0]!], [halves[1]!], halves].map((leaves) =>
      dayOf({ leaves: { [DATE]: leaves } }, [], DATE),
    );
    for (const half of [morning, afternoon])
      expect(half).toMatchObject({ leaveMinutes: 240, dueMinutes: 240 });
    expect(both).toMatchObject({ leaveMinutes: 480, dueMinutes: 0, leaveDays: 1, status: 'leave' });
  });

  it('of a half and an hour', () => {
    const leaves = [
      { kind: 'morning' as const },
      { kind: 'hours' as const, span: { start: minutesOf('17:00'), end: minutesOf('18:00') } },
    ];
    expect(dayOf({ leaves: { [DATE]: leaves } }, [], DATE)).toMatchObject({
      leaveMinutes: 300,
      dueMinutes: 180,
    });
  });

  it('of a half where breaks are at fixed times', () => {
    const breaks = {
      kind: 'fixed' as const,
      windows: [{ start: minutesOf('12:00'), end: minutesOf('13:00') }],
    };
    for (const kind of ['morning', 'afternoon'] as const)
      expect(dayOf({ shifts: [aShift({ breaks })], leaves: { [DATE]: [{ kind }] } }, [], DATE)).toMatchObject(
        { leaveMinutes: 240, dueMinutes: 240 },
      );
  });

  it('of hours at the beginning, and in between', () => {
    const beginning = on({ kind: 'hours', from: '09:00', to: '11:00' }, '11:05', '18:00');
    expect(beginning).toMatchObject({ lateMinutes: 0, leaveMinutes: 120, workedMinutes: 360 });
    const between = on({ kind: 'hours', from: '12:00', to: '14:00' }, '09:00', '18:00');
    expect(between).toMatchObject({ workedMinutes: 360, leaveMinutes: 120, lateMinutes: 0, earlyMinutes: 0 });
  });

  it('of a night', () => {
    const night = { shifts: [aShift(NIGHT)], leaves: { [DATE]: [{ kind: 'afternoon' as const }] } };
    const punches = [aPunch(`${DATE} 22:00`), aPunch('2026-03-03 02:00')];
    expect(dayOf(night, punches, DATE)).toMatchObject({
      status: 'present',
      workedMinutes: 240,
      earlyMinutes: 0,
    });
  });
});

describe('a correction', () => {
  const pairs = { shifts: [aShift({ pairing: 'every-pair' })] };
  const corrected = (correction: { in?: string; out?: string }, ...times: string[]) =>
    dayOf({ ...pairs, corrections: { [DATE]: correction } }, at(...times), DATE);

  it('adds what is missing', () => {
    expect(corrected({ out: '18:00' }, '09:00')).toMatchObject({ workedMinutes: 480, flags: ['corrected'] });
    expect(corrected({ in: '09:00' }, '12:00', '13:00', '18:00')).toMatchObject({ workedMinutes: 480 });
    expect(corrected({ in: '09:00', out: '18:00' })).toMatchObject({ status: 'present', workedMinutes: 480 });
  });

  it('stands in the place of what was wrong, and both are shown', () => {
    const day = corrected({ in: '09:00' }, '10:00', '18:00');
    expect(day).toMatchObject({ workedMinutes: 480, lateMinutes: 0, firstIn: at('09:00')[0]!.at });
    expect(day.punches.map(({ ignored }) => ignored)).toEqual([null, 'corrected', null]);
    expect(corrected({ in: '09:00', out: '18:00' }, '10:00', '12:00', '13:00', '17:00')).toMatchObject({
      workedMinutes: 480,
      breakMinutes: 60,
    });
  });

  it('of a day without a shift', () => {
    const day = dayOf({ shifts: [], corrections: { [DATE]: { in: '09:00', out: '12:00' } } }, [], DATE);
    expect(day).toMatchObject({ status: 'present', workedMinutes: 180 });
  });
});
