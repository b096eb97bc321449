import { aPunch, aShift, dayOf, minutesOf } from './builders.js';
import type { BreakRule } from '../src/shifts/shift.js';

const DATE = '2026-03-02';
const at = (...times: string[]) => times.map((time) => aPunch(`${DATE} ${time}`));
const day = (rules: Parameters<typeof aShift>[0], ...times: string[]) =>
  dayOf({ shifts: [aShift(rules)] }, at(...times), DATE);

describe('coming and leaving', () => {
  it.each([
    ['09:00', '18:00', { lateMinutes: 0, earlyMinutes: 0, status: 'present' }],
    ['09:10:59', '17:50', { lateMinutes: 0, earlyMinutes: 0, status: 'present' }],
    ['09:11', '17:49', { lateMinutes: 11, earlyMinutes: 11, status: 'late' }],
  ])('%s to %s with ten minutes of grace', (first, last, expected) =>
    expect(day({}, first, last)).toMatchObject(expected),
  );

  it('before the start counts or not, as the shift says', () => {
    expect(day({}, '08:15', '18:00').workedMinutes).toBe(525);
    const strict = day({ earlyArrivalCounts: false }, '08:15', '18:00');
    expect(strict).toMatchObject({ workedMinutes: 480, firstIn: at('08:15')[0]!.at });
  });

  it('in core hours of a flexible shift', () => {
    const core = { start: minutesOf('10:00'), end: minutesOf('15:00') };
    const flexible = { kind: 'flexible' as const, from: '06:00', to: '20:00', core, dueMinutes: 480 };
    expect(day(flexible, '09:55', '19:55')).toMatchObject({
      lateMinutes: 0,
      earlyMinutes: 0,
      overtimeMinutes: 60,
    });
    expect(day(flexible, '10:30', '14:30')).toMatchObject({
      lateMinutes: 30,
      earlyMinutes: 30,
      dueMinutes: 480,
    });
  });

  it('a single punch is an IN, near the end an OUT', () => {
    expect(day({}, '09:05')).toMatchObject({ lastOut: null, flags: ['missing-out'] });
    expect(day({}, '17:58')).toMatchObject({ firstIn: null, flags: ['missing-in'], workedMinutes: 0 });
  });

  it('says so where a punch may be missing between the first and the last', () => {
    expect(day({}, '09:00', '12:00', '12:30').flags).toEqual(['uneven-punches']);
    expect(day({}, '09:00', '12:00', '12:30', '18:00').flags).toEqual([]);
  });

  it('a kiosk that says which way somebody went is believed, unless the shift takes punches in turn', () => {
    const punches = [
      aPunch(`${DATE} 09:00`, 'in'),
      aPunch(`${DATE} 09:30`, 'in'),
      aPunch(`${DATE} 18:00`, 'out'),
    ];
    const pairs = { pairing: 'every-pair' as const, breaks: { kind: 'punched' as const, minutes: 0 } };
    expect(dayOf({ shifts: [aShift(pairs)] }, punches, DATE)).toMatchObject({
      workedMinutes: 510,
      flags: ['missing-out'],
    });
    const inTurn = aShift({ ...pairs, directions: 'alternating' });
    expect(dayOf({ shifts: [inTurn] }, punches, DATE)).toMatchObject({ workedMinutes: 30 });
  });

  it('an OUT in the time of two shifts ends the one before, an IN begins the next', () => {
    const scene = {
      shifts: (date: string) => [
        date === DATE ? aShift({ from: '14:00', to: '22:00' }) : aShift({ from: '05:00', to: '13:00' }),
      ],
    };
    const late = dayOf(scene, [aPunch(`${DATE} 14:00`), aPunch('2026-03-03 04:00', 'out')], DATE);
    expect(late).toMatchObject({ workedMinutes: 13 * 60, flags: [] });
    const early = dayOf(scene, [aPunch('2026-03-03 01:30', 'in'), aPunch('2026-03-03 13:00')], '2026-03-03');
    expect(early.firstIn).toBe(aPunch('2026-03-03 01:30').at);
  });

  it('is closed at the planned end where the shift says so, and flagged', () => {
    expect(day({ closing: 'at-end' }, '09:00')).toMatchObject({ workedMinutes: 480, flags: ['auto-closed'] });
    expect(day({ closing: 'at-end', from: '09:00', to: '12:00' }, '12:30').flags).not.toContain(
      'auto-closed',
    );
  });
});

