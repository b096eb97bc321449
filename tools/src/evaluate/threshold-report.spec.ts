import { compareAll, countFrom, type LabelledFace } from './comparisons.js';
import { openSet, openSetRates } from './open-set.js';
import { reportThresholds } from './threshold-report.js';

const DIMENSION = 16;

/** Faces around a direction of their own for each person; repeatable. */
function someFaces(people: number, photos: number, spread: number): LabelledFace[] {
  let state = 7;
  const next = () => (state = (state * 16807) % 2147483647) / 2147483647 - 0.5;
  const unit = (values: number[]) => {
    const length = Math.hypot(...values);
    return Float32Array.from(values, (value) => value / length);
  };
  return Array.from({ length: people }, (_, person) => {
    const centre = Array.from({ length: DIMENSION }, next);
    return Array.from({ length: photos }, () => ({
      person: `person ${person}`,
      embedding: unit(centre.map((value) => value + spread * next())),
    }));
  }).flat();
}

const report = (faces: LabelledFace[], fpir: number) =>
  reportThresholds(
    { pack: 'toy', picturesWithoutFace: 0, unreadable: [], faces, comparisons: compareAll(faces) },
    {
      fpir,
      gallery: [10, 100, 100_000],
      splits: 20,
      margin: 0.05,
      templateExponent: 0.7,
      packTail: [
        { fmr: 1e-2, threshold: 0.4 },
        { fmr: 1e-4, threshold: 0.6 },
      ],
    },
  );

it('compares every face with every other once', () => {
  const { genuine, impostor, peoplePairs } = compareAll(someFaces(4, 3, 0.1));
  expect([genuine.length, impostor.length, peoplePairs.length]).toEqual([4 * 3, 66 - 12, 6]);
  expect(impostor.at(-1)).toBeLessThan(genuine[0]!);
  expect(peoplePairs.at(-1)).toBe(impostor.at(-1));
  expect(countFrom(impostor, impostor[50]!)).toBe(4);
});

describe('the open set', () => {
  const faces = someFaces(9, 3, 0.1);

  it('enrols one picture each and leaves people out; the same faces give the same answer', () => {
    const set = openSet(faces, 5);
    expect([set.enrolled, set.strangers]).toEqual([7, 2]);
    expect(set.knownProbes).toHaveLength(5 * 7 * 2);
    expect(set.strangerProbes).toHaveLength(5 * 2 * 3);
    expect(openSet(faces, 5)).toEqual(set);
  });

  it('finds people who are alike to themselves alone, and asks for the margin', () => {
    const set = openSet(faces, 5);
    const between = 0.9;
    expect(openSetRates(set, between, 0)).toMatchObject({ fnir: 0, fpir: 0 });
    expect(openSetRates(set, -1, 0)).toMatchObject({ fnir: 0, fpir: 1 });
    expect(openSetRates(set, between, 1.5)).toMatchObject({ fnir: 1, fpir: 0 });
  });

  it('enrols by several pictures, one of each person left to be shown', () => {
    const set = openSet([...faces, ...someFaces(1, 1, 0.1)], 5, 2);
    expect(set.templates).toBe(2 * set.enrolled);
    expect(openSet(faces, 5, 7).templates).toBe(2 * set.enrolled);
  });

  it('needs three people', () => {
    expect(() => openSet(someFaces(2, 3, 0.1), 5)).toThrow(/three people/);
  });
});

describe('the report', () => {
  const of = report(someFaces(60, 4, 0.9), 0.1);

  it('counts what lies beyond each point, and between how many people', () => {
    expect(of.comparisons).toEqual({ impostor: 28_320, genuine: 360 });
    expect(of.tail.at(-1)).toMatchObject({ fmr: 1e-3, exceedances: 28 });
    for (const { peoplePairs, exceedances, tar } of of.tail) {
      expect(peoplePairs).toBeGreaterThan(0);
      expect(peoplePairs).toBeLessThanOrEqual(exceedances);
      expect(tar).toBeGreaterThan(0);
    }
  });

  it('lets about as many strangers in as were asked for', () => {
    const { fromTail, fromStrangers } = of.openSet;
    expect(fromTail.plain.fpir).toBeGreaterThan(0.05);
    expect(fromTail.plain.fpir).toBeLessThan(0.15);
    expect(fromStrangers.plain.fpir).toBeLessThanOrEqual(0.1);
    expect(fromTail.withMargin.fpir).toBeLessThan(fromTail.plain.fpir);
  });

  it('lets about as many in when people have several pictures, and finds more of its own', () => {
    const { effects, searches } = report(someFaces(60, 6, 0.9), 0.1).severalTemplates;
    expect(effects.length).toBeGreaterThan(0);
    for (const { exponent } of effects) expect(exponent).toBeGreaterThan(0);
    expect(searches.map(({ templatesOnAverage }) => templatesOnAverage)).toEqual([1, 2, 3, 4, 5]);
    expect(searches[4]!.threshold).toBeGreaterThan(searches[0]!.threshold);
    expect(searches[4]!.plain.fnir).toBeLessThan(searches[0]!.plain.fnir);
    expect(searches[4]!.plain.fpir).toBeLessThan(0.2);
  });

  it('asks for more of a larger gallery, at the cost of more people turned away', () => {
    const [small, middle, large] = of.suggestions;
    expect(small!.measured.threshold).toBeLessThan(middle!.measured.threshold);
    expect(middle!.measured.threshold).toBeLessThan(large!.measured.threshold);
    expect(small!.measured.fnir).toBeLessThan(large!.measured.fnir);
    expect([small, middle, large].map((each) => each!.measured.extrapolated)).toEqual([false, false, true]);
    expect(middle!.pack.threshold).toBeCloseTo(0.6 - 0.1 * Math.log10(middle!.fmr / 1e-4), 9);
  });
});
