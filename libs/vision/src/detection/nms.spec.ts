import { overlap, suppress } from './nms.js';
import { between, seeded, type Random } from '../paintings/random.js';

const box = (x: number, y: number, width: number, height: number) => ({ x, y, width, height });

describe('overlap', () => {
  it('is intersection over union', () => {
    expect(overlap(box(0, 0, 10, 10), box(0, 0, 10, 10))).toBe(1);
    expect(overlap(box(0, 0, 10, 10), box(5, 0, 10, 10))).toBeCloseTo(50 / 150);
    expect(overlap(box(0, 0, 10, 10), box(10, 0, 10, 10))).toBe(0);
    expect(overlap(box(0, 0, 10, 10), box(2, 2, 5, 5))).toBeCloseTo(0.25);
  });
});

describe('suppress', () => {
  it('keeps the first of those that overlap too much, and all others', () => {
    const best = { box: box(0, 0, 10, 10) };
    const shadow = { box: box(1, 1, 10, 10) };
    const apart = { box: box(30, 0, 10, 10) };
    expect(suppress([best, shadow, apart], 0.4)).toEqual([best, apart]);
  });

  it('lets a candidate on the limit stay', () => {
    const pair = [{ box: box(0, 0, 10, 10) }, { box: box(2, 2, 5, 5) }];
    expect(suppress(pair, 0.25)).toHaveLength(2);
    expect(suppress(pair, 0.249)).toHaveLength(1);
  });

  it('does not let a suppressed candidate suppress others', () => {
    const chain = [0, 5, 10].map((x) => ({ box: box(x, 0, 10, 10) }));
    expect(suppress(chain, 0.3)).toEqual([chain[0], chain[2]]);
  });
});

describe('suppress, for any candidates', () => {
  interface Candidate {
    readonly box: ReturnType<typeof box>;
    readonly score: number;
  }

  const candidates = (random: Random): Candidate[] =>
    Array.from({ length: 40 }, (_, index) => {
      const [x, y, width, height] = [0, 0, 10, 10].map((low) => between(random, low, 100)) as Four;
      return { box: box(x, y, width, height), score: index };
    });
  const ranked = (list: readonly Candidate[]) => [...list].sort((one, other) => other.score - one.score);
  const shuffled = (random: Random, list: readonly Candidate[]) =>
    list
      .map((candidate) => ({ candidate, place: random() }))
      .sort((one, other) => one.place - other.place)
      .map(({ candidate }) => candidate);

  const rounds = Array.from({ length: 50 }, (_, seed) => {
    const random = seeded(seed);
    return { random, list: candidates(random), limit: between(random, 0.05, 0.9) };
  });

  it('changes nothing when it is done again, and leaves none that overlap too much', () => {
    for (const { list, limit } of rounds) {
      const kept = suppress(ranked(list), limit);
      expect(kept.length).toBeGreaterThan(0);
      expect(suppress(kept, limit)).toEqual(kept);
      kept.forEach((one, index) => {
        for (const other of kept.slice(index + 1))
          expect(overlap(one.box, other.box)).toBeLessThanOrEqual(limit);
      });
    }
  });

  it('keeps the same ones in whatever order they came before they were ranked, and one of each that came twice', () => {
    for (const { random, list, limit } of rounds) {
      const kept = suppress(ranked(list), limit);
      expect(suppress(ranked(shuffled(random, list)), limit)).toEqual(kept);
      const twice = shuffled(random, [...list, ...list.map((candidate) => ({ ...candidate }))]);
      expect(suppress(ranked(twice), limit)).toEqual(kept);
    }
  });

  it('drops none but for a better one that stays', () => {
    for (const { list, limit } of rounds) {
      const kept = suppress(ranked(list), limit);
      for (const { box: dropped, score } of list.filter((candidate) => !kept.includes(candidate))) {
        const better = kept.filter((candidate) => candidate.score > score);
        expect(better.some((candidate) => overlap(candidate.box, dropped) > limit)).toBe(true);
      }
    }
  });
});

type Four = [number, number, number, number];
