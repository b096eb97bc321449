// Runs on the built library, as a server does: worker threads are started from dist.
import type { Worker } from 'node:worker_threads';
import { SketchBroken, SketchPool, shardCount, SURE, type TemplateBatch } from '../dist/index.js';
import { batchOf, bruteForce, near, random, unitVector, type Person } from './synthetic-gallery.js';

const next = random(2026);
const person = (id: string, templates: Float32Array[], active = true): Person => ({ id, active, templates });
const names = ({ people }: { people: { personId: string }[] }) => people.map(({ personId }) => personId);
const ASK = { limit: 5, within: 0.1 };

describe.each([1, 3])('a pool of %d shards', (shards) => {
  const people = new Map<string, Person>();
  let pool: SketchPool;

  const put = (changed: Person[]) => {
    for (const one of changed) people.set(one.id, one);
    return pool.replace(batchOf(changed, 128));
  };
  const someone = (i: number, templates: number) => {
    const center = unitVector(128, next);
    return person(
      `p${i}`,
      Array.from({ length: templates }, () => near(center, 0.8, next)),
    );
  };

  beforeAll(async () => {
    pool = await SketchPool.open({ dimension: 128, shards });
    await put(Array.from({ length: 3000 }, (_, i) => someone(i, 1 + (i % 3))));
  });
  afterAll(() => pool.close());

  it('answers what an exact scan answers, proven, and follows every change', async () => {
    for (let round = 0; round < 20; round++) {
      const probe = unitVector(128, next);
      const answer = await pool.search(probe, ASK);
      const exact = bruteForce(people.values(), probe);
      expect(answer).toMatchObject({ thorough: true, complete: true });
      expect(names(answer)).toEqual(expect.arrayContaining(exact.slice(0, 5).map((one) => one.personId)));
      expect(answer.people.length).toBeLessThan(20);
      expect(answer.people.map((one) => one.similarity)).toEqual(
        answer.people.map((one) => one.similarity).toSorted((a, b) => b - a),
      );
      await put(Array.from({ length: 30 }, () => someone(Math.floor(next() * 3300), Math.floor(next() * 4))));
    }
  });

  it('counts what it holds', () => {
    const held = [...people.values()].filter(({ templates }) => templates.length > 0);
    expect(pool.people).toBe(held.length);
    expect(pool.templates).toBe(held.reduce((sum, { templates }) => sum + templates.length, 0));
    expect(pool.bytes).toBeGreaterThan(pool.templates * (128 + 16 + 16));
  });

  it('of two replacements asked at once keeps the later, and does the same twice without harm', async () => {
    const [one, two] = [someone(9000, 2), someone(9000, 40)];
    const before = pool.templates;
    await Promise.all([put([one]), put([two]), put([two])]);
    expect(pool.templates).toBe(before + 40);
    await put([person('p9000', [])]);
    expect(pool.templates).toBe(before);
  });

  it('keeps whom it is told to leave out, and who is inactive, to itself', async () => {
    const face = unitVector(128, next);
    await put([person('twin', [near(face, 0.95, next)]), person('left', [near(face, 0.99, next)], false)]);
    expect(names(await pool.search(face, { ...ASK, limit: 1 }))).toEqual(['twin']);
    expect(names(await pool.search(face, { ...ASK, limit: 1, inactiveToo: true }))).toEqual(['left']);
    const others = await pool.search(face, { ...ASK, inactiveToo: true, exceptPersonId: 'left' });
    expect(names(others)[0]).toBe('twin');
    expect(names(others)).not.toContain('left');
  });
});

describe('a pool that asks the sign bits first', () => {
  const DIMENSION = 512;
  const PEOPLE = 5000;
  const centers = Array.from({ length: PEOPLE }, () => unitVector(DIMENSION, next));
  /** Two photos of one person have a cosine of 0.62 to 0.77: each is at its square root from a common middle. */
  const photo = (i: number) => near(centers[i]!, Math.sqrt(0.62 + 0.15 * next()), next);
  const templates = centers.map((_, i) => Array.from({ length: 4 }, () => photo(i)));
  let pool: SketchPool;

  beforeAll(async () => {
    pool = await SketchPool.open({ dimension: DIMENSION, shards: 2, bitsFrom: 1000 });
    await pool.replace(
      batchOf(
        templates.map((own, i) => person(`p${i}`, own)),
        DIMENSION,
      ),
    );
  });
  afterAll(() => pool.close());

  it('finds all of 2,000 people, nearly always without looking at everything', async () => {
    let quick = 0;
    for (let i = 0; i < 2000; i++) {
      const answer = await pool.search(photo(i), { limit: 2, within: 0.05 });
      expect(names(answer)[0]).toBe(`p${i}`);
      if (!answer.thorough) quick++;
    }
    expect(quick).toBeGreaterThan(1900);
  });

  it('looks at everything where nobody is near enough to be sure, and where it is asked to', async () => {
    expect((await pool.search(unitVector(DIMENSION, next), ASK)).thorough).toBe(true);
    const own = templates[7]![0]!;
    expect((await pool.search(own, ASK)).thorough).toBe(false);
    expect((await pool.search(own, { ...ASK, thorough: true })).thorough).toBe(true);
    // The caller's margin counts: whoever is that much further away has to be sure as well.
    expect((await pool.search(own, { ...ASK, within: 1 - SURE })).thorough).toBe(true);
  });

  it('does not block the thread that asks while it loads and searches', async () => {
    const batch = batchOf(
      templates.map((own, i) => person(`q${i}`, own)),
      DIMENSION,
    );
    let longest = 0;
    let last = performance.now();
    const watch = setInterval(() => {
      longest = Math.max(longest, performance.now() - last);
      last = performance.now();
    }, 1);
    const probe = photo(1);
    await Promise.all([
      pool.replace(batch),
      ...Array.from({ length: 20 }, () => pool.search(probe, { ...ASK, thorough: true })),
    ]);
    clearInterval(watch);
    // Loading takes hundreds of milliseconds; what is left is the scheduling of a busy machine.
    expect(longest).toBeLessThan(100);
    expect(pool.people).toBe(2 * PEOPLE);
  });
});

