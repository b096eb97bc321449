import type { SpoofReason } from '@rollcall/contracts';
import type { Candidate } from '../gallery/weighing.js';
import type { LivenessRule } from './liveness-rule.js';
import type { Probe, SeenLiveness } from './probe.js';

/** What a moment at a kiosk means, before time and direction come in. */
export type Verdict =
  | { readonly decision: 'no_face' }
  /** No live face: a picture of one. */
  | { readonly decision: 'spoof'; readonly reasons: readonly SpoofReason[] }
  | { readonly decision: 'low_quality' }
  | { readonly decision: 'unknown' }
  /** Whom it may be, most alike first. */
  | { readonly decision: 'ambiguous'; readonly candidates: readonly string[] }
  | { readonly decision: 'matched'; readonly personId: string };

/** What a match must reach: see RecognitionSettings. */
export interface MatchRule {
  readonly threshold: number;
  readonly margin: number;
}

/**
 * The rule of recognition: a face, good enough, whose best person reaches the threshold and leads the second-best by
 * the margin. A stranger is about equally unlike several people; somebody who is enrolled stands out. A portrait that was
 * painted here is nobody, however alike.
 */
export function judge(
  probe: Probe,
  closest: readonly Candidate[],
  rule: MatchRule,
  { isPortrait = false, liveness = null }: { isPortrait?: boolean; liveness?: LivenessRule | null } = {},
): Verdict {
  if (!probe.face) return { decision: 'no_face' };
  if (isPortrait) return { decision: 'spoof', reasons: ['PAINTED_PORTRAIT'] };
  if (!probe.embedding) return { decision: 'low_quality' };
  const reasons = probe.liveness ? spoofReasons(probe.liveness, liveness) : [];
  if (reasons.length > 0) return { decision: 'spoof', reasons };
  const [best] = closest;
  if (!best || best.similarity < rule.threshold) return { decision: 'unknown' };
  const rivals = closest.filter((other) => other !== best && isTooClose(best, other, rule));
  if (rivals.length > 0 || isDenied(best)) {
    const candidates = [best, ...rivals].filter(({ similarity }) => similarity >= rule.threshold);
    return { decision: 'ambiguous', candidates: candidates.map(({ personId }) => personId) };
  }
  return { decision: 'matched', personId: best.personId };
}

/** Why frames show no living face; empty where they do, and where nobody asks. */
export function spoofReasons({ score, still }: SeenLiveness, rule: LivenessRule | null): SpoofReason[] {
  if (rule === null) return [];
  return [
    ...(score < rule.threshold ? (['LIVENESS_TOO_LOW'] as const) : []),
    ...(still ? (['STILL_PICTURE'] as const) : []),
  ];
}

/** Between two people who were confused before, more lead is asked than between others. */
function isTooClose(best: Candidate, other: Candidate, { margin }: MatchRule): boolean {
  const confused = best.confusions.find(({ personId }) => personId === other.personId);
  return best.similarity - other.similarity < margin + (confused?.extraMargin ?? 0);
}

/** The face is at least as like one that a reviewer said is not this person. */
const isDenied = ({ similarity, negative }: Candidate) => negative !== null && negative >= similarity;
