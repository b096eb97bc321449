import { setTimeout as sleep } from 'node:timers/promises';
import { Refusal } from '../rollcall-client.js';

const TRIES = 8;
const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 10_000;

/** Asks again, for half a minute or so, while the server cannot be reached or is busy: it may be starting again. */
export async function persistently<T>(ask: () => Promise<T>, signal: AbortSignal): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await ask();
    } catch (error) {
      const passing = error instanceof Refusal ? error.problem.status >= 500 : error instanceof TypeError;
      if (!passing || tries === TRIES) throw error;
      await sleep(Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** (tries - 1)), undefined, { signal });
    }
  }
}
