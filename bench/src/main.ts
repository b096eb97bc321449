import { Command, Option } from 'commander';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  describeThresholds,
  describeVerification,
  measureThresholds,
  packNamed,
  verify,
} from '@rollcall/tools';
import { agreement } from './agreement.js';
import { attendanceBench } from './attendance/attendance-bench.js';
import { describeAttendance } from './attendance/describe-attendance.js';
import { checkIn } from './check-in.js';
import { clusterBench } from './cluster/cluster-bench.js';
import { describeCluster } from './cluster/describe.js';
import { faultsOf } from './cluster/verdict.js';
import { describeAgreement, describeCheckIn, describeIdentify, describeImport } from './describe.js';
import { decisionsBench, type Way } from './gallery/decisions-bench.js';
import { describeDecisions } from './gallery/describe-decisions.js';
import { describeGallery } from './gallery/describe-gallery.js';
import { galleryBench, type GalleryBenchResult } from './gallery/gallery-bench.js';
import { identify } from './identify.js';
import { importBench } from './import.js';
import { frontalPairs } from './pairs.js';
import { labelledPhotos, PHOTOS } from './photos.js';
import { styleCommand } from './style/command.js';
import { visionCommand } from './vision/command.js';

const DEFAULT_PACK = process.env['MODEL_PACK'] ?? 'open';
const say = (what: string) => void process.stderr.write(`${what}\n`);
const RESULTS = fileURLToPath(new URL('../results/', import.meta.url));
const machine = () => `${cpus().length} x ${cpus()[0]?.model.trim() ?? 'unknown'}, Node ${process.version}`;

interface GalleryOptions {
  readonly people: string;
  readonly perPerson: string;
  readonly dim: string;
  readonly seed: string;
  readonly json?: boolean;
}

interface GallerySizesOptions extends GalleryOptions {
  readonly indexUpTo: string;
}

interface DecisionsOptions extends GalleryOptions {
  readonly probes: string;
  readonly by: Way;
  readonly python: string;
}

interface Options {
  readonly pack: string;
  readonly json?: boolean;
}

const program = new Command('bench').description('Measures the real server and writes bench/results.');

program
  .command('check-in')
  .description('end-to-end HTTP time of a 1280x720 frame with one face, next to its network time')
  .option('--pack <name>', 'model pack', DEFAULT_PACK)
  .option('--requests <n>', 'measured requests', '100')
  .option('--json', 'print JSON')
  .action(async ({ pack, json, requests }: Options & { requests: string }) => {
    report(`check-in-${pack}`, await checkIn(pack, Number(requests)), describeCheckIn, json);
  });

program
  .command('cluster')
  .description(
    'two servers, two workers, Postgres, Redis and nginx as processes: loaded, hurt, and counted afterwards',
  )
  .option('--seconds <n>', 'length of each measured phase', '30')
  .option('--pack <name>', 'model pack', DEFAULT_PACK)
  .option('--json', 'print JSON')
  .action(async ({ pack, json, seconds }: Options & { seconds: string }) => {
    const say = (line: string) => process.stderr.write(`${new Date().toISOString().slice(11, 19)} ${line}\n`);
    const result = await clusterBench(pack, Number(seconds), say);
    report(`cluster-${pack}`, result, describeCluster, json);
    if (faultsOf(result).length > 0) process.exitCode = 1;
  });

program
  .command('import')
  .description('photos into an empty server by the command, next to what the networks alone need for them')
  .option('--photos <n>', 'how many', '2000')
  .option('--pack <name>', 'model pack', DEFAULT_PACK)
  .option('--json', 'print JSON')
  .action(async ({ pack, json, photos }: Options & { photos: string }) => {
    const opened = await packNamed(pack, process.env['MODELS_DIR'], 'data');
    const database = process.env['DATABASE_URL'] ? 'postgres' : 'embedded';
    report(`import-${pack}`, await importBench(opened, Number(photos), database), describeImport, json);
  });

program
  .command('attendance')
  .description(
    'a month of synthetic people on the Postgres that DATABASE_URL names: days made, a late punch, every report',
  )
  .option('--people <n>', 'how many', '10000')
  .option('--kinds <list>', 'of reports; all of them unless named')
  .option('--json', 'print JSON')
  .action(async ({ people, kinds, json }: { people: string; kinds?: string; json?: boolean }) => {
    const server = process.env['DATABASE_URL'];
    const result = await attendanceBench(server, Number(people), kinds?.split(',') ?? [], say);
    report('attendance', result, describeAttendance, json);
  });

program
  .command('gallery')
  .description('searches, changes and sizes of synthetic galleries on the Postgres that DATABASE_URL names')
  .option('--people <list>', 'sizes', '1000,10000')
  .option('--per-person <n>', 'templates each', '4')
  .option('--dim <n>', 'entries of a template', '512')
  .option('--seed <n>', 'other people', '1')
  .option('--index-up-to <n>', 'templates from which on no index is built', '2000000')
  .option('--json', 'print JSON')
  .action(async ({ people, perPerson, dim, seed, indexUpTo, json }: GallerySizesOptions) => {
    const asked = { perPerson: Number(perPerson), dimension: Number(dim), seed: Number(seed) };
    const order = { asked, sizes: people.split(',').map(Number), indexUpTo: Number(indexUpTo) };
    const name = `gallery-${dim}`;
    const earlier = lastResult<GalleryBenchResult>(name);
    const result = await galleryBench(process.env['DATABASE_URL'], order, earlier, say);
    report(name, result, describeGallery, json);
  });

