// A process of its own: starts the server without HTTP and without networks, does one thing, tells, and ends.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { emptyShelf, standInEngine } from '../gallery/stand-in-engine.js';
import { attendanceModules } from './attendance-modules.js';
import { perform, type Task } from './tasks.js';

process.once('message', ({ databaseUrl, task }: { databaseUrl: string; task: Task }) => {
  live(databaseUrl, task).then(
    (told) => process.send!(told, () => process.exit(0)),
    (error: Error) => process.send!({ error: error.stack }, () => process.exit(1)),
  );
});

async function live(databaseUrl: string, task: Task) {
  const modules = await attendanceModules();
  const dataDir = mkdtempSync(join(tmpdir(), 'rollcall-bench-'));
  const config = modules.Config.from({
    DATA_DIR: dataDir,
    DATABASE_URL: databaseUrl,
    ROLLCALL_SECRET_KEY: Buffer.alloc(32, 7).toString('base64'),
    RUN_JOBS: 'false',
  });
  const database = await modules.Database.open(config);
  await database.migrate();
  const engine = standInEngine('synthetic@000000000000', 128);
  const app = await modules.createWorker({ config, database, engine, shelf: emptyShelf });
  const started = residentMb();
  const done = await perform({ modules, app, databaseUrl }, task);
  const told = { startedMb: started, peakMb: process.resourceUsage().maxRSS / 1024, ...done };
  await app.close();
  await database.close();
  rmSync(dataDir, { recursive: true, force: true });
  return told;
}

const residentMb = () => process.memoryUsage().rss / 2 ** 20;
