import type { AttendanceDay, DayAccount, Shift } from '@rollcall/contracts';
import { aDay, anAccount, aShift } from '../../../testing/attendance-samples.js';
import { formatMinutes } from '../../../ui/durations.js';
import { explain } from './explain.js';

const words = {
  minutes: (value: number) => formatMinutes(value, 'en'),
  time: (at: string) => at.slice(11, 16),
};
const account = (day: Partial<AttendanceDay>, shift: Partial<Shift> = {}, more: Partial<DayAccount> = {}) => {
  const usual = anAccount();
  return { ...usual, day: aDay(day), plan: [{ ...usual.plan[0]!, shift: aShift(shift) }], ...more };
};
const said = (each: DayAccount) => explain(each, words).map(({ text }) => text);
const values = (each: DayAccount, text: string) =>
  explain(each, words).find((sentence) => sentence.text === text)?.values;

describe('what is said about a day', () => {
  it('is what was planned, who came when, and what is taken off', () => {
    expect(said(anAccount())).toEqual(['planned', 'came', 'late', 'breakDeducted', 'worked']);
    expect(values(anAccount(), 'late')).toEqual({ minutes: '20m', grace: '10m' });
    expect(values(anAccount(), 'breakDeducted')).toEqual({ minutes: '1h', after: '6h' });
    expect(values(anAccount(), 'worked')).toEqual({ worked: '7h 40m', due: '8h' });
  });

  it('is what is forgiven', () => {
    const day = { lateMinutes: 0, firstIn: '2026-03-02T08:07:00.000Z', lastOut: '2026-03-02T16:55:00.000Z' };
    expect(values(account(day), 'lateForgiven')).toEqual({ minutes: '7m', grace: '10m' });
    expect(values(account(day), 'earlyForgiven')).toEqual({ minutes: '5m', grace: '10m' });
    expect(said(account({}, { graceInMinutes: 0 }))).toContain('lateStrictly');
  });

  it('tells the break that was punched from the one that was taken off', () => {
    const presence = [
      { from: '2026-03-02T08:20:00Z', to: '2026-03-02T11:00:00Z' },
      { from: '2026-03-02T11:45:00Z', to: '2026-03-02T17:00:00Z' },
    ];
    const paused = account({ breakMinutes: 60 }, { pairing: 'every-pair' }, { presence });
    expect(values(paused, 'breakPunched')).toEqual({ minutes: '45m' });
    expect(values(paused, 'breakDeducted')).toMatchObject({ minutes: '15m' });
    expect(said(account({}, { breakRule: 'fixed' }))).toContain('breakFixed');
  });

  it('is why half a day, why an absence, and whose overtime', () => {
    expect(values(account({ status: 'half-day' }), 'halfDay')).toEqual({ minutes: '4h' });
    expect(values(account({ status: 'absent', workedMinutes: 90 }), 'absent')).toEqual({ minutes: '2h' });
    const approved = account({ overtimeMinutes: 65 }, {}, { overtimeApproved: true });
    expect(values(approved, 'overtimeApproved')).toEqual({ minutes: '1h 5m' });
    expect(values(account({ overtimeWaitingMinutes: 65 }), 'overtimeWaiting')).toEqual({ minutes: '1h 5m' });
  });

  it('is that minutes below the threshold of overtime, or left over by rounding, are regular work', () => {
    const more = { dueMinutes: 480, workedMinutes: 505 };
    const quarters = { overtimeAfterMinutes: 30, overtimeRoundMinutes: 15 };
    expect(values(account(more, quarters), 'regularUnder')).toEqual({ minutes: '25m', from: '30m' });
    expect(
      values(account(more, { overtimeAfterMinutes: 0, overtimeRoundMinutes: 60 }), 'regularUnder'),
    ).toEqual({
      minutes: '25m',
      from: '1h',
    });
    const rounded = { ...more, workedMinutes: 524, overtimeMinutes: 30 };
    expect(values(account(rounded, quarters), 'regularRounded')).toEqual({ minutes: '14m', whole: '15m' });
    expect(said(account({ ...rounded, workedMinutes: 510 }, quarters)).join()).not.toContain('regular');
    const basis = { overtimeBasis: 'worked', overtimeAfterMinutes: 540 } as const;
    expect(values(account(more, basis), 'regularWithin')).toEqual({ minutes: '25m', after: '9h' });
    expect(said(account({})).join()).not.toContain('regular');
  });

  it('of two shifts is once how late and how early in all', () => {
    const [morning] = anAccount().plan;
    const split = { plan: [morning!, { ...morning!, shift: aShift({ name: 'Evening' }) }] };
    const late = account({ lateMinutes: 20, earlyMinutes: 480 }, {}, split);
    expect(said(late).filter((text) => /^(late|early)/.test(text))).toEqual(['lateInAll', 'earlyInAll']);
    expect(values(late, 'earlyInAll')).toEqual({ minutes: '8h' });
  });

  it('is that nobody came, that one punch is missing, or that nothing was planned', () => {
    const nobody = {
      firstIn: null,
      lastOut: null,
      lateMinutes: 0,
      breakMinutes: 0,
      workedMinutes: 0,
      punches: [],
    };
    expect(said(account({ ...nobody, status: 'absent' }))).toEqual(['planned', 'unseen']);
    expect(said(account({ lastOut: null }))).toContain('cameOnly');
    const free = {
      ...anAccount(),
      plan: [],
      presence: [],
      day: aDay({ ...nobody, status: 'rest', dueMinutes: 0 }),
    };
    expect(said(free)).toEqual(['restDay']);
    expect(said({ ...free, day: { ...free.day, flags: ['unknown-shift'] } })).toEqual(['noShift']);
  });
});