program
  .command('decisions')
  .description(
    'every decision of the server about synthetic probes, next to those of an exact comparison by numpy',
  )
  .option('--people <n>', 'in the gallery', '25000')
  .option('--per-person <n>', 'templates each', '4')
  .option('--dim <n>', 'entries of a template', '512')
  .option('--seed <n>', 'other people', '1')
  .option('--probes <n>', 'how many', '100000')
  .addOption(new Option('--by <way>', 'what names people').choices(['memory', 'index']).default('memory'))
  .option('--python <path>', 'interpreter with bench/oracle/requirements.txt', 'python3')
  .option('--json', 'print JSON')
  .action(async ({ people, perPerson, dim, seed, probes, by, python, json }: DecisionsOptions) => {
    const population = {
      people: Number(people),
      perPerson: Number(perPerson),
      dimension: Number(dim),
      seed: Number(seed),
    };
    const server = process.env['DATABASE_URL'];
    const order = { population, probes: Number(probes), way: by, python };
    report(`decisions-${by}-${dim}`, await decisionsBench(server, order, say), describeDecisions, json);
  });

program
  .command('verify')
  .description(
    '10-fold verification on every pair of front views and as many impostor pairs; draws ROC and histogram',
  )
  .option('--pack <name>', 'model pack', DEFAULT_PACK)
  .option('--json', 'print JSON')
  .action(async ({ pack, json }: Options) => {
    const folder = mkdtempSync(join(tmpdir(), 'rollcall-pairs-'));
    const list = join(folder, 'pairs.txt');
    writeFileSync(list, frontalPairs(labelledPhotos()).join('\n'));
    const result = await verify(
      await packNamed(pack, process.env['MODELS_DIR'], 'data'),
      list,
      PHOTOS,
      RESULTS,
    );
    rmSync(folder, { recursive: true });
    const pictures = result.pictures.map((path) => basename(path));
    report(`verify-${pack}`, { ...result, pictures }, describeVerification, json);
  });

program
  .command('threshold')
  .description('impostor tail on all front views, and the threshold for FPIR 1 % by the size of the gallery')
  .option('--pack <name>', 'model pack', DEFAULT_PACK)
  .option('--json', 'print JSON')
  .action(async ({ pack, json }: Options) => {
    const opened = await packNamed(pack, process.env['MODELS_DIR'], 'data');
    const frontal = labelledPhotos().filter(({ kind }) => kind === 'frontal');
    const asked = { fpir: 0.01, gallery: [100, 1000, 10_000, 100_000], splits: 200, out: RESULTS };
    const result = await measureThresholds(opened, frontal, asked);
    const picture = basename(result.picture);
    report(`threshold-${pack}`, { ...result, picture }, describeThresholds, json);
  });

program
  .command('identify')
  .description('60 people enrolled by one photo each, 17 strangers, every other photo checked in over HTTP')
  .option('--pack <name>', 'model pack', DEFAULT_PACK)
  .option('--json', 'print JSON')
  .action(async ({ pack, json }: Options) => {
    report(`identify-${pack}`, await identify(pack), describeIdentify, json);
  });

program
  .command('agreement')
  .description(
    "cosines between our embeddings and those of InsightFace's Python classes on the same files and photos",
  )
  .option('--pack <name>', 'model pack (scrfd and arcface)', 'arcface-mbf')
  .option('--python <path>', 'interpreter with bench/insightface/requirements.txt', 'python3')
  .option('--json', 'print JSON')
  .action(async ({ pack, python, json }: Options & { python: string }) => {
    const opened = await packNamed(pack, process.env['MODELS_DIR'], 'data');
    report(`agreement-${pack}`, await agreement(opened, python), describeAgreement, json);
  });

const modelsDir = process.env['MODELS_DIR'] ?? 'data/models';
/** npm runs scripts in the project's folder; paths are meant from where the command was typed. */
const fromHere = (path: string) => resolve(process.env['INIT_CWD'] ?? '.', path);
const open = (pack: string) => packNamed(pack, process.env['MODELS_DIR'], 'data');
program.addCommand(visionCommand({ defaultPack: DEFAULT_PACK, open, report, say }));
program.addCommand(styleCommand({ results: RESULTS, modelsDir, fromHere, report, say }));

function report<T extends object>(
  name: string,
  result: T,
  describe: (result: T) => string,
  json = false,
): void {
  const dated = { measuredAt: new Date().toISOString(), machine: machine(), ...result };
  writeFileSync(`${RESULTS}${name}.json`, `${JSON.stringify(dated, null, 2)}\n`);
  process.stdout.write(`${json ? JSON.stringify(dated, null, 2) : describe(result)}\n`);
}

function lastResult<T>(name: string): T | null {
  const file = `${RESULTS}${name}.json`;
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as T) : null;
}

program.parseAsync().catch((error: Error) => {
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
});
