import type { Direction } from '../src/direction.js';
import { aPunch, aShift, daysOf, NIGHT, type Scene } from './builders.js';

const [TUESDAY, WEDNESDAY, THURSDAY] = ['2026-03-03', '2026-03-04', '2026-03-05'] as const;
const breaks = { kind: 'punched' as const, minutes: 0 };
const night = aShift({ ...NIGHT, breaks });
const NEXT_HOUR = aShift({ from: '07:00', to: '15:00', breaks });
const ABUTTING = aShift({ from: '06:00', to: '14:00', breaks });
const FAR = aShift({ from: '11:00', to: '19:00', breaks });

/** `03 22:00`, or `03 22:00 in` where the kiosk says so. */
const seen = (times: string) =>
  times.split(', ').map((each) => {
    const [day, time, direction] = each.split(' ');
    return aPunch(`2026-03-${day} ${time}`, (direction as Direction | undefined) ?? null);
  });
const nightThen = (shift: typeof night): Scene => ({
  shifts: (date) => (date === TUESDAY ? [night] : [shift]),
  weekdays: [2, 3],
});
const worked = (shift: typeof night, times: string) =>
  daysOf(nightThen(shift), seen(times), TUESDAY, WEDNESDAY).map(({ workedMinutes }) => workedMinutes);

describe('a night and a shift on the next day', () => {
  it.each([
    ['an OUT after the border', NEXT_HOUR, '03 22:00, 04 06:45, 04 06:55, 04 15:00', [525, 485]],
    ['an OUT within the shift', NEXT_HOUR, '03 22:00, 04 07:05, 04 07:15, 04 15:00', [545, 465]],
    ['that abut', ABUTTING, '03 22:00, 04 06:01, 04 06:03, 04 14:00', [481, 477]],
    ['that abut, an IN within the night', ABUTTING, '03 22:00, 04 05:50, 04 05:58, 04 14:00', [470, 482]],
    [
      'that abut, at a kiosk for each way',
      ABUTTING,
      '03 22:00 in, 04 06:01 out, 04 06:03 in, 04 14:00 out',
      [481, 477],
    ],
    ['that are far apart', FAR, '03 22:00, 04 06:45, 04 10:30, 04 19:00', [525, 510]],
    ['a forgotten OUT stays of its own day', NEXT_HOUR, '03 22:00, 04 06:55, 04 15:00', [0, 485]],
    ['nobody came', NEXT_HOUR, '03 22:00, 04 06:45', [525, 0]],
  ] as const)('%s', (_, shift, times, minutes) => expect(worked(shift, times)).toEqual(minutes));

  it.each([
    ['03 18:00, 04 06:02, 04 12:00, 04 18:00, 05 06:30, 05 10:00, 05 14:00', [2, 2, 3]],
    ['03 18:00, 04 06:30, 04 12:00, 04 18:00, 05 06:02, 05 10:00, 05 14:00', [1, 4, 2]],
  ])('of several neighbours, what is nearest to its border moves: %s', (times, counts) => {
    const scene: Scene = {
      shifts: (date) => [date === THURSDAY ? ABUTTING : aShift({ from: '06:00', to: '+06:00', breaks })],
      weekdays: [2, 3, 4],
    };
    const days = daysOf(scene, seen(times), TUESDAY, THURSDAY);
    expect(days.map(({ punches }) => punches.length)).toEqual(counts);
  });
});
