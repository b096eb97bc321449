import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { importPeople, type ImportOutcome } from '@rollcall/tools';
import { FaceEnginePool, poolSizeHere, type ModelPack } from '@rollcall/vision';
import { variantOf } from './photo-variants.js';
import { labelledPhotos } from './photos.js';
import { ServerProcess } from './server-process.js';

export interface ImportBenchResult {
  readonly pack: string;
  readonly database: 'postgres' | 'embedded';
  readonly photos: number;
  readonly people: number;
  readonly workers: number;
  readonly counts: ImportOutcome['counts'];
  /** Why photos were refused, and how many. */
  readonly refusals: Record<string, number>;
  /** Seconds from the command's start to its report. */
  readonly wallSeconds: number;
  /** Seconds of the same photos through the same networks in the same workers, without a server. */
  readonly poolSeconds: number;
  /** The plain sum of the network runs among them, over the workers. */
  readonly networkSeconds: number;
  readonly ratio: { readonly toNetworks: number; readonly toPool: number };
}

/** A list of everybody, and their photos, in a folder. */
interface Material {
  readonly csv: string;
  readonly photos: string;
  readonly files: readonly string[];
  readonly people: number;
}

/** So many photos into the real server by the real command, next to what the networks alone need for them. */
export async function importBench(
  pack: ModelPack,
  count: number,
  database: ImportBenchResult['database'],
): Promise<ImportBenchResult> {
  const folder = await mkdtemp(join(tmpdir(), 'rollcall-bench-import-'));
  try {
    const material = await makeMaterial(folder, count);
    const { workers } = poolSizeHere();
    const alone = await networksAlone(pack, material, workers);
    const { outcome, wallSeconds } = await imported(pack.name, material);
    const refusals: Record<string, number> = {};
    for (const { code } of outcome.notTaken) refusals[code] = (refusals[code] ?? 0) + 1;
    const ratio = {
      toNetworks: wallSeconds / alone.networkSeconds,
      toPool: wallSeconds / alone.poolSeconds,
    };
    const { people } = material;
    return {
      pack: pack.name,
      database,
      photos: count,
      people,
      workers,
      counts: outcome.counts,
      refusals,
      wallSeconds,
      ...alone,
      ratio,
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Variants of every labelled photo in turn; whoever is on it is the person that they are of. */
async function makeMaterial(folder: string, count: number): Promise<Material> {
  const labelled = labelledPhotos();
  const numbers = new Map<string, string>();
  const files: string[] = [];
  for (let i = 0; i < count; i++) {
    const { path, person } = labelled[i % labelled.length]!;
    if (!numbers.has(person)) numbers.set(person, `B${numbers.size + 1}`);
    const file = join(folder, `${numbers.get(person)!}_${i}.jpg`);
    await writeFile(file, await variantOf(path, i));
    files.push(file);
  }
  const lines = [...numbers].map(([person, number]) => `${number},${person},bench,2026-01-01`);
  const csv = join(folder, 'people.csv');
  await writeFile(csv, ['employeeNo,name,consentVersion,consentGivenAt', ...lines].join('\n'));
  return { csv, photos: folder, files, people: numbers.size };
}

/** As many in flight as the import has. */
async function networksAlone(pack: ModelPack, { files }: Material, workers: number) {
  const pool = await FaceEnginePool.open(pack, { workers });
  const waiting = [...files];
  let inferenceMs = 0;
  const reader = async () => {
    for (let file = waiting.shift(); file !== undefined; file = waiting.shift()) {
      const { timings } = await pool.read(await readFile(file), { embed: 'largest' });
      inferenceMs += timings.inference;
    }
  };
  const started = performance.now();
  await Promise.all(Array.from({ length: 2 * workers }, reader));
  const poolSeconds = (performance.now() - started) / 1000;
  await pool.close();
  return { poolSeconds, networkSeconds: inferenceMs / 1000 / workers };
}

async function imported(pack: string, { csv, photos }: Material) {
  const server = await ServerProcess.start(pack);
  try {
    const client = await server.admin();
    const silent = { begin: () => undefined, reach: () => undefined };
    const started = performance.now();
    const outcome = await importPeople(() => client, csv, photos, silent, new AbortController().signal);
    return { outcome, wallSeconds: (performance.now() - started) / 1000 };
  } finally {
    await server.stop();
  }
}
