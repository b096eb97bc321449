/** Liveness scores of one kind of presentation attack, such as prints or the screens of one phone. */
export interface AttackScores {
  readonly kind: string;
  /** 0 (a picture of a face) to 1 (a living face). */
  readonly scores: readonly number[];
}

/** Errors at one threshold (ISO/IEC 30107-3). */
export interface AttackErrors {
  readonly threshold: number;
  /** Share of attacks taken for alive, of the kind of attack for which it is largest. */
  readonly apcer: number;
  /** Share of living faces taken for an attack. */
  readonly bpcer: number;
}

/** Errors where a face counts as alive from `threshold` on. */
export function errorsAt(
  live: readonly number[],
  attacks: readonly AttackScores[],
  threshold: number,
): AttackErrors {
  const passing = (scores: readonly number[]) =>
    scores.filter((score) => score >= threshold).length / scores.length;
  return {
    threshold,
    apcer: Math.max(...attacks.map(({ scores }) => passing(scores))),
    bpcer: 1 - passing(live),
  };
}

/** The errors at every threshold at which one of them changes, by rising threshold: from 0, which takes all for alive. */
export function errorCurve(live: readonly number[], attacks: readonly AttackScores[]): AttackErrors[] {
  const seen = [...live, ...attacks.flatMap(({ scores }) => scores)].map(justAbove);
  const thresholds = [...new Set([0, ...seen])].sort((a, b) => a - b);
  return thresholds.map((threshold) => errorsAt(live, attacks, threshold));
}

/** Where both errors are nearest to each other. */
export const equalError = (curve: readonly AttackErrors[]): AttackErrors =>
  curve.reduce((best, each) => (gap(each) < gap(best) ? each : best));

/** The least BPCER at which no more than such a share of attacks passes: BPCER10 for 0.1, BPCER20 for 0.05. */
export const bpcerAt = (curve: readonly AttackErrors[], apcer: number): AttackErrors =>
  curve.find((each) => each.apcer <= apcer) ?? curve.at(-1)!;

const gap = ({ apcer, bpcer }: AttackErrors) => Math.abs(apcer - bpcer);

/** The least threshold that a score does not reach. */
const justAbove = (score: number) => score + Number.EPSILON;
