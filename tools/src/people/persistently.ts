import { setTimeout as sleep } from 'node:timers/promises';
import { NoServer } from '../local-server.js';
import { Refusal } from '../rollcall-client.js';

const TRIES = 8;
const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 10_000;

/**
 * Asks again, for half a minute or so, while the server cannot be reached or is busy: it may be starting again. Then it
 * makes a new token for the commands beside it, so that the old one is refused.
 */
export async function persistently<T>(ask: () => Promise<T>, signal: AbortSignal): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await ask();
    } catch (error) {
      if (!mayPass(error) || tries === TRIES) throw error;
      await sleep(Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** (tries - 1)), undefined, { signal });
    }
  }
}

function mayPass(error: unknown): boolean {
  if (error instanceof Refusal) return error.problem.status >= 500 || error.problem.status === 401;
  return error instanceof TypeError || error instanceof NoServer;
}
