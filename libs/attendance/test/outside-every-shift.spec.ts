import { addDays } from '../src/time/local-date.js';
import type { DayFlag } from '../src/days/workday.js';
import { aPunch, aPunchAt, aShift, dayOf, daysOf, type Scene } from './builders.js';

/** A weekend: 2026-03-07 is a Saturday. */
const [SATURDAY, SUNDAY, MONDAY] = ['2026-03-07', '2026-03-08', '2026-03-09'] as const;

describe.each<[string, Scene, DayFlag]>([
  ['on a day off', {}, 'worked-on-rest-day'],
  ['where no shift is known', { shifts: [] }, 'unknown-shift'],
])('at a kiosk for both ways, %s', (_, scene, flag) => {
  it('a forgotten OUT does not make an OUT of the next morning', () => {
    const punches = [aPunch(`${SATURDAY} 18:00`), aPunch(`${SUNDAY} 09:00`), aPunch(`${SUNDAY} 17:00`)];
    const [saturday, sunday] = daysOf(scene, punches, SATURDAY, SUNDAY);
    expect(saturday).toMatchObject({ workedMinutes: 0 });
    expect(saturday!.flags).toContain('missing-out');
    expect(sunday).toMatchObject({ workedMinutes: 480, firstIn: punches[1]!.at, lastOut: punches[2]!.at });
    expect(sunday!.flags).not.toContain('missing-out');
  });

  it.each([
    ['22:00', '06:00', 480],
    ['20:00', '06:00', 600],
    ['19:59', '06:00', 0],
    ['21:30', '09:00', 0],
  ])('a night from %s to %s is %i minutes, and never unseen', (came, left, workedMinutes) => {
    const punches = [aPunch(`${SATURDAY} ${came}`), aPunch(`${SUNDAY} ${left}`)];
    const [saturday, sunday] = daysOf(scene, punches, SATURDAY, SUNDAY);
    expect(saturday).toMatchObject({ workedMinutes, firstIn: punches[0]!.at });
    expect(saturday!.flags).toContain(flag);
    expect(saturday!.flags.includes('missing-out')).toBe(workedMinutes === 0);
    expect(sunday!.workedMinutes).toBe(0);
    expect(sunday!.flags).toEqual(workedMinutes === 0 ? ['missing-out', flag].sort() : []);
  });

  it.each([
    ['a day that is complete by itself does not end a night', ['7 23:00', '8 07:00', '8 16:00'], [0, 540]],
    ['nor does one begin a night', ['7 14:00', '7 23:30', '8 07:30'], [570, 0]],
    ['nor do two of them', ['7 14:00', '7 23:30', '8 07:00', '8 16:00'], [570, 540]],
    ['a pause within a night', ['7 22:00', '8 02:00', '8 02:30', '8 06:00'], [240, 210]],
    ['a night behind a day', ['7 08:00', '7 12:00', '7 22:00', '8 06:00'], [720, 0]],
    ['a night before an evening', ['7 22:00', '8 06:00', '8 22:00'], [480, 0]],
    ['a night that begins out of turn', ['7 06:00', '7 22:00', '8 06:00', '8 22:00'], [480, 0]],
  ])('%s', (_, times, worked) => {
    const punches = times.map((time) => aPunch(`2026-03-0${time}`));
    const days = daysOf(scene, punches, SATURDAY, SUNDAY);
    expect(days.map(({ workedMinutes }) => workedMinutes)).toEqual(worked);
  });

  it('a kiosk that says OUT is believed for sixteen hours', () => {
    const punches = [aPunch(`${SATURDAY} 18:00`), aPunch(`${SUNDAY} 09:00`, 'out')];
    expect(dayOf(scene, punches, SATURDAY)).toMatchObject({ workedMinutes: 900 });
  });

  it('a long day is one, as long as it is one day', () => {
    const punches = [aPunch(`${SATURDAY} 06:00`), aPunch(`${SATURDAY} 21:30`)];
    expect(dayOf(scene, punches, SATURDAY)).toMatchObject({ workedMinutes: 930 });
  });
});

it('a week of nights without a roster is paid night by night, whichever of them one begins with', () => {
  const evenings = ['2026-03-02', '2026-03-03', '2026-03-04', '2026-03-05', '2026-03-06', '2026-03-07'];
  const punches = evenings.flatMap((date) => [aPunch(`${date} 23:00`), aPunch(`${addDays(date, 1)} 07:00`)]);
  for (const from of [0, 3])
    for (const day of daysOf({ shifts: [] }, punches.slice(from), evenings[3]!, evenings[5]))
      expect(day).toMatchObject({ workedMinutes: 480, flags: ['unknown-shift'] });
});

describe('a punch at another site', () => {
  const scene: Scene = { zone: 'Asia/Shanghai', shifts: [aShift()] };
  const inShanghai = (time: string) => aPunchAt('Asia/Shanghai', `${MONDAY} ${time}`);
  const inBerlin = (time: string) => aPunchAt('Europe/Berlin', `${MONDAY} ${time}`);

  it('belongs to the date that it had there, though the clock of the day shows the next', () => {
    const punches = [inShanghai('09:00'), inShanghai('18:00'), inBerlin('20:00'), inBerlin('21:00')];
    const [monday, tuesday] = daysOf(scene, punches, MONDAY, '2026-03-10');
    expect(monday).toMatchObject({ workedMinutes: 480 + 60 });
    expect(monday!.flags).toContain('outside-shift');
    expect(tuesday).toMatchObject({ workedMinutes: 0, punches: [] });
  });
});
