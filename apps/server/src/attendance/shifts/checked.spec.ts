import type { ShiftCreate } from '@rollcall/contracts';
import { DomainError } from '../../platform/domain-error.js';
import { checked } from './checked.js';
import { completed } from './shift-fields.js';

const DAY = { start: '09:00', end: '18:00' };
const NIGHT = { start: '22:00', end: '06:00' };
const LONG = { kind: 'flexible' as const, start: '07:00', end: '20:00' };

/** The fields that are refused. */
function refused(fields: Omit<ShiftCreate, 'name'>): string[] {
  try {
    checked(completed(fields));
    return [];
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    expect(error.code).toBe('SHIFT_HOURS');
    return error.extra.errors!.map(({ path }) => path);
  }
}
const windows = (...times: [string, string][]) => ({
  breakRule: 'fixed' as const,
  breakWindows: times.map(([start, end]) => ({ start, end })),
});

describe('a shift is refused', () => {
  it.each<[string, Omit<ShiftCreate, 'name'>, string[]]>([
    ['with half of core hours', { ...LONG, coreStart: '10:00' }, ['coreEnd']],
    [
      'with a core that ends before it begins',
      { ...LONG, coreStart: '15:00', coreEnd: '10:00' },
      ['coreEnd'],
    ],
    ['with a core of no length', { ...LONG, coreStart: '15:00', coreEnd: '15:00' }, ['coreEnd']],
    ['with a core before its hours', { ...LONG, coreStart: '06:00', coreEnd: '10:00' }, ['coreStart']],
    ['with a core beyond its hours', { ...LONG, coreStart: '15:00', coreEnd: '21:00' }, ['coreEnd']],
    [
      'with breaks that overlap',
      { ...DAY, ...windows(['12:00', '13:00'], ['12:30', '13:30']) },
      ['breakWindows.1.start'],
    ],
    [
      'with a break that ends before it begins',
      { ...DAY, ...windows(['13:00', '12:00']) },
      ['breakWindows.0.end'],
    ],
    [
      'with a break outside of its hours',
      { ...DAY, ...windows(['19:00', '19:30']) },
      ['breakWindows.0.start'],
    ],
    [
      'with a break outside of its night',
      { ...NIGHT, ...windows(['05:30', '06:30']) },
      ['breakWindows.0.end'],
    ],
    [
      'with breaks that leave nothing',
      { ...DAY, ...windows(['09:00', '12:00'], ['12:00', '18:00']) },
      ['breakWindows'],
    ],
    ['with a break as long as it is', { ...DAY, breakMinutes: 540 }, ['breakMinutes']],
    [
      'with a second break before the first',
      {
        ...DAY,
        breakMinutes: 30,
        breakAfterMinutes: 360,
        secondBreakMinutes: 45,
        secondBreakAfterMinutes: 300,
      },
      ['secondBreakAfterMinutes'],
    ],
    ['with more due than it is long', { ...LONG, dueMinutes: 781 }, ['dueMinutes']],
    ['with more due than it is long, though nobody asks', { ...NIGHT, dueMinutes: 481 }, ['dueMinutes']],
    [
      'whose absence is more work than half a day',
      { ...DAY, halfDayMinutes: 120, absentMinutes: 240 },
      ['absentMinutes'],
    ],
  ])('%s', (_, fields, paths) => expect(refused(fields)).toEqual(paths));
});

describe('a shift may', () => {
  it.each<[string, Omit<ShiftCreate, 'name'>]>([
    ['have a core as long as it is', { ...LONG, coreStart: '07:00', coreEnd: '20:00' }],
    ['ask for as much work as it is long', { ...LONG, dueMinutes: 780 }],
    ['have breaks one after another', { ...DAY, ...windows(['13:00', '13:30'], ['12:00', '13:00']) }],
    [
      'have breaks on both sides of midnight',
      { ...NIGHT, ...windows(['23:45', '00:15'], ['03:00', '03:30']) },
    ],
    ['know no half days', { ...DAY, halfDayMinutes: 0, absentMinutes: 120 }],
    [
      'ask for a longer break after a longer day',
      {
        ...DAY,
        breakMinutes: 30,
        breakAfterMinutes: 360,
        secondBreakMinutes: 45,
        secondBreakAfterMinutes: 540,
      },
    ],
  ])('%s', (_, fields) => expect(refused(fields)).toEqual([]));
});
