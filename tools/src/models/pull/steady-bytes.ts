import { setTimeout } from 'node:timers/promises';
import { Broken, PullError } from './pull-error.js';
import type { Answer, Origin } from './origin.js';

/** How often a connection is made anew, counted from the last byte that came. */
export interface Patience {
  readonly tries: number;
  /** Before the first of them; each waits twice as long as the one before. */
  readonly waitMs: number;
}

export const PATIENCE: Patience = { tries: 5, waitMs: 1000 };

/**
 * Bytes of a file from one place to another, over as many connections as it takes. Where an origin gives whole files
 * only, what was had already is passed over.
 *
 * @param to the first byte that is not wanted; Infinity for the end
 * @param tag the file that earlier bytes are of; null for whichever is there
 * @param onAnswer learns of each connection
 * @throws {PullError} when it cannot be reached, the file has changed or ends too early
 */
export async function* steadyBytes(
  origin: Origin,
  { from, to }: { readonly from: number; readonly to: number },
  patience: Patience,
  tag: string | null = null,
  onAnswer: (answer: Answer) => void = () => undefined,
): AsyncGenerator<Uint8Array, void> {
  let [at, end, failures] = [from, to, 0];
  while (at < end) {
    try {
      const answer = await origin.read(at, to);
      checkSame(origin, answer, at, tag);
      onAnswer(answer);
      end = Math.min(end, answer.size ?? end);
      for await (const chunk of bytesFrom(answer, at, end)) {
        at += chunk.length;
        failures = 0;
        yield chunk;
      }
      if (end === Infinity) return;
      if (at < end) throw new Broken('the connection broke');
    } catch (error) {
      if (!(error instanceof Broken)) throw error;
      failures += 1;
      if (failures > patience.tries) throw unreachable(origin, error.message);
      await setTimeout(patience.waitMs * 2 ** (failures - 1));
    }
  }
}

function checkSame({ address }: Origin, answer: Answer, at: number, tag: string | null): void {
  if (answer.from !== 0 && answer.from !== at)
    throw new PullError(
      `${address} gives other bytes than it is asked for: set MODEL_MIRROR to another place.`,
    );
  if (tag !== null && answer.tag !== null && answer.tag !== tag)
    throw new PullError(`The file at ${address} changed meanwhile: run the command again.`);
}

/** The body without what lies before a place, and without what lies behind another. */
async function* bytesFrom({ body, from }: Answer, at: number, end: number): AsyncGenerator<Uint8Array, void> {
  let place = from;
  for await (const chunk of body) {
    const wanted = chunk.subarray(Math.max(0, at - place), Math.max(0, end - place));
    place += chunk.length;
    if (wanted.length > 0) yield wanted;
    if (place >= end) return;
  }
}

const unreachable = ({ address }: Origin, why: string) =>
  new PullError(
    `${address} cannot be reached (${why}). Check the network and run the command again: it goes on where it stopped. ` +
      'Without a way to the internet set MODEL_MIRROR to an address or a folder that has the file.',
  );
