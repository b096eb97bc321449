import type { Candidate } from '../enrollment/face-gallery.js';
import type { Probe } from './probe.js';

/** What a moment at a kiosk means, before time and direction come in. */
export type Verdict =
  | { readonly decision: 'no_face' }
  | { readonly decision: 'low_quality' }
  | { readonly decision: 'unknown' }
  | { readonly decision: 'matched'; readonly personId: string };

/** The rule of recognition: a face, good enough, whose best person reaches the threshold. */
export function judge(probe: Probe, closest: readonly Candidate[], threshold: number): Verdict {
  if (!probe.face) return { decision: 'no_face' };
  if (!probe.embedding) return { decision: 'low_quality' };
  const [best] = closest;
  if (!best || best.similarity < threshold) return { decision: 'unknown' };
  return { decision: 'matched', personId: best.personId };
}
