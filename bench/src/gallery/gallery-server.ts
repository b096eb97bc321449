import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serverModules, type ServerApp, type ServerModules } from './server-modules.js';
import { emptyShelf, standInEngine } from './stand-in-engine.js';

/** Which server to start. */
export interface ServerSetup {
  readonly databaseUrl: string;
  readonly templateKey: string;
  readonly modelId: string;
  readonly dimension: number;
  readonly inMemory: boolean;
}

/** The real server without HTTP and without networks, in this process. */
export class GalleryServer {
  private constructor(
    readonly modules: ServerModules,
    readonly app: ServerApp,
    private readonly end: () => Promise<void>,
  ) {}

  static async start(setup: ServerSetup): Promise<GalleryServer> {
    const modules = await serverModules();
    const dataDir = mkdtempSync(join(tmpdir(), 'rollcall-bench-'));
    const config = modules.Config.from({
      DATA_DIR: dataDir,
      DATABASE_URL: setup.databaseUrl,
      ROLLCALL_TEMPLATE_KEYS: setup.templateKey,
      GALLERY_IN_MEMORY: String(setup.inMemory),
      RUN_JOBS: 'false',
    });
    const database = await modules.Database.open(config);
    await database.migrate();
    const engine = standInEngine(setup.modelId, setup.dimension);
    const app = await modules.createWorker({ config, database, engine, shelf: emptyShelf });
    return new GalleryServer(modules, app, async () => {
      await app.close();
      await database.close();
      rmSync(dataDir, { recursive: true, force: true });
    });
  }

  stop(): Promise<void> {
    return this.end();
  }
}
