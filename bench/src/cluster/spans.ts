import { percentile } from '../statistics.js';
import type { Acknowledged } from './kiosk.js';

export interface Latency {
  readonly p50: number;
  readonly p95: number;
}

/** Milliseconds from a frame's first try to its answer. */
export function latencyOf(acknowledged: readonly Acknowledged[]): Latency {
  const spans = acknowledged.map(({ sentAt, answeredAt }) => answeredAt - sentAt);
  return { p50: percentile(spans, 0.5), p95: percentile(spans, 0.95) };
}

export const longestWaitMs = (acknowledged: readonly Acknowledged[]): number =>
  Math.max(0, ...acknowledged.map(({ sentAt, answeredAt }) => answeredAt - sentAt));

/** The longest time in which no kiosk was answered. */
export function longestGapMs(acknowledged: readonly Acknowledged[]): number {
  const moments = acknowledged.map(({ answeredAt }) => answeredAt).sort((a, b) => a - b);
  return Math.max(0, ...moments.slice(1).map((moment, i) => moment - moments[i]!));
}

/** How often each kind occurs. */
export function tally(kinds: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const kind of kinds) counts[kind] = (counts[kind] ?? 0) + 1;
  return counts;
}
