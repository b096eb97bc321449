import { z } from 'zod';
import { checkInPerson, checkInRecord } from './check-ins.js';
import { id, instant, pageOf, pageQuery, storable } from './wire.js';

export const reviewVerdict = z
  .enum(['confirm', 'not-this-person', 'assign'])
  .describe(
    'confirm: the decision was right. not-this-person: it was somebody else (personId says who, where known); the ' +
      'punch no longer counts. assign: nobody was recognised and it was personId; a punch is added.',
  );
export type ReviewVerdict = z.infer<typeof reviewVerdict>;

export const reviewCreate = z
  .object({
    verdict: reviewVerdict,
    personId: id.optional().describe('Needed for assign; with not-this-person the person it really was.'),
    note: storable(z.string().trim().max(1000)).default(''),
  })
  .refine(({ verdict, personId }) => verdict !== 'assign' || personId !== undefined, {
    path: ['personId'],
    error: 'says who it was; assign needs it',
  })
  .meta({ id: 'ReviewCreate' });
export type ReviewCreate = z.infer<typeof reviewCreate>;

export const review = z
  .object({
    id,
    checkInId: id,
    verdict: reviewVerdict,
    personId: id.nullable(),
    note: z.string(),
    actor: z.string(),
    createdAt: instant,
    learned: z
      .object({
        strictMargin: z.boolean().describe('The two people are told apart more strictly from now on.'),
        negative: z.boolean().describe('The probe is kept as a face that is not this person.'),
      })
      .describe('What the decision draws from it.'),
  })
  .meta({ id: 'Review' });
export type Review = z.infer<typeof review>;

export const reviewQueueQuery = pageQuery.extend({
  state: z.enum(['open', 'reviewed']).default('open'),
  decision: z.enum(['unknown', 'ambiguous', 'matched']).optional(),
});
export type ReviewQueueQuery = z.infer<typeof reviewQueueQuery>;

export const enrollFromCheckIn = z.object({ personId: id }).meta({ id: 'EnrollFromCheckIn' });
export type EnrollFromCheckIn = z.infer<typeof enrollFromCheckIn>;

/** A check-in that a person should look at, with whom it resembled. */
export const reviewItem = z
  .object({
    checkIn: checkInRecord,
    candidates: z
      .array(z.object({ person: checkInPerson, similarity: z.number() }))
      .describe('The people whom the face resembled most, best first, as far as they are still there.'),
    review: review.nullable().describe('The last review.'),
  })
  .meta({ id: 'ReviewItem' });
export type ReviewItem = z.infer<typeof reviewItem>;
export const reviewPage = pageOf(reviewItem, 'ReviewPage');