describe('SketchPool', () => {
  const open = () => SketchPool.open({ dimension: 128, shards: 2 });
  const batch = (templates: Float32Array[]) =>
    batchOf(
      templates.map((one, i) => person(`p${i}`, [one])),
      128,
    );

  it('is empty at first', async () => {
    const pool = await open();
    const answer = await pool.search(unitVector(128, next), ASK);
    expect(answer).toEqual({ people: [], thorough: true, complete: true });
    await pool.close();
  });

  it('refuses what is out of range', async () => {
    for (const wrong of [{ dimension: 1 }, { dimension: 128.5 }, { dimension: 128, shards: 0 }])
      await expect(SketchPool.open(wrong)).rejects.toThrow(RangeError);
    const pool = await open();
    const probe = unitVector(128, next);
    for (const wrong of [{ limit: 0 }, { limit: 65 }, { within: -0.1 }, { within: NaN }])
      await expect(pool.search(probe, { ...ASK, ...wrong })).rejects.toThrow(RangeError);
    await expect(pool.search(unitVector(64, next), ASK)).rejects.toThrow(RangeError);
    await expect(pool.search(new Float32Array(128), ASK)).rejects.toMatchObject({ code: 'NOT_UNIT_VECTOR' });
    const good = batch([probe]);
    const malformed: TemplateBatch[] = [
      { ...good, active: [] },
      { ...good, rows: new Uint32Array(2) },
      { ...good, vectors: new Float32Array(127) },
    ];
    for (const wrong of malformed) await expect(pool.replace(wrong)).rejects.toThrow(RangeError);
    await expect(pool.replace(batch([new Float32Array(128)]))).rejects.toMatchObject({
      code: 'NOT_UNIT_VECTOR',
    });
    await pool.replace(good);
    expect(pool.templates).toBe(1);
    await pool.close();
  });

  it('is broken when a thread stops: it says so, refuses everything and ends the others', async () => {
    const pool = await open();
    await pool.replace(batch(Array.from({ length: 100 }, () => unitVector(128, next))));
    const [, thread] = (pool as unknown as { shards: { worker: Worker }[] }).shards;
    const asked = pool.search(unitVector(128, next), ASK).catch((error: unknown) => error);
    await thread!.worker.terminate();
    await asked; // it may have been answered before
    expect(await pool.ended).toBeInstanceOf(SketchBroken);
    expect(pool.broken).toMatchObject({ code: 'SKETCH_BROKEN' });
    await expect(pool.search(unitVector(128, next), ASK)).rejects.toBe(pool.broken);
    await expect(pool.replace(batch([unitVector(128, next)]))).rejects.toBe(pool.broken);
    await pool.close();
  });

  it('rejects what a thread was asked when it stopped', async () => {
    const pool = await SketchPool.open({ dimension: 128, shards: 1 });
    const [thread] = (pool as unknown as { shards: { worker: Worker }[] }).shards;
    const ended = thread!.worker.terminate();
    const asked = [pool.search(unitVector(128, next), ASK), pool.replace(batch([unitVector(128, next)]))];
    const outcomes = await Promise.allSettled(asked);
    expect(outcomes).toEqual([0, 1].map(() => expect.objectContaining({ status: 'rejected' }) as unknown));
    await ended;
    await pool.close();
  });

  it('closes once or twice, and says afterwards that it is closed', async () => {
    const pool = await open();
    const asked = pool.search(unitVector(128, next), ASK).catch((error: unknown) => error);
    await Promise.all([pool.close(), pool.close()]);
    await asked;
    await expect(pool.search(unitVector(128, next), ASK)).rejects.toMatchObject({ code: 'SKETCH_CLOSED' });
    await expect(pool.replace(batch([]))).rejects.toMatchObject({ code: 'SKETCH_CLOSED' });
    expect(await pool.ended).toBeNull();
    expect(pool.broken).toBeNull();
  });
});

it.each([
  [1, 1],
  [2, 2],
  [4, 2],
  [64, 8],
])('on %d cores has %d shards', (cores, shards) => {
  expect(shardCount(cores)).toBe(shards);
});
