import { setTimeout as sleep } from 'node:timers/promises';
import { percentile } from '../statistics.js';
import { measure, type Ask } from './asking.js';
import type { SyntheticProbe } from './synthetic-people.js';

const probes = Array.from({ length: 30 }, (_, n): SyntheticProbe => ({
  kind: 'good',
  embedding: new Float32Array([n]),
  personId: `person ${n}`,
}));
const answer = (personId: string) => ({
  candidates: [{ personId, similarity: 1, negative: null, confusions: [] }],
  by: 'memory' as const,
});

describe('a percentile', () => {
  it('is a value of the sample that so many do not exceed', () => {
    const values = [5, 1, 4, 2, 3];
    expect([0.2, 0.21, 0.5, 0.95, 1].map((share) => percentile(values, share))).toEqual([1, 2, 3, 5, 5]);
    expect(values).toEqual([5, 1, 4, 2, 3]);
    expect(percentile([], 0.5)).toBeNaN();
  });
});

describe('measuring searches', () => {
  it('asks every probe once, with as many under way as there are clients', async () => {
    const seen: number[] = [];
    let [underWay, most] = [0, 0];
    const ask: Ask = async ({ embedding }) => {
      most = Math.max(most, ++underWay);
      seen.push(embedding[0]!);
      await sleep(2);
      underWay--;
      return answer(`person ${embedding[0]}`);
    };
    const measured = await measure(ask, probes, 4);
    expect(seen.sort((a, b) => a - b)).toEqual(probes.map((_, n) => n));
    expect(most).toBe(4);
    expect(measured).toMatchObject({ searches: 30, clients: 4, right: 30, by: { memory: 30 } });
    expect(measured.p50).toBeGreaterThan(1);
    expect(measured.most).toBeGreaterThanOrEqual(measured.p95);
  });

  it('counts whom it took for somebody else', async () => {
    const ask: Ask = async ({ embedding }) =>
      answer(embedding[0]! < 10 ? 'somebody' : `person ${embedding[0]}`);
    expect((await measure(ask, probes, 1)).right).toBe(20);
  });

  it('goes on for as long as it is wanted, from the first probe again', async () => {
    let asked = 0;
    const ask: Ask = async () => (asked++, answer('somebody'));
    const { searches } = await measure(ask, probes, 2, () => asked < 70);
    expect(searches).toBeGreaterThanOrEqual(70);
  });

  it('says by how much the loop was late', async () => {
    const ask: Ask = async () => {
      await sleep(5);
      for (const until = performance.now() + 40; performance.now() < until;);
      return answer('somebody');
    };
    expect((await measure(ask, probes.slice(0, 3), 1)).loopDelay.most).toBeGreaterThan(30);
  });

  it('passes on that a search failed', async () => {
    await expect(measure(() => Promise.reject(new Error('no answer')), probes, 2)).rejects.toThrow(
      'no answer',
    );
  });
});
