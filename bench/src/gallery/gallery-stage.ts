import { BenchDatabase } from './bench-database.js';
import { bulkLoad, type Loaded } from './bulk-load.js';
import type { Population } from './duties.js';
import { GalleryProcess } from './gallery-process.js';
import { SyntheticPeople } from './synthetic-people.js';

const MODEL_ID = 'synthetic@000000000000';
const KEY = Buffer.alloc(32, 7);
/** More templates than there will be. */
export const NEVER = 2_000_000_000;

/** A database with a synthetic gallery, and servers on it. */
export class GalleryStage {
  private constructor(
    readonly database: BenchDatabase,
    private readonly population: Population,
  ) {}

  /** With tables and nobody in them. @param server a Postgres with pgvector, whose user is a superuser */
  static async open(server: string | undefined, population: Population): Promise<GalleryStage> {
    if (!server) throw new Error('Set DATABASE_URL to a Postgres with pgvector, as a superuser.');
    const stage = new GalleryStage(await BenchDatabase.create(server), population);
    try {
      await (await stage.start(false)).stop(); // It makes the tables.
      return stage;
    } catch (error) {
      await stage.close();
      throw error;
    }
  }

  load(): Promise<Loaded> {
    const { seed, dimension, perPerson, people } = this.population;
    const synthetic = new SyntheticPeople(seed, dimension, perPerson);
    return bulkLoad(this.database, synthetic, people, { modelId: MODEL_ID, key: KEY });
  }

  /** A server that searches by its memory, or by the database alone. */
  start(inMemory: boolean): Promise<GalleryProcess> {
    return GalleryProcess.start({
      databaseUrl: this.database.url,
      templateKey: KEY.toString('base64'),
      modelId: MODEL_ID,
      dimension: this.population.dimension,
      inMemory,
    });
  }

  /** From how many templates on there should be an index. */
  async keepIndexFrom(templates: number): Promise<void> {
    await this.database.query(
      `INSERT INTO recognition_settings (model_id, index_from) VALUES ($1, $2)
       ON CONFLICT (model_id) DO UPDATE SET index_from = $2`,
      [MODEL_ID, templates],
    );
  }

  close(): Promise<void> {
    return this.database.drop();
  }
}
