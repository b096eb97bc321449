import {
  batchOf,
  bruteForce,
  near,
  noise,
  random,
  unit,
  unitVector,
  type Person,
} from '../../test/synthetic-gallery.js';
import { compileKernel } from './scan-kernel.js';
import { MOST_PEOPLE, Sketch, type ShardQuestion } from './sketch.js';

/** The kernel as the build assembles it. */
const compiled = compileKernel(new URL(`file://${__dirname}/../../dist/sketch/scan.wasm`));
const ask = (probe: Float32Array, more: Partial<ShardQuestion> = {}): ShardQuestion => ({
  probe,
  limit: 5,
  inactiveToo: false,
  exceptPersonId: null,
  ...more,
});

function person(id: string, templates: Float32Array[], active = true): Person {
  return { id, active, templates };
}

/** Everybody alike: one direction that all templates share, as faces of one recogniser may. */
function crowded(dimension: number, next: () => number): Float32Array {
  return unit(Float32Array.from({ length: dimension }, (_, i) => (i === 0 ? 12 : noise(next))));
}

describe.each([
  [128, 'scattered', unitVector],
  [512, 'scattered', unitVector],
  [100, 'scattered', unitVector],
  [19, 'scattered', unitVector],
  [512, 'crowded', crowded],
] as const)('a sketch of %i dimensions, %s', (dimension, _, vector) => {
  const next = random(dimension);
  const people = new Map<string, Person>();
  let sketch: Sketch;

  const put = (changed: Person[]) => {
    sketch.replace(batchOf(changed, dimension));
    for (const one of changed) people.set(one.id, one);
  };
  const someone = (i: number) => {
    const center = vector(dimension, next);
    const count = Math.floor(next() * 5);
    return person(
      `p${i}`,
      Array.from({ length: count }, () => near(center, 0.6 + next() * 0.3, next)),
    );
  };
  /** Every one of the true best is there, in bounds, and nobody is there twice. */
  const check = (probe: Float32Array, limit: number) => {
    const { people: found, complete } = sketch.searchAll(ask(probe, { limit }));
    const exact = bruteForce(people.values(), probe);
    if (complete)
      expect(found.map((one) => one.personId)).toEqual(
        expect.arrayContaining(exact.slice(0, limit).map((one) => one.personId)),
      );
    const cosines = new Map(exact.map((one) => [one.personId, one.cosine]));
    for (const one of found) {
      expect(Math.abs(one.similarity - cosines.get(one.personId)!)).toBeLessThanOrEqual(one.error);
    }
    expect(new Set(found.map((one) => one.personId)).size).toBe(found.length);
    return complete;
  };

  beforeAll(async () => {
    sketch = new Sketch(await compiled, dimension);
    put(Array.from({ length: 1200 }, (__, i) => someone(i)));
  });

  it('finds what an exact scan finds, while people come, change and go', () => {
    let complete = 0;
    for (let round = 0; round < 30; round++) {
      const probe =
        next() < 0.5
          ? vector(dimension, next)
          : near(
              [...people.values()].find((one) => one.templates.length > 0 && next() < 0.01)?.templates[0] ??
                vector(dimension, next),
              0.7,
              next,
            );
      if (check(probe, 1 + (round % 10))) complete++;
      put(Array.from({ length: 40 }, () => someone(Math.floor(next() * 1400))));
    }
    expect(complete).toBeGreaterThan(vector === crowded ? 5 : 27);
    const held = [...people.values()].filter(({ templates }) => templates.length > 0);
    expect(sketch.holds).toMatchObject({
      people: held.length,
      templates: held.reduce((sum, { templates }) => sum + templates.length, 0),
    });
  });

  it('uses memory again, and is empty when everyone has gone', () => {
    const { bytes } = sketch.holds;
    for (let round = 0; round < 2; round++) {
      put([...people.values()].map((one) => person(one.id, [...one.templates])));
    }
    put([...people.values()].map((one) => person(one.id, [])));
    expect(sketch.holds).toMatchObject({ people: 0, templates: 0 });
    put(Array.from({ length: 1200 }, (__, i) => someone(i)));
    expect(sketch.holds.bytes).toBeLessThan(bytes * 2.2);
    check(vector(dimension, next), 5);
  });
});

describe('a sketch', () => {
  const next = random(7);
  const open = async (people: Person[]) => {
    const sketch = new Sketch(await compiled, 512);
    sketch.replace(batchOf(people, 512));
    return sketch;
  };
  const names = (found: { people: { personId: string }[] }) => found.people.map(({ personId }) => personId);
  const ways = ['searchAll', 'searchBySigns'] as const;

  it.each(ways)('%s leaves out whom it is told to', async (way) => {
    const center = unitVector(512, next);
    const sketch = await open([
      person('gone', [near(center, 0.9, next)], false),
      person('here', [near(center, 0.8, next)]),
      person('other', [unitVector(512, next)]),
    ]);
    expect(names(sketch[way](ask(center, { limit: 1 })))).toEqual(['here']);
    expect(names(sketch[way](ask(center, { limit: 1, inactiveToo: true })))).toEqual(['gone']);
    expect(names(sketch[way](ask(center, { limit: 1, exceptPersonId: 'here' })))).toEqual(['other']);
    expect(names(sketch[way](ask(center, { limit: 1, exceptPersonId: 'nobody' })))).toEqual(['here']);
  });

  it.each(ways)('%s lets nobody with hundreds of photos crowd others out', async (way) => {
    const center = unitVector(512, next);
    const many = Array.from({ length: 700 }, () => near(center, 0.9, next));
    const others = Array.from({ length: 3 }, (_, i) => person(`other${i}`, [near(center, 0.5, next)]));
    const sketch = await open([person('many', many), ...others]);
    const found = sketch[way](ask(center, { limit: 4 }));
    expect(names(found)[0]).toBe('many');
    expect(names(found).toSorted()).toEqual(['many', 'other0', 'other1', 'other2']);
  });

  it.each(ways)('%s says so when more people are alike than it can name', async (way) => {
    const same = unitVector(512, next);
    const sketch = await open(Array.from({ length: 200 }, (_, i) => person(`${i}`, [same])));
    const found = sketch[way](ask(same));
    expect(found.complete).toBe(false);
    expect(found.people).toHaveLength(MOST_PEOPLE);
  });

  it('refuses what is no unit vector before anything changes', async () => {
    const sketch = await open([person('a', [unitVector(512, next)])]);
    for (const wrong of [
      new Float32Array(512),
      new Float32Array(512).fill(1),
      new Float32Array(512).fill(NaN),
    ]) {
      expect(() => sketch.replace(batchOf([person('a', []), person('b', [wrong])], 512))).toThrow(RangeError);
    }
    expect(sketch.holds).toMatchObject({ people: 1, templates: 1 });
  });

  it('says clearly that it is full, and works on', async () => {
    const sketch = new Sketch(await compiled, 512, 25);
    const fill = (from: number) =>
      sketch.replace(
        batchOf(
          Array.from({ length: 1000 }, (_, i) => person(`${from + i}`, [unitVector(512, next)])),
          512,
        ),
      );
    fill(0);
    fill(1000);
    expect(() => fill(2000)).toThrow(expect.objectContaining({ code: 'SKETCH_FULL' }));
    expect(sketch.holds).toMatchObject({ people: 2000, templates: 2000 });
    expect(sketch.searchAll(ask(unitVector(512, next))).complete).toBe(true);
  });
});
