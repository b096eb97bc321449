import type { Measured } from './asking.js';
import { BenchDatabase } from './bench-database.js';
import { bulkLoad, type Loaded } from './bulk-load.js';
import type { Churned } from './churn.js';
import type { Filled, Population } from './duties.js';
import { GalleryProcess } from './gallery-process.js';
import { PROBE_KINDS, SyntheticPeople, type ProbeKind } from './synthetic-people.js';

const MODEL_ID = 'synthetic@000000000000';
const KEY = Buffer.alloc(32, 7);
const NEVER = 2_000_000_000;

/** How each kind of probe fared with so many clients at once. */
export type Searches = Readonly<Record<ProbeKind, readonly Measured[]>>;

export interface SizeResult {
  readonly people: number;
  readonly templates: number;
  readonly load: Loaded;
  readonly diskBytes: { readonly table: number; readonly itsIndexes: number; readonly database: number };
  readonly memory: { readonly filled: Filled; readonly searches: Searches; readonly churn: Churned };
  readonly exact: { readonly oneWorker: Searches; readonly parallel: Searches; readonly workers: number };
  readonly index: {
    readonly buildSeconds: number;
    readonly bytes: number;
    readonly searches: Searches;
    readonly churn: Churned;
  } | null;
  /** Of good probes, one client: median of the exact scan over the median of memory. */
  readonly ratio: { readonly oneWorker: number; readonly parallel: number };
}

/** How many searches of each kind, for each number of clients. */
type Plan = Readonly<Record<ProbeKind, Readonly<Record<number, number>>>>;

const few = (count: number, clients: readonly number[]) =>
  Object.fromEntries(clients.map((each) => [each, count]));

/** Whatever compares with everybody takes long in a large gallery, so that there are fewer of it. */
const inMemory: Plan = {
  good: { 1: 2000, 4: 2000, 16: 2000 },
  hard: { 1: 500, 4: 500, 16: 500 },
  stranger: { 1: 500, 4: 500, 16: 500 },
};
const byScan: Plan = { good: few(20, [1]), hard: few(10, [1]), stranger: few(10, [1]) };
const byIndex: Plan = { good: few(1000, [1, 4, 16]), hard: few(10, [1, 4]), stranger: few(10, [1, 4]) };

/** Says what is being done, for whoever waits. */
export type Say = (what: string) => void;

/** One size of gallery in a database of its own: loaded, then searched in each way by a server that knows no other. */
export class SizeBench {
  private constructor(
    private readonly database: BenchDatabase,
    private readonly population: Population,
    private readonly say: Say,
  ) {}

  static async run(server: string, population: Population, say: Say): Promise<SizeResult> {
    const database = await BenchDatabase.create(server);
    try {
      return await new SizeBench(database, population, say).measure();
    } finally {
      await database.drop();
    }
  }

  private async measure(): Promise<SizeResult> {
    const { people, perPerson, seed, dimension } = this.population;
    await (await this.start(false)).stop(); // It makes the tables.
    this.say(`loading ${people} people`);
    const synthetic = new SyntheticPeople(seed, dimension, perPerson);
    const load = await bulkLoad(this.database, synthetic, people, { modelId: MODEL_ID, key: KEY });
    await this.keepIndexFrom(NEVER);
    const diskBytes = await this.diskBytes();
    const memory = await this.byMemory();
    const exact = await this.byScan();
    const index = await this.byIndex();
    const median = ({ good }: Searches) => good[0]!.p50;
    const ratio = {
      oneWorker: median(exact.oneWorker) / median(memory.searches),
      parallel: median(exact.parallel) / median(memory.searches),
    };
    return { people, templates: people * perPerson, load, diskBytes, memory, exact, index, ratio };
  }

  private async byMemory() {
    this.say('memory');
    const server = await this.start(true);
    const filled = await server.tell('fill', undefined);
    const searches = await this.search(server, inMemory);
    const churn = await server.tell('churn', { population: this.population, changes: 200, clients: 4 });
    await server.stop();
    return { filled, searches, churn };
  }

  private async byScan() {
    this.say('exact scan');
    const [setting] = await this.database.query<{ workers: number }>(
      "SELECT setting::int AS workers FROM pg_settings WHERE name = 'max_parallel_workers_per_gather'",
    );
    const parallel = await this.scanned();
    await this.database.set('max_parallel_workers_per_gather', '0');
    const oneWorker = await this.scanned();
    await this.database.set('max_parallel_workers_per_gather', String(setting!.workers));
    return { oneWorker, parallel, workers: setting!.workers };
  }

  private async scanned(): Promise<Searches> {
    const server = await this.start(false);
    const searches = await this.search(server, byScan);
    await server.stop();
    return searches;
  }

  private async byIndex(): Promise<SizeResult['index']> {
    this.say('index');
    await this.keepIndexFrom(1);
    const server = await this.start(false);
    const built = await server.tell('buildIndex', undefined);
    const searches = await this.search(server, byIndex);
    const churn = await server.tell('churn', { population: this.population, changes: 50, clients: 4 });
    await server.stop();
    return { buildSeconds: built.seconds, bytes: built.bytes, searches, churn };
  }

  private async search(server: GalleryProcess, plan: Plan): Promise<Searches> {
    const searches: Record<string, Measured[]> = {};
    for (const kind of PROBE_KINDS) {
      searches[kind] = [];
      for (const [clients, count] of Object.entries(plan[kind])) {
        const order = { population: this.population, kind, count, clients: Number(clients) };
        searches[kind].push(await server.tell('search', order));
      }
    }
    return searches as unknown as Searches;
  }

  private start(inMemory: boolean): Promise<GalleryProcess> {
    return GalleryProcess.start({
      databaseUrl: this.database.url,
      templateKey: KEY.toString('base64'),
      modelId: MODEL_ID,
      dimension: this.population.dimension,
      inMemory,
    });
  }

  private async keepIndexFrom(templates: number): Promise<void> {
    await this.database.query(
      `INSERT INTO recognition_settings (model_id, index_from) VALUES ($1, $2)
       ON CONFLICT (model_id) DO UPDATE SET index_from = $2`,
      [MODEL_ID, templates],
    );
  }

  private async diskBytes(): Promise<SizeResult['diskBytes']> {
    const [row] = await this.database.query<{ table: string; indexes: string; database: string }>(
      `SELECT pg_table_size('face_templates') AS "table", pg_indexes_size('face_templates') AS indexes,
         pg_database_size(current_database()) AS database`,
    );
    return { table: Number(row!.table), itsIndexes: Number(row!.indexes), database: Number(row!.database) };
  }
}
