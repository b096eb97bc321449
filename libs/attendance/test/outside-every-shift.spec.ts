import { aPunch, aPunchAt, aShift, dayOf, daysOf, type Scene } from './builders.js';

/** A weekend: 2026-03-07 is a Saturday. */
const [SATURDAY, SUNDAY, MONDAY] = ['2026-03-07', '2026-03-08', '2026-03-09'] as const;

describe.each<[string, Scene]>([
  ['on a day off', {}],
  ['where no shift is known', { shifts: [] }],
])('at a kiosk for both ways, %s', (_, scene) => {
  it('a forgotten OUT does not make an OUT of the next morning', () => {
    const punches = [aPunch(`${SATURDAY} 18:00`), aPunch(`${SUNDAY} 09:00`), aPunch(`${SUNDAY} 17:00`)];
    const [saturday, sunday] = daysOf(scene, punches, SATURDAY, SUNDAY);
    expect(saturday).toMatchObject({ workedMinutes: 0 });
    expect(saturday!.flags).toContain('missing-out');
    expect(sunday).toMatchObject({ workedMinutes: 480, firstIn: punches[1]!.at, lastOut: punches[2]!.at });
    expect(sunday!.flags).not.toContain('missing-out');
  });

  it.each([
    ['06:00', 720],
    ['06:01', 0],
  ])('a night from 18:00 to %s is %i minutes', (until, workedMinutes) => {
    const punches = [aPunch(`${SATURDAY} 18:00`), aPunch(`${SUNDAY} ${until}`)];
    expect(dayOf(scene, punches, SATURDAY)).toMatchObject({ workedMinutes });
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
