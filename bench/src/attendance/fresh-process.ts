import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Done, Task } from './tasks.js';

const SCRIPT = fileURLToPath(new URL('./attendance.process.js', import.meta.url));

export interface Told extends Done {
  /** Resident memory of the process before it did anything. */
  readonly startedMb: number;
  /** The most that the process ever had. */
  readonly peakMb: number;
}

/** Has a new server do one thing. */
export function inFreshProcess(databaseUrl: string, task: Task): Promise<Told> {
  const child = fork(SCRIPT);
  child.send({ databaseUrl, task });
  return new Promise((resolve, reject) => {
    child.once('message', (told: Told & { error?: string }) =>
      told.error === undefined ? resolve(told) : reject(new Error(told.error)),
    );
    child.once('exit', (code) => reject(new Error(`The server that is measured ended (${code}).`)));
  });
}
