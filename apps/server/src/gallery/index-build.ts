import { QueryFailedError, type DataSource, type QueryRunner } from 'typeorm';
import { literal } from './database-search.js';
import type { TemplateSet } from './template-pages.js';

/** How many neighbours a template keeps, and how many are looked at to find them. */
export interface GraphShape {
  readonly m: number;
  readonly efConstruction: number;
}

const MIB = 2 ** 20;
const MEMORY = { leastMib: 64, mostMib: 4096 };
const DISK_FULL = '53100';
const OUT_OF_MEMORY = '53200';

/**
 * Builds a partial HNSW index over half-precision copies of the templates. CONCURRENTLY, hence outside any transaction
 * and on a connection of its own: nobody who reads or writes waits, and it may take minutes.
 *
 * Processes that build together share their memory through /dev/shm, which a container often has 64 MB of. Where it is
 * too small one process builds alone: slower, and in its own memory.
 */
export async function buildIndex(
  source: DataSource,
  name: string,
  set: TemplateSet,
  templates: number,
  shape: GraphShape,
): Promise<void> {
  const runner = source.createQueryRunner();
  try {
    await runner.query(`SET maintenance_work_mem = '${memoryMib(templates, set.dimension, shape)}MB'`);
    await create(runner, name, set, shape).catch(async (error: unknown) => {
      if (!lacksSharedMemory(error)) throw error;
      await runner.query(`DROP INDEX CONCURRENTLY IF EXISTS ${name}`);
      await runner.query('SET max_parallel_maintenance_workers = 0');
      await create(runner, name, set, shape);
    });
  } finally {
    const reset = 'RESET maintenance_work_mem; RESET max_parallel_maintenance_workers';
    await runner.query(reset).catch(() => undefined);
    await runner.release();
  }
}

function create(runner: QueryRunner, name: string, set: TemplateSet, { m, efConstruction }: GraphShape) {
  return runner.query(
    `CREATE INDEX CONCURRENTLY ${name} ON face_templates
     USING hnsw ((embedding::halfvec(${set.dimension})) halfvec_cosine_ops)
     WITH (m = ${m}, ef_construction = ${efConstruction})
     WHERE model_id = ${literal(set.modelId)} AND key_id = ${literal(set.keyId)}`,
  );
}

/**
 * What pgvector needs to hold the whole graph: half-precision entries, 2m neighbours of 16 bytes and their kin on the
 * upper layers. Once it does not fit, the rest is built on disk, at two fifths of the speed (bench/README.md).
 */
function memoryMib(templates: number, dimension: number, { m }: GraphShape): number {
  const bytes = templates * (2 * dimension + 40 * m + 200);
  return Math.min(Math.max(Math.ceil((1.1 * bytes) / MIB), MEMORY.leastMib), MEMORY.mostMib);
}

function lacksSharedMemory(error: unknown): boolean {
  if (!(error instanceof QueryFailedError)) return false;
  const { code, message } = error.driverError as { code?: string; message: string };
  return (code === DISK_FULL || code === OUT_OF_MEMORY) && message.includes('shared memory');
}
