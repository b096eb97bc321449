import type { ProbeKind, SyntheticPeople, SyntheticProbe } from './synthetic-people.js';

/** Of twenty probes so many are of each kind. */
export const MIX: Readonly<Record<ProbeKind, number>> = {
  good: 6,
  hard: 6,
  edge: 3,
  between: 1,
  stranger: 4,
};
const KINDS = Object.entries(MIX).flatMap(([kind, count]) => Array<ProbeKind>(count).fill(kind as ProbeKind));

/** The n-th of a stream in which every kind comes. */
export const mixedProbe = (synthetic: SyntheticPeople, n: number, people: number): SyntheticProbe =>
  synthetic.probe(KINDS[n % KINDS.length]!, n, people);