describe('breaks', () => {
  const german: BreakRule = {
    kind: 'deducted',
    steps: [
      { afterMinutes: 360, minutes: 30 },
      { afterMinutes: 540, minutes: 45 },
    ],
  };
  it.each([
    ['15:00', 360, 0],
    ['15:10', 360, 10],
    ['16:00', 390, 30],
    ['18:10', 510 + 10, 30],
    ['18:40', 540, 40],
    ['19:00', 555, 45],
  ])('by steps: 09:00 to %s is %i minutes of work and %i of break', (last, workedMinutes, breakMinutes) =>
    expect(day({ breaks: german }, '09:00', last)).toMatchObject({ workedMinutes, breakMinutes }),
  );

  it('deducted: what was punched is part of it', () => {
    const pairs = { pairing: 'every-pair' as const };
    expect(day(pairs, '09:00', '12:00', '12:45', '18:00')).toMatchObject({
      workedMinutes: 480,
      breakMinutes: 60,
    });
    expect(day(pairs, '09:00', '12:00', '13:30', '18:00')).toMatchObject({
      workedMinutes: 450,
      breakMinutes: 90,
    });
  });

  it('fixed: nothing in them is work, and nothing else is deducted', () => {
    const breaks: BreakRule = {
      kind: 'fixed',
      windows: [{ start: minutesOf('12:00'), end: minutesOf('12:30') }],
    };
    expect(day({ breaks }, '09:00', '18:00')).toMatchObject({
      workedMinutes: 510,
      breakMinutes: 30,
      dueMinutes: 510,
    });
    expect(day({ breaks }, '12:10', '18:00')).toMatchObject({ workedMinutes: 330, breakMinutes: 20 });
  });

  it('punched: only what was punched', () => {
    const rules = { breaks: { kind: 'punched' as const, minutes: 0 }, pairing: 'every-pair' as const };
    expect(day(rules, '09:00', '12:00', '12:20', '18:00')).toMatchObject({
      workedMinutes: 520,
      breakMinutes: 20,
    });
  });
});

describe('a break that is punched', () => {
  const rules = {
    breaks: { kind: 'punched' as const, minutes: 60 },
    pairing: 'every-pair' as const,
  };
  it('is not due as work', () => {
    expect(day(rules, '09:00', '12:00', '13:00', '18:00')).toMatchObject({
      dueMinutes: 480,
      workedMinutes: 480,
      overtimeMinutes: 0,
    });
    expect(day(rules, '09:00', '12:00', '12:30', '18:00')).toMatchObject({
      dueMinutes: 480,
      workedMinutes: 510,
      overtimeMinutes: 30,
    });
  });

  it('is not more than what leave by hours leaves of the shift', () => {
    const leave = (from: string) => [
      { kind: 'hours' as const, span: { start: minutesOf(from), end: minutesOf('18:00') } },
    ];
    const dueWith = (from: string) =>
      dayOf({ shifts: [aShift(rules)], leaves: { [DATE]: leave(from) } }, [], DATE).dueMinutes;
    expect([dueWith('16:00'), dueWith('10:00'), dueWith('09:30')]).toEqual([360, 0, 0]);
  });
});

describe('what a day was', () => {
  const rules = { halfDayMinutes: 240, absentMinutes: 120 };
  it.each([
    ['10:59', 'absent'],
    ['11:00', 'half-day'],
    ['12:59', 'half-day'],
    ['13:00', 'present'],
  ])('from 09:00 to %s it is %s', (last, status) => expect(day(rules, '09:00', last).status).toBe(status));

  it('is not judged by how much was worked while nobody knows', () =>
    expect(day(rules, '09:00')).toMatchObject({ status: 'present', workedMinutes: 0 }));

  it('is known only when it is over', () => {
    const morning = { asOf: `${DATE} 10:00` };
    expect(dayOf(morning, [], DATE).status).toBe('pending');
    expect(dayOf({ ...morning, asOf: '2026-03-03 02:00' }, [], DATE).status).toBe('absent');
  });

  it('without any shift is what the punches say, and says that no shift is known', () => {
    const nobody = { shifts: [] };
    expect(dayOf(nobody, [], DATE)).toMatchObject({ status: 'rest', flags: [] });
    const worked = dayOf(nobody, at('09:00', '12:00', '13:00', '18:00'), DATE);
    expect(worked).toMatchObject({
      status: 'present',
      workedMinutes: 480,
      overtimeMinutes: 0,
      flags: ['unknown-shift'],
    });
  });

  it('a night without any shift is one day as well', () => {
    const punches = [aPunch(`${DATE} 22:00`), aPunch('2026-03-03 06:00')];
    expect(dayOf({ shifts: [] }, punches, DATE)).toMatchObject({
      workedMinutes: 480,
      flags: ['unknown-shift'],
    });
  });

  it('on a day off, work is overtime', () => {
    const sunday = dayOf({}, [aPunch('2026-03-01 10:00'), aPunch('2026-03-01 12:00')], '2026-03-01');
    expect(sunday).toMatchObject({ status: 'present', overtimeMinutes: 120, flags: ['worked-on-rest-day'] });
  });
});
