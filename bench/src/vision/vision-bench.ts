import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { poolSizeHere, type ModelPack } from '@rollcall/vision';
import { kioskFrame } from '../frame.js';
import type { Say } from '../gallery/size-bench.js';
import { labelledPhotos } from '../photos.js';
import { inTurn, theirThroughput, type InTurn } from './insightface.js';
import { manyClients, type ManyClients } from './many-clients.js';
import { LOOKS, oneClient, type LookName, type OneClient } from './one-client.js';

const PEOPLE = 20;
const ROUNDS = 60;
const CLIENTS = 8;
const SECONDS = 12;

export interface VisionBenchResult {
  readonly pack: string;
  readonly oneClient: readonly (OneClient & { readonly look: LookName })[];
  readonly manyClients: readonly (ManyClients & { readonly look: LookName })[];
  /** Where it was asked for. */
  readonly insightface?: {
    readonly inTurn: readonly (InTurn & { readonly look: LookName })[];
    /** Images a second on all cores: theirs at their best, ours as a kiosk and as an enrolment asks. */
    readonly perSecond: { readonly theirs: number; readonly kiosk: number; readonly enrolment: number };
  };
}

/** The pipeline of a pack on 1280x720 frames with one face, by stage and as a whole, for one client and for many. */
export async function visionBench(
  pack: ModelPack,
  python: string | null,
  say: Say,
): Promise<VisionBenchResult> {
  const folder = mkdtempSync(join(tmpdir(), 'rollcall-frames-'));
  try {
    const files = await frameFiles(folder);
    const frames = files.map(({ bytes }) => bytes);
    const looks = Object.keys(LOOKS) as LookName[];
    const cores = availableParallelism();
    const one: VisionBenchResult['oneClient'][number][] = [];
    for (const look of looks)
      for (const threads of new Set([1, cores])) {
        say(`one client, as ${look}, ${threads} threads`);
        one.push({ look, ...(await oneClient(pack, look, threads, frames, ROUNDS)) });
      }
    const many: VisionBenchResult['manyClients'][number][] = [];
    for (const look of looks)
      for (const clients of [1, CLIENTS])
        for (const size of sizesFor(cores)) {
          say(`${clients} clients, as ${look}, ${size.workers} workers with ${size.threads} threads`);
          many.push({
            look,
            ...(await manyClients(pack, look, size, frames, { clients, seconds: SECONDS })),
          });
        }
    const measured = { pack: pack.name, oneClient: one, manyClients: many };
    return python ? { ...measured, insightface: await against(pack, python, files, many, say) } : measured;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The pool as it is by default, and the ways that it could be instead. */
function sizesFor(cores: number): { workers: number; threads: number }[] {
  const all = [
    poolSizeHere(),
    { workers: cores, threads: 1 },
    { workers: 1, threads: cores },
    { workers: cores, threads: 2 },
  ];
  return [...new Map(all.map((size) => [`${size.workers} ${size.threads}`, size])).values()];
}

async function frameFiles(folder: string) {
  const portraits = labelledPhotos().filter(({ path }) => path.endsWith('frontal_02.jpg'));
  return Promise.all(
    portraits.slice(0, PEOPLE).map(async (portrait, i) => {
      const path = join(folder, `${i}.jpg`);
      const bytes = await kioskFrame(portrait.path);
      writeFileSync(path, bytes);
      return { path, bytes };
    }),
  );
}

async function against(
  pack: ModelPack,
  python: string,
  files: Awaited<ReturnType<typeof frameFiles>>,
  many: VisionBenchResult['manyClients'],
  say: Say,
): Promise<NonNullable<VisionBenchResult['insightface']>> {
  const cores = availableParallelism();
  const turns = [];
  for (const look of Object.keys(LOOKS) as LookName[])
    for (const threads of new Set([1, cores])) {
      say(`in turn with InsightFace, as ${look}, ${threads} threads`);
      const thrice = [...files, ...files, ...files];
      turns.push({ look, ...(await inTurn(pack, look, threads, thrice, python)) });
    }
  const paths = files.map(({ path }) => path);
  const ways = [
    { processes: 1, threads: cores },
    { processes: cores, threads: 1 },
  ];
  const theirs: number[] = [];
  for (const way of ways) {
    say(`InsightFace alone, ${way.processes} processes with ${way.threads} threads`);
    theirs.push(await theirThroughput(pack, way, paths, python, SECONDS));
  }
  const best = (look: LookName) =>
    Math.max(...many.filter((each) => each.look === look && each.clients > 1).map((each) => each.perSecond));
  return {
    inTurn: turns,
    perSecond: { theirs: Math.max(...theirs), kiosk: best('kiosk'), enrolment: best('enrolment') },
  };
}
