import { rosteredOn, type Assignment, type Roster } from './assignment.js';

const assigned = (shiftId: string, from: string, more: Partial<Assignment> = {}): Assignment => ({
  shiftId,
  from,
  to: null,
  weekdays: [1, 2, 3, 4, 5],
  rotation: null,
  ...more,
});
const HOURS: Record<string, { start: number; end: number }> = {
  morning: { start: 480, end: 720 },
  evening: { start: 960, end: 1200 },
  late: { start: 840, end: 1320 },
  night: { start: 1320, end: 1800 },
};
const hoursOf = (shiftId: string) => HOURS[shiftId] ?? null;
const shiftsOn = (date: string, roster: Roster) => rosteredOn(date, roster, hoursOf)?.shiftIds ?? null;
const roster = { own: [], ofDepartment: [], usual: null };
const MONDAY = '2026-03-02';
const SATURDAY = '2026-03-07';

describe('the shifts of a day', () => {
  it('are unknown where nothing is said', () => expect(shiftsOn(MONDAY, roster)).toBeNull());

  it('are the usual one, Monday to Friday', () => {
    expect(shiftsOn(MONDAY, { ...roster, usual: 'day' })).toEqual(['day']);
    expect(shiftsOn(SATURDAY, { ...roster, usual: 'day' })).toEqual([]);
  });

  it('are the person’s before the department’s before the usual one, also on a day off', () => {
    const all = {
      own: [assigned('own', '2026-03-04', { weekdays: [3] })],
      ofDepartment: [assigned('department', '2026-03-03')],
      usual: 'usual',
    };
    const dates = ['2026-03-02', '2026-03-03', '2026-03-04', '2026-03-05'];
    expect(dates.map((date) => shiftsOn(date, all))).toEqual([['usual'], ['department'], ['own'], []]);
    expect(dates.map((date) => rosteredOn(date, all, hoursOf)?.level)).toEqual([
      'usual',
      'department',
      'own',
      'own',
    ]);
  });

  it('end with the last day', () => {
    const own = [assigned('own', '2026-03-02', { to: '2026-03-03' })];
    expect(shiftsOn('2026-03-03', { ...roster, own })).toEqual(['own']);
    expect(shiftsOn('2026-03-04', { ...roster, own, usual: 'usual' })).toEqual(['usual']);
  });

  it('are those of the assignment that began last, weekday by weekday', () => {
    const own = [
      assigned('old', '2026-03-01'),
      assigned('new', '2026-03-16', { weekdays: [1, 2] }),
      assigned('extra', '2026-03-16', { weekdays: [6] }),
    ];
    const on = (date: string) => shiftsOn(date, { ...roster, own });
    expect([on('2026-03-13'), on('2026-03-16'), on('2026-03-18'), on('2026-03-21')]).toEqual([
      ['old'],
      ['new'],
      ['old'],
      ['extra'],
    ]);
  });

  it('stand beside each other where they began on the same day', () => {
    const own = [assigned('morning', MONDAY), assigned('evening', MONDAY)];
    expect(shiftsOn(MONDAY, { ...roster, own })).toEqual(['morning', 'evening']);
  });

  it('are those of the exception that begins with what goes on', () => {
    const own = [
      assigned('morning', MONDAY, { to: MONDAY }),
      assigned('night', MONDAY),
      assigned('evening', MONDAY, { to: '2026-03-06' }),
    ];
    expect(shiftsOn(MONDAY, { ...roster, own })).toEqual(['morning']);
    expect(shiftsOn('2026-03-03', { ...roster, own })).toEqual(['evening']);
    expect(shiftsOn('2026-03-09', { ...roster, own })).toEqual(['night']);
  });

  it('are worked once, however often they were assigned', () => {
    const twice = [assigned('morning', MONDAY), assigned('morning', MONDAY)];
    expect(shiftsOn(MONDAY, { ...roster, own: twice })).toEqual(['morning']);
    expect(shiftsOn(MONDAY, { ...roster, ofDepartment: twice })).toEqual(['morning']);
  });

  it('are not two at once: the one that was assigned last counts', () => {
    const on = (...shiftIds: string[]) =>
      shiftsOn(MONDAY, { ...roster, own: shiftIds.map((shiftId) => assigned(shiftId, MONDAY)) });
    expect(on('late', 'evening')).toEqual(['evening']);
    expect(on('evening', 'late')).toEqual(['late']);
    expect(on('morning', 'evening', 'late')).toEqual(['morning', 'late']);
    expect(on('late', 'night')).toEqual(['late', 'night']);
  });

  it('take turns by days and by weeks', () => {
    const inTurn = (unit: 'day' | 'week', from: string, dates: string[]) => {
      const rotation = { unit, shiftIds: ['early', 'late', null] };
      const own = [assigned('early', from, { weekdays: [1, 2, 3, 4, 5, 6, 7], rotation })];
      return dates.map((date) => shiftsOn(date, { ...roster, own }));
    };
    const days = ['2026-03-04', '2026-03-05', '2026-03-06', '2026-03-07'];
    expect(inTurn('day', '2026-03-04', days)).toEqual([['early'], ['late'], [], ['early']]);
    const weeks = ['2026-03-04', '2026-03-08', '2026-03-09', '2026-03-16', '2026-03-23'];
    expect(inTurn('week', '2026-03-04', weeks)).toEqual([['early'], ['early'], ['late'], [], ['early']]);
  });
});
