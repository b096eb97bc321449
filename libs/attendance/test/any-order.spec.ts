import { addDays, datesBetween } from '../src/time/local-date.js';
import { Zone } from '../src/time/zone.js';
import type { Leave } from '../src/days/day-plan.js';
import { daysAround } from '../src/days/reckon.js';
import type { Punch } from '../src/punches/punch.js';
import type { ShiftRules } from '../src/shifts/shift.js';
import { aPunch, aShift, daysOf, NIGHT } from './builders.js';

/** Numbers that look random and are the same in every run (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const DAY_MS = 86_400_000;
const WEEK_MS = 7 * DAY_MS;
const [FROM, TO] = ['2026-03-16', '2026-04-12'];
const pick = <T>(random: () => number, from: readonly T[]): T => from[Math.floor(random() * from.length)]!;

/** Four weeks over a change of the clocks: punches at any time, of any direction, some within seconds of each other. */
function anyPunches(random: () => number): Punch[] {
  return datesBetween(addDays(FROM, -3), addDays(TO, 3)).flatMap((date) =>
    Array.from({ length: Math.floor(random() * 6) }, () => {
      const [hour, minute] = [Math.floor(random() * 24), Math.floor(random() * 60)];
      return aPunch(`${date} ${hour}:${minute}`, pick(random, ['in', 'out', null, null] as const));
    }),
  );
}

const anyShift = (random: () => number): ShiftRules =>
  aShift({
    ...pick(random, [{}, NIGHT, { from: '06:00', to: '14:00' }, { from: '14:00', to: '22:00' }]),
    pairing: pick(random, ['first-last', 'every-pair'] as const),
    directions: pick(random, ['device', 'alternating'] as const),
    closing: pick(random, ['none', 'at-end'] as const),
    ...pick(random, [{}, { windowBeforeMinutes: 60, windowAfterMinutes: 120 }]),
    earlyArrivalCounts: random() < 0.5,
  });

/** Up to three leaves of a day: halves, and hours that may overlap, or lie beside every shift. */
const anyLeaves = (random: () => number): Leave[] =>
  Array.from({ length: Math.floor(random() * 4) }, () => {
    const start = Math.floor(random() * 1400);
    const span = { start, end: start + 1 + Math.floor(random() * 300) };
    return pick(random, [
      { kind: 'morning' },
      { kind: 'afternoon' },
      ...Array.from({ length: 6 }, () => ({ kind: 'hours' as const, span })),
    ] as const);
  });

/** A shift, or two on one day whose windows reach for the same time. */
const anyDay = (random: () => number): ShiftRules[] =>
  random() < 0.7
    ? [anyShift(random)]
    : [
        { ...anyShift(random), hours: { start: 480, end: 720 } },
        { ...anyShift(random), hours: { start: pick(random, [720, 780, 960]), end: 1200 } },
      ];

/** Somebody whose shifts change from week to week, with days off. */
function anyScene(random: () => number) {
  const weeks = [anyDay(random), anyDay(random), anyDay(random)];
  // Who has nights and days in turn goes from one into the next.
  const rounds = pick(random, [WEEK_MS, WEEK_MS, DAY_MS]);
  const [night, day] = [
    { ...anyShift(random), hours: { start: 1320, end: 1800 } },
    { ...anyShift(random), hours: { start: pick(random, [360, 420]), end: 1320 } },
  ];
  return {
    shifts: (date: string) => {
      const round = Math.floor(Date.parse(date) / rounds);
      return rounds === WEEK_MS
        ? weeks[round % weeks.length]!
        : [[night], [day], [night, day].slice(round % 2)][round % 3]!;
    },
    weekdays: pick(random, [
      [1, 2, 3, 4, 5],
      [1, 3, 5, 6, 7],
      [1, 2, 3, 4, 5, 6, 7],
    ]),
    holidays: (random() < 0.5 ? { '2026-04-03': 'Good Friday' } : {}) as Record<string, string>,
    leaves: Object.fromEntries(
      datesBetween(FROM, TO).map((date) => [date, random() < 0.6 ? anyLeaves(random) : []]),
    ),
    rostered: true,
  };
}

/** Nobody has said when these work: none of their punches is of a shift, however long they follow one another. */
const unrostered = { shifts: [], rostered: false };
/** Nights of `anyPunches`, where a punch changes what those before and after it are for days. */
function anyNights(random: () => number): Punch[] {
  return datesBetween(addDays(FROM, -3), addDays(TO, 3)).flatMap((date) =>
    [22, 6, pick(random, [2, 7, 14, 23])].flatMap((hour) =>
      random() < 0.85 ? aPunch(`${date} ${hour}:${Math.floor(random() * 60)}`) : [],
    ),
  );
}

const shuffled = <T>(items: readonly T[], random: () => number): T[] =>
  items
    .map((item) => [random(), item] as const)
    .sort(([a], [b]) => a - b)
    .map(([, item]) => item);

const SOMEBODY = Array.from({ length: 60 }, (_, seed) => {
  const random = seeded(seed);
  return { seed, random, scene: anyScene(random), punches: anyPunches(random) };
});
const WITHOUT_ROSTER = Array.from({ length: 20 }, (_, i) => {
  const seed = 1000 + i;
  const random = seeded(seed);
  return { seed, random, scene: unrostered, punches: (i % 2 ? anyNights : anyPunches)(random) };
});

describe.each([...SOMEBODY, ...WITHOUT_ROSTER])(
  'somebody at random ($seed)',
  ({ random, scene, punches }) => {
    const days = daysOf(scene, punches, FROM, TO);

    it('has the same days whatever order the punches arrive in, and though some arrive twice', () => {
      const again = shuffled([...punches, ...punches.slice(0, 20)], random);
      expect(daysOf(scene, again, FROM, TO)).toEqual(days);
    });

    it('has the same days by increments: each punch, arriving in any order, recomputes the days around it', () => {
      const known: Punch[] = [];
      const kept = new Map(daysOf(scene, [], FROM, TO).map((day) => [day.date, day]));
      for (const punch of shuffled(punches, random)) {
        known.push(punch);
        const { from, to } = daysAround(punch.at, Zone.of('Europe/Berlin'));
        for (const day of daysOf(scene, known, from, to)) if (kept.has(day.date)) kept.set(day.date, day);
      }
      expect([...kept.values()]).toEqual(days);
    });

    it('is paid each minute once: days do not overlap, and no punch belongs to two', () => {
      const ids = days.flatMap((day) => day.punches.map(({ punch }) => punch.id));
      expect(new Set(ids).size).toBe(ids.length);
      const spans = days.flatMap(({ presence }) => presence).sort((a, b) => a.from - b.from);
      for (const [i, span] of spans.entries())
        expect(span.from).toBeGreaterThanOrEqual(spans[i - 1]?.to ?? 0);
    });

    it('has minutes that fit each other', () => {
      for (const day of days) {
        const present = day.presence.reduce((sum, { from, to }) => sum + to - from, 0) / 60_000;
        expect(day.workedMinutes).toBeLessThanOrEqual(present);
        expect(day.overtimeMinutes).toBeLessThanOrEqual(day.workedMinutes);
        for (const minutes of [
          day.workedMinutes,
          day.breakMinutes,
          day.lateMinutes,
          day.earlyMinutes,
          day.dueMinutes,
          day.leaveMinutes,
          day.overtimeMinutes,
          day.overtimeWaitingMinutes,
        ])
          expect(Number.isInteger(minutes) && minutes >= 0).toBe(true);
      }
    });
  },
);
