import { openSession, type ModelSession, type NumberTensor, type SessionOptions } from '../session.js';

/** Runs of each; the quickest counts, since others only ever make a run slower. */
const RUNS = 4;

/**
 * Of several files of one network the one that runs faster on this machine: whether 8-bit levels do depends on the
 * processor.
 *
 * @param input of the size that it will see
 */
export async function openFaster(
  models: readonly string[],
  input: NumberTensor,
  options: SessionOptions,
): Promise<ModelSession> {
  const sessions = await Promise.all(models.map((model) => openSession(model, options)));
  if (sessions.length === 1) return sessions[0]!;
  const times: number[] = [];
  for (const session of sessions) times.push(await quickest(session, input));
  const best = times.indexOf(Math.min(...times));
  for (const [i, session] of sessions.entries()) if (i !== best) await session.close();
  return sessions[best]!;
}

/** Milliseconds of the quickest run; the first one also makes what later ones use. */
async function quickest(session: ModelSession, input: NumberTensor): Promise<number> {
  let least = Infinity;
  for (let run = 0; run <= RUNS; run++) {
    const before = session.inferenceMs;
    await session.run({ [session.inputNames[0] as string]: input });
    if (run > 0) least = Math.min(least, session.inferenceMs - before);
  }
  return least;
}
