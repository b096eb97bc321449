// Runs on the built library, as a server does: worker threads are started from dist.
import { readdirSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { getPriority, tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Worker } from 'node:worker_threads';
import { FaceEnginePool, ImageRejected, PackError } from '../dist/index.js';
import { cosine, describeWithModels, packFolder, photo } from './sample-files.js';

jest.setTimeout(60_000);

describe('FaceEnginePool.open', () => {
  it('reports a pack that is not there', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'pack-'));
    const error: unknown = await FaceEnginePool.open(folder).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(PackError);
    expect(error).toMatchObject({ code: 'PACK_NOT_FOUND' });
    await writeFile(join(folder, 'pack.json'), '{}');
    await expect(FaceEnginePool.open(folder)).rejects.toMatchObject({ code: 'PACK_INVALID' });
    await rm(folder, { recursive: true });
  });
});

describeWithModels('FaceEnginePool', () => {
  let pool: FaceEnginePool;
  beforeAll(async () => {
    pool = await FaceEnginePool.open(packFolder('arcface-mbf'), { workers: 2, threads: 1, maxWaiting: 3 });
  });
  afterAll(() => pool.close());

  const group = () => photo('groups', 'linzaer_13.jpg');

  it('reads several images at once and leaves the caller his bytes', async () => {
    const bytes = group();
    const readings = await Promise.all([pool.read(bytes), pool.read(bytes), pool.read(bytes)]);
    expect(readings.map(({ faces }) => faces.length)).toEqual([2, 2, 2]);
    const [one, other] = readings.map(({ faces }) => faces[0]!.embedding!);
    expect(one).toHaveLength(pool.pack.dimension);
    expect(cosine(one!, other!)).toBeCloseTo(1, 5);
    expect(bytes.equals(group())).toBe(true);
  });

  it('does not block the thread that asks', async () => {
    let ticks = 0;
    const timer = setInterval(() => ticks++, 5);
    await Promise.all([pool.read(group()), pool.read(group())]);
    clearInterval(timer);
    expect(ticks).toBeGreaterThan(3);
  });

  it('gives way to the thread that asks', () => {
    if (process.platform !== 'linux') return; // Elsewhere priorities are of processes.
    const ofThreads = readdirSync('/proc/self/task').map((task) => getPriority(Number(task)));
    expect(ofThreads.filter((priority) => priority > getPriority()).length).toBeGreaterThanOrEqual(2);
  });

  it('keeps class and code of an error from the worker, and goes on', async () => {
    const error: unknown = await pool.read(Buffer.from('no image')).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(ImageRejected);
    expect(error).toMatchObject({ code: 'UNSUPPORTED_IMAGE' });
    expect((await pool.read(group(), { embed: 'none' })).faces[0]?.embedding).toBeNull();
  });

  it('refuses when too many wait', async () => {
    const asked = Array.from({ length: 7 }, () => pool.read(group()));
    const settled = await Promise.allSettled(asked);
    expect(settled.filter(({ status }) => status === 'fulfilled')).toHaveLength(5);
    const refused = settled.flatMap((result) =>
      result.status === 'rejected' ? [result.reason as unknown] : [],
    );
    expect(refused).toEqual([0, 1].map(() => expect.objectContaining({ code: 'ENGINE_BUSY' }) as unknown));
  });

  it('replaces a worker that dies over an image and rejects that image alone', async () => {
    const [first, second] = [pool.read(group()), pool.read(group())].map((read) =>
      read.catch((error: unknown) => error),
    );
    const [thread] = (pool as unknown as { workers: Set<{ worker: Worker }> }).workers;
    // Nothing that it could read. To end a thread from outside while a network runs would end the process.
    thread!.worker.postMessage(null);
    const outcomes = await Promise.all([first, second]);
    expect(outcomes).toContainEqual(expect.objectContaining({ code: 'ENGINE_CRASHED' }));
    expect(outcomes).toContainEqual(expect.objectContaining({ width: expect.any(Number) }));
    const after = await Promise.all([pool.read(group()), pool.read(group()), pool.read(group())]);
    expect(after.map(({ faces }) => faces.length)).toEqual([2, 2, 2]);
  });

  it('lets running images finish when it closes, and refuses the rest', async () => {
    const own = await FaceEnginePool.open(pool.pack, { workers: 1, threads: 1 });
    const [running, waiting] = [own.read(group()), own.read(group()).catch((error: unknown) => error)];
    const closing = own.close();
    expect((await running).faces).toHaveLength(2);
    expect(await waiting).toMatchObject({ code: 'ENGINE_CLOSED' });
    await closing;
    await expect(own.read(group())).rejects.toMatchObject({ code: 'ENGINE_CLOSED' });
  });
});
