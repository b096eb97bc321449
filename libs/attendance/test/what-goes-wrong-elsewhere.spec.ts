import { addDays } from '../src/time/local-date.js';
import { aPunch, aShift, daysOf, dayOf, NIGHT, minutesOf } from './builders.js';

/** FACTS.md, "Attendance: what goes wrong elsewhere": each by its number there. */
describe('what goes wrong elsewhere', () => {
  it('1: a punch belongs to the day of its site, whatever zone the server and the reader are in', () => {
    const scene = { zone: 'Asia/Shanghai' };
    const punches = [aPunch('2026-03-01T23:30:00Z'), aPunch('2026-03-02T10:00:00Z')];
    const [sunday, monday] = daysOf(scene, punches, '2026-03-01', '2026-03-02');
    expect(sunday).toMatchObject({ status: 'rest', punches: [] });
    expect(monday).toMatchObject({ status: 'present', workedMinutes: 9.5 * 60, firstIn: punches[0]!.at });
  });

  it('2: a night is one day, that of its evening, and nobody is absent on either', () => {
    const scene = { shifts: [aShift(NIGHT)], weekdays: [1] };
    const punches = [aPunch('2026-03-02 21:55'), aPunch('2026-03-03 06:05')];
    const [monday, tuesday] = daysOf(scene, punches, '2026-03-02', '2026-03-03');
    expect(monday).toMatchObject({
      status: 'present',
      workedMinutes: 7 * 60 + 10,
      lateMinutes: 0,
      flags: [],
    });
    expect(monday!.punches).toHaveLength(2);
    expect(tuesday).toMatchObject({ status: 'rest', workedMinutes: 0, punches: [] });
  });

  it('2: a week of nights has five days, each with its own IN and OUT', () => {
    const scene = { shifts: [aShift(NIGHT)] };
    const evenings = ['2026-03-02', '2026-03-03', '2026-03-04', '2026-03-05', '2026-03-06'];
    const punches = evenings.flatMap((date) => [
      aPunch(`${date} 21:50`),
      aPunch(`${addDays(date, 1)} 06:10`),
    ]);
    for (const day of daysOf(scene, punches, '2026-03-02', '2026-03-06'))
      expect(day).toMatchObject({ status: 'present', workedMinutes: 7 * 60 + 20, flags: [] });
  });

  it('3: two punches within seconds are one, and the same punch delivered twice as well', () => {
    const [morning, evening] = [aPunch('2026-03-02 09:00:00'), aPunch('2026-03-02 18:00')];
    const punches = [morning, morning, aPunch('2026-03-02 09:00:07'), evening];
    const day = dayOf({ shifts: [aShift({ pairing: 'every-pair' })] }, punches, '2026-03-02');
    expect(day).toMatchObject({ status: 'present', workedMinutes: 480, firstIn: morning.at, flags: [] });
    expect(day.punches.map(({ ignored }) => ignored)).toEqual([null, 'duplicate', null]);
  });

  it('4: a missing OUT costs its own day and leaves the rest of the week alone', () => {
    const week = ['2026-03-02', '2026-03-03', '2026-03-04', '2026-03-05'];
    const punches = week.flatMap((date, i) => [
      aPunch(`${date} 09:00`),
      ...(i === 0 ? [] : [aPunch(`${date} 18:00`)]),
    ]);
    for (const pairing of ['first-last', 'every-pair'] as const) {
      const [first, ...others] = daysOf({ shifts: [aShift({ pairing })] }, punches, week[0]!, week[3]);
      expect(first).toMatchObject({
        status: 'present',
        workedMinutes: 0,
        lastOut: null,
        flags: ['missing-out'],
      });
      for (const day of others)
        expect(day).toMatchObject({ status: 'present', workedMinutes: 480, flags: [] });
    }
  });

  it('5: nobody is absent while a kiosk may still deliver what it saw', () => {
    const scene = { asOf: '2026-03-03 09:00', deliveredUntil: '2026-03-02 11:00' };
    expect(dayOf(scene, [], '2026-03-02')).toMatchObject({ status: 'pending', flags: ['awaiting-devices'] });
    const heard = { ...scene, deliveredUntil: '2026-03-03 09:00' };
    expect(dayOf(heard, [], '2026-03-02')).toMatchObject({ status: 'absent', flags: [] });
    const late = [aPunch('2026-03-02 09:00'), aPunch('2026-03-02 18:00')];
    expect(dayOf(heard, late, '2026-03-02')).toMatchObject({ status: 'present', workedMinutes: 480 });
  });

  it('5: a kiosk that stays silent for days does not keep a day open for ever', () => {
    const scene = { asOf: '2026-03-07 09:00', deliveredUntil: '2026-03-02 11:00' };
    expect(dayOf(scene, [], '2026-03-02').status).toBe('absent');
  });

  it('6: who comes far too early has come today, not left yesterday', () => {
    const punches = [
      aPunch('2026-03-02 09:00'),
      aPunch('2026-03-02 18:00'),
      aPunch('2026-03-03 04:30'),
      aPunch('2026-03-03 18:00'),
    ];
    const [monday, tuesday] = daysOf({}, punches, '2026-03-02', '2026-03-03');
    expect(monday).toMatchObject({ workedMinutes: 480, lastOut: punches[1]!.at, flags: [] });
    expect(tuesday!.flags).toContain('outside-shift');
    expect(tuesday!.firstIn).toBe(punches[2]!.at);
  });

  it('6: a split shift is two pieces of work, and the time between them is nobody’s', () => {
    const scene = {
      shifts: [aShift({ from: '08:00', to: '12:00' }), aShift({ from: '16:00', to: '20:00' })],
    };
    const times = ['08:00', '12:00', '16:15', '20:00'];
    const punches = times.map((time) => aPunch(`2026-03-02 ${time}`));
    expect(dayOf(scene, punches, '2026-03-02')).toMatchObject({
      workedMinutes: 465,
      dueMinutes: 480,
      lateMinutes: 15,
      breakMinutes: 0,
      status: 'late',
    });
  });

  it('7: no break is deducted from who worked too little for one', () => {
    const punches = [aPunch('2026-03-02 09:00'), aPunch('2026-03-02 14:30')];
    expect(dayOf({}, punches, '2026-03-02')).toMatchObject({ workedMinutes: 330, breakMinutes: 0 });
    const longer = [punches[0]!, aPunch('2026-03-02 15:20')];
    expect(dayOf({}, longer, '2026-03-02')).toMatchObject({ workedMinutes: 360, breakMinutes: 20 });
  });

  it('7: work on a holiday is overtime, all of it, and a day beside one is not', () => {
    const scene = { holidays: { '2026-03-03': 'Founders’ day' } };
    const punches = ['2026-03-02', '2026-03-03'].flatMap((date) => [
      aPunch(`${date} 09:00`),
      aPunch(`${date} 18:00`),
    ]);
    const [monday, holiday] = daysOf(scene, punches, '2026-03-02', '2026-03-03');
    expect(monday).toMatchObject({ status: 'present', overtimeMinutes: 0 });
    expect(holiday).toMatchObject({
      status: 'holiday',
      dueMinutes: 0,
      lateMinutes: 0,
      overtimeMinutes: 480,
      flags: ['worked-on-holiday'],
    });
  });

  it('8: half a day of leave in the morning moves the time from which one is late', () => {
    const scene = { leaves: { '2026-03-02': [{ kind: 'morning' as const }] } };
    const at = (time: string) =>
      dayOf(scene, [aPunch(`2026-03-02 ${time}`), aPunch('2026-03-02 18:00')], '2026-03-02');
    expect(at('13:30')).toMatchObject({
      status: 'present',
      lateMinutes: 0,
      workedMinutes: 270,
      leaveMinutes: 240,
    });
    expect(at('14:00')).toMatchObject({ status: 'late', lateMinutes: 30 });
  });

  it('9: a shift that changes in the middle of the month leaves the days before alone', () => {
    const early = aShift({ from: '06:00', to: '15:00' });
    const scene = { shifts: (date: string) => [date < '2026-03-16' ? aShift() : early] };
    const punches = ['2026-03-13', '2026-03-16'].flatMap((date) => [
      aPunch(`${date} 09:00`),
      aPunch(`${date} 18:00`),
    ]);
    const days = daysOf(scene, punches, '2026-03-13', '2026-03-16');
    expect(days[0]).toMatchObject({ status: 'present', lateMinutes: 0 });
    expect(days[3]).toMatchObject({ status: 'late', lateMinutes: 180 });
  });

  it.each([
    ['2026-03-28', 7, 'put forward'],
    ['2026-10-24', 9, 'put back'],
  ])('10: the night of %s has %i hours, because the clocks are %s', (date, hours) => {
    const scene = { shifts: [aShift({ ...NIGHT, breaks: { kind: 'punched', minutes: 0 } })], weekdays: [6] };
    const punches = [aPunch(`${date} 22:00`), aPunch(`${addDays(date, 1)} 06:00`)];
    expect(dayOf(scene, punches, date)).toMatchObject({
      workedMinutes: hours * 60,
      dueMinutes: hours * 60,
      overtimeMinutes: 0,
      earlyMinutes: 0,
      lateMinutes: 0,
    });
  });

  it('10: of the hour that comes twice, either one is told apart', () => {
    const scene = {
      shifts: [aShift({ from: '02:00', to: '10:00', breaks: { kind: 'punched', minutes: 0 } })],
      weekdays: [7],
    };
    const first = [aPunch('2026-10-25T00:30:00Z'), aPunch('2026-10-25 10:00')];
    const second = [aPunch('2026-10-25T01:30:00Z'), aPunch('2026-10-25 10:00')];
    expect(dayOf(scene, first, '2026-10-25')).toMatchObject({ lateMinutes: 30, workedMinutes: 510 });
    expect(dayOf(scene, second, '2026-10-25')).toMatchObject({ lateMinutes: 90, workedMinutes: 450 });
  });

  it('12: the last night of a month is whole, though it ends in the next', () => {
    const scene = { shifts: [aShift(NIGHT)], weekdays: [1, 2, 3, 4, 5, 6, 7] };
    const punches = [aPunch('2026-03-31 22:00'), aPunch('2026-04-01 06:00')];
    const [last, first] = daysOf(scene, punches, '2026-03-31', '2026-04-01');
    expect(last).toMatchObject({ workedMinutes: 420, flags: [] });
    expect(first).toMatchObject({ workedMinutes: 0, status: 'absent' });
  });

  it('13: presence of more than sixteen hours is flagged, and not paid', () => {
    const punches = [aPunch('2026-03-02 05:30', 'in'), aPunch('2026-03-02 22:00', 'out')];
    const day = dayOf({}, punches, '2026-03-02');
    expect(day).toMatchObject({ workedMinutes: 0, status: 'present', flags: ['over-16-hours'] });
  });

  it('13: a record that stays open is flagged, and nothing is made up', () => {
    const open = { asOf: '2026-03-02 15:00' };
    const punches = [aPunch('2026-03-02 09:00')];
    expect(dayOf(open, punches, '2026-03-02').flags).toEqual(['open']);
    expect(dayOf({}, punches, '2026-03-02')).toMatchObject({ flags: ['missing-out'], workedMinutes: 0 });
  });

  it('14: an IN so soon after an OUT, and an OUT so soon after an IN, have gaps of their own', () => {
    const rules = { pairing: 'every-pair' as const, breaks: { kind: 'punched' as const, minutes: 0 } };
    const times = ['09:00', '12:00', '12:04', '18:00'];
    const punches = times.map((time) => aPunch(`2026-03-02 ${time}`));
    const worked = (gaps: object) =>
      dayOf({ shifts: [aShift({ ...rules, ...gaps })] }, punches, '2026-03-02').workedMinutes;
    expect(worked({ minGapInMinutes: 3 })).toBe(minutesOf('18:00') - minutesOf('12:04') + 180);
    expect(worked({ minGapInMinutes: 5, minGapOutMinutes: 1 })).toBe(180);
  });
});
