import type { Candidate } from '../gallery/weighing.js';
import type { Probe } from './probe.js';

/** What a moment at a kiosk means, before time and direction come in. */
export type Verdict =
  | { readonly decision: 'no_face' }
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
 * the margin. A stranger is about equally unlike several people; somebody who is enrolled stands out.
 */
export function judge(probe: Probe, closest: readonly Candidate[], rule: MatchRule): Verdict {
  if (!probe.face) return { decision: 'no_face' };
  if (!probe.embedding) return { decision: 'low_quality' };
  const [best, second] = closest;
  if (!best || best.similarity < rule.threshold) return { decision: 'unknown' };
  if (second && best.similarity - second.similarity < rule.margin) {
    return { decision: 'ambiguous', candidates: contenders(best, closest, rule) };
  }
  return { decision: 'matched', personId: best.personId };
}

/** Who reaches the threshold and is no further from the best than the margin: nobody less alike can be meant. */
function contenders(best: Candidate, closest: readonly Candidate[], rule: MatchRule): string[] {
  return closest
    .filter(({ similarity }) => similarity >= rule.threshold && best.similarity - similarity < rule.margin)
    .map(({ personId }) => personId);
}
