import type { Leave } from '../src/days/day-plan.js';
import type { ShiftRules } from '../src/shifts/shift.js';
import { aPunch, aShift, dayOf, minutesOf } from './builders.js';

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
