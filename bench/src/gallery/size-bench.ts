import type { Measured } from './asking.js';
import type { Loaded } from './bulk-load.js';
import type { Churned } from './churn.js';
import type { Filled, Population } from './duties.js';
import type { GalleryProcess } from './gallery-process.js';
import { GalleryStage, NEVER } from './gallery-stage.js';

const KINDS = ['good', 'hard', 'stranger'] as const;
type Kind = (typeof KINDS)[number];

/** How each kind of probe fared with so many clients at once. */
export type Searches = Readonly<Record<Kind, readonly Measured[]>>;

export interface SizeResult {
  readonly measuredAt: string;
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
type Plan = Readonly<Record<Kind, Readonly<Record<number, number>>>>;

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
    private readonly stage: GalleryStage,
    private readonly population: Population,
    private readonly indexUpTo: number,
    private readonly say: Say,
  ) {}

  static async run(
    server: string | undefined,
    population: Population,
    indexUpTo: number,
    say: Say,
  ): Promise<SizeResult> {
    const stage = await GalleryStage.open(server, population);
    try {
      return await new SizeBench(stage, population, indexUpTo, say).measure();
    } finally {
      await stage.close();
    }
  }

  private async measure(): Promise<SizeResult> {
    const { people, perPerson } = this.population;
    this.say(`loading ${people} people`);
    const load = await this.stage.load();
    await this.stage.keepIndexFrom(NEVER);
    const diskBytes = await this.diskBytes();
    const memory = await this.byMemory();
    const exact = await this.byScan();
    const templates = people * perPerson;
    const index = templates <= this.indexUpTo ? await this.byIndex() : null;
    const median = ({ good }: Searches) => good[0]!.p50;
    const ratio = {
      oneWorker: median(exact.oneWorker) / median(memory.searches),
      parallel: median(exact.parallel) / median(memory.searches),
    };
    const measuredAt = new Date().toISOString();
    return { measuredAt, people, templates, load, diskBytes, memory, exact, index, ratio };
  }

  private async byMemory() {
    this.say('memory');
    const server = await this.stage.start(true);
    const filled = await server.tell('fill', undefined);
    const searches = await this.search(server, inMemory);
    const churn = await server.tell('churn', { population: this.population, changes: 200, clients: 4 });
    await server.stop();
    return { filled, searches, churn };
  }

  private async byScan() {
    this.say('exact scan');
    const [setting] = await this.stage.database.query<{ workers: number }>(
      "SELECT setting::int AS workers FROM pg_settings WHERE name = 'max_parallel_workers_per_gather'",
    );
    const parallel = await this.scanned();
    await this.stage.database.set('max_parallel_workers_per_gather', '0');
    const oneWorker = await this.scanned();
    await this.stage.database.set('max_parallel_workers_per_gather', String(setting!.workers));
    return { oneWorker, parallel, workers: setting!.workers };
  }

  private async scanned(): Promise<Searches> {
    const server = await this.stage.start(false);
    const searches = await this.search(server, byScan);
    await server.stop();
    return searches;
  }

  private async byIndex(): Promise<SizeResult['index']> {
    this.say('index');
    await this.stage.keepIndexFrom(1);
    const server = await this.stage.start(false);
    const built = await server.tell('buildIndex', undefined);
    const searches = await this.search(server, byIndex);
    const churn = await server.tell('churn', { population: this.population, changes: 50, clients: 4 });
    await server.stop();
    return { buildSeconds: built.seconds, bytes: built.bytes, searches, churn };
  }

  private async search(server: GalleryProcess, plan: Plan): Promise<Searches> {
    const searches: Record<string, Measured[]> = {};
    for (const kind of KINDS) {
      searches[kind] = [];
      for (const [clients, count] of Object.entries(plan[kind])) {
        const order = { population: this.population, kind, count, clients: Number(clients) };
        searches[kind].push(await server.tell('search', order));
      }
    }
    return searches as unknown as Searches;
  }

  private async diskBytes(): Promise<SizeResult['diskBytes']> {
    const [row] = await this.stage.database.query<{ table: string; indexes: string; database: string }>(
      `SELECT pg_table_size('face_templates') AS "table", pg_indexes_size('face_templates') AS indexes,
         pg_database_size(current_database()) AS database`,
    );
    return { table: Number(row!.table), itsIndexes: Number(row!.indexes), database: Number(row!.database) };
  }
}
