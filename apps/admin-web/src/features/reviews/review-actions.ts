import type { CheckInRecord, ReviewVerdict } from '@rollcall/contracts';

/** What can be said about a check-in; the first three carry the keys 1 to 3. */
export type Action = ReviewVerdict | 'enroll';

/** A recognised person can be confirmed or denied; a face that nobody was recognised in can be given a name. */
export function actionsFor({ decision, hasFrame }: CheckInRecord, mayEnroll: boolean): Action[] {
  if (decision === 'matched') return ['confirm', 'not-this-person'];
  return ['confirm', 'assign', ...(mayEnroll && hasFrame ? (['enroll'] as const) : [])];
}

/** The three kinds of check-in that come into the queue; the words of an action go by them. */
export type Kind = 'matched' | 'unknown' | 'ambiguous';

export const kindOf = ({ decision }: CheckInRecord): Kind =>
  decision === 'matched' || decision === 'ambiguous' ? decision : 'unknown';
