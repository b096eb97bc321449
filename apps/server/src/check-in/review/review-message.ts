import type { Review } from '@rollcall/contracts';
import type { CheckInReview } from './check-in-review.entity.js';

/** A review as the API shows one. */
export const presentReview = (review: CheckInReview): Review => ({
  id: review.id,
  checkInId: review.checkInId,
  verdict: review.verdict,
  personId: review.personId,
  note: review.note,
  actor: review.actor,
  createdAt: review.createdAt.toISOString(),
  learned: { strictMargin: review.strictMargin, negative: review.negative },
});
