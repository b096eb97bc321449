import 'reflect-metadata';
import { Config } from './platform/config/config.js';
import { StartupError } from './platform/config/startup-error.js';
import { Database } from './platform/database/database.js';
import { HealthPort } from './platform/health/health-port.js';
import { settleBlobHome } from './platform/storage/blob-home.js';
import { prepareDataDir, runProgram, stopOnSignal } from './program.js';
import { createWorker } from './server.js';
import { activatedPack } from './gallery/activated-pack.js';
import { InstalledPacks, SHIPPED_PACK } from './vision/installed-packs.js';
import { InstalledStylizer } from './vision/installed-stylizer.js';
import { ServingFaceEngine } from './vision/serving-face-engine.js';

/** Runs jobs beside any number of servers; as many workers as one likes. */
async function main(): Promise<void> {
  const config = Config.from({ ...process.env, RUN_JOBS: 'true' });
  requirePostgres(config);
  prepareDataDir(config.dataDir);
  const database = await Database.open(config);
  await database.migrate();
  await settleBlobHome(config, database);
  const shelf = new InstalledPacks(config);
  const engine = await shelf.open((await activatedPack(database)) ?? config.modelPack ?? SHIPPED_PACK);
  const stylizer = await InstalledStylizer.open(config);
  const worker = await createWorker({ config, database, engine, shelf, stylizer });
  const serving = worker.get(ServingFaceEngine);
  const health = await HealthPort.open(worker, config);
  stopOnSignal(async () => {
    await health?.close();
    await worker.close();
    await serving.close();
    await stylizer.close();
    await database.close();
  });
  const queue = config.redisUrl ? 'by way of Redis' : 'without Redis';
  process.stdout.write(
    `This worker runs ${config.jobs.concurrency} jobs at a time, ${queue}. Ctrl-C stops it.\n`,
  );
}

function requirePostgres({ databaseUrl }: Config): void {
  if (databaseUrl) return;
  throw new StartupError(
    'A worker shares a Postgres with its servers: set DATABASE_URL to theirs. On the embedded database the server ' +
      'runs the jobs itself.',
  );
}

runProgram(main);
