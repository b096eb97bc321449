import { cpus } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';

const LOOK_MS = 3_000;

/**
 * How many cores this machine spends while the cluster has nothing to do: what others take from it. A figure that was
 * measured beside much of that is worth less.
 */
export async function coresOfOthers(): Promise<number> {
  const before = busyMs();
  const began = performance.now();
  await sleep(LOOK_MS);
  return (busyMs() - before) / (performance.now() - began);
}

const busyMs = () =>
  cpus().reduce((sum, { times: { user, nice, sys, irq } }) => sum + user + nice + sys + irq, 0);
