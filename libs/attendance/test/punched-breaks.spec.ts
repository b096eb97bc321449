import { aPunch, aShift, dayOf, type Scene } from './builders.js';

const DATE = '2026-03-02';
const shift = aShift({
  from: '09:00',
  to: '17:00',
  pairing: 'first-last',
  breaks: { kind: 'punched', minutes: 30 },
});
const day = (times: string, scene: Scene = {}) =>
  dayOf(
    { shifts: [shift], ...scene },
    times.split(', ').map((time) => aPunch(`${DATE} ${time}`)),
    DATE,
  );

describe('punched breaks where first and last count', () => {
  it.each([
    ['a break', '09:00, 12:00, 12:30, 17:00', 450, 30, 0],
    ['a longer one', '09:00, 12:00, 12:45, 17:00', 435, 45, 0],
    ['two', '09:00, 10:00, 10:10, 12:00, 12:20, 17:00', 450, 30, 0],
    ['none', '09:00, 17:00', 480, 0, 30],
  ])('%s', (_, times, workedMinutes, breakMinutes, overtimeMinutes) =>
    expect(day(times)).toMatchObject({ workedMinutes, breakMinutes, overtimeMinutes, flags: [] }),
  );

  it('are known only of punches in pairs', () =>
    expect(day('09:00, 12:00, 17:00')).toMatchObject({ workedMinutes: 480, flags: ['uneven-punches'] }));

  it('stay with a corrected OUT', () => {
    const corrections = { [DATE]: { out: '17:00' } };
    expect(day('09:00, 12:00, 12:30', { corrections })).toMatchObject({
      workedMinutes: 450,
      breakMinutes: 30,
    });
  });

  it('are of no other rule', () => {
    const deducted = { ...shift, breaks: { kind: 'deducted' as const, steps: [] } };
    expect(day('09:00, 12:00, 12:30, 17:00', { shifts: [deducted] })).toMatchObject({ workedMinutes: 480 });
  });
});
