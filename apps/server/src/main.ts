import 'reflect-metadata';
import { accessSync, constants, mkdirSync } from 'node:fs';
import { createServer } from 'node:net';
import { FirstAdmin } from './auth/first-admin.js';
import { LocalAccess } from './auth/local-access.js';
import { FaceGallery } from './enrollment/face-gallery.js';
import { Config } from './platform/config/config.js';
import { StartupError } from './platform/config/startup-error.js';
import { Database } from './platform/database/database.js';
import { createApp } from './server.js';
import { localAddress, startupScreen } from './startup-screen.js';
import { PooledFaceEngine } from './vision/pooled-face-engine.js';

const SAME_MOMENT_MS = 1_000;

async function main(): Promise<void> {
  const config = Config.from(process.env);
  prepareDataDir(config.dataDir);
  await requireFreePort(config);
  const database = await Database.open(config);
  await database.migrate();
  const engine = await PooledFaceEngine.open(config);
  const app = await createApp({ config, database, engine });
  await app.listen(config.port, config.host);
  stopOnSignal(async () => {
    await app.close();
    await engine.close();
    await database.close();
  });
  const url = localAddress(await app.getUrl());
  await app.get(LocalAccess).open(url);
  const { generated } = app.get(FirstAdmin);
  const unreadable = await app.get(FaceGallery).countUnreadable();
  process.stdout.write(startupScreen(url, config, database.kind, engine.pack, generated, unreadable));
}

function prepareDataDir(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    accessSync(folder, constants.W_OK);
  } catch (error) {
    const { code = String(error) } = error as NodeJS.ErrnoException;
    throw new StartupError(`The folder ${folder} cannot be written (${code}). Set DATA_DIR to one that can.`);
  }
}

/**
 * The first signal closes everything in order. One Ctrl-C arrives more than once (from the terminal, from npm), so only
 * a signal that comes a second later is impatience and does not wait.
 */
function stopOnSignal(close: () => Promise<void>): void {
  let askedAt: number | undefined;
  const stop = () => {
    if (askedAt !== undefined && performance.now() - askedAt > SAME_MOMENT_MS) process.exit(1);
    if (askedAt !== undefined) return;
    askedAt = performance.now();
    void close().finally(() => process.exit(0));
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop);
}

/** Asked before anything is opened, so that a taken port costs no waiting. */
async function requireFreePort({ port, host }: Config): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const probe = createServer().once('error', (error) => reject(portFault(error, port)));
    probe.listen(port, host, () => probe.close(() => resolve()));
  });
}

function portFault(error: NodeJS.ErrnoException, port: number): Error {
  if (error.code === 'EADDRINUSE') {
    return new StartupError(`Port ${port} is taken by another program. Stop it, or set PORT to a free one.`);
  }
  if (error.code === 'EACCES') {
    return new StartupError(`Port ${port} may not be used. Set PORT to one above 1023.`);
  }
  return new StartupError(`Port ${port} cannot be listened on (${error.message}). Check HOST and PORT.`);
}

main().catch((error: unknown) => {
  const known = error instanceof StartupError;
  process.stderr.write(
    known ? `Rollcall cannot start. ${error.message}\n` : `${String((error as Error).stack)}\n`,
  );
  process.exit(1);
});
