import { accessSync, constants, mkdirSync } from 'node:fs';
import { StartupError } from './platform/config/startup-error.js';

const SAME_MOMENT_MS = 1_000;

/** Starts a server or a worker. What stops it from starting is said in one line where it can be helped. */
export function runProgram(main: () => Promise<void>): void {
  main().catch((error: unknown) => {
    const known = error instanceof StartupError;
    process.stderr.write(
      known ? `Rollcall cannot start. ${error.message}\n` : `${String((error as Error).stack)}\n`,
    );
    process.exit(1);
  });
}

/** @throws StartupError when the folder cannot be written. */
export function prepareDataDir(folder: string): void {
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
export function stopOnSignal(close: () => Promise<void>): void {
  let askedAt: number | undefined;
  const stop = () => {
    if (askedAt !== undefined && performance.now() - askedAt > SAME_MOMENT_MS) process.exit(1);
    if (askedAt !== undefined) return;
    askedAt = performance.now();
    void close().finally(() => process.exit(0));
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop);
}
