import 'reflect-metadata';
import { FirstAdmin } from './auth/first-admin.js';
import { Config } from './platform/config/config.js';
import { StartupError } from './platform/config/startup-error.js';
import { Database } from './platform/database/database.js';
import { createServer } from './server.js';
import { startupScreen } from './startup-screen.js';
import { PooledFaceEngine } from './vision/pooled-face-engine.js';

async function main(): Promise<void> {
  const config = Config.from(process.env);
  const database = await Database.open(config);
  await database.migrate();
  const engine = await PooledFaceEngine.open(config);
  const app = await createServer({ config, database, engine });
  await app.listen(config.port, config.host).catch((error: unknown) => {
    throw portFault(error, config.port);
  });
  stopOnSignal(async () => {
    await app.close();
    await engine.close();
    await database.close();
  });
  const { generated } = app.get(FirstAdmin);
  process.stdout.write(startupScreen(await app.getUrl(), config, database.kind, engine.pack, generated));
}

/** The first signal closes everything in order; a second one does not wait. */
function stopOnSignal(close: () => Promise<void>): void {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void close().finally(() => process.exit(0)));
  }
}

function portFault(error: unknown, port: number): unknown {
  const { code } = error as NodeJS.ErrnoException;
  if (code === 'EADDRINUSE') {
    return new StartupError(`Port ${port} is taken by another program. Stop it, or set PORT to a free one.`);
  }
  if (code === 'EACCES') return new StartupError(`Port ${port} may not be used. Set PORT to one above 1023.`);
  return error;
}

main().catch((error: unknown) => {
  const known = error instanceof StartupError;
  process.stderr.write(known ? `Rollcall cannot start. ${error.message}\n` : `${String((error as Error).stack)}\n`);
  process.exit(1);
});
