import { z } from 'zod';
import { direction } from './devices.js';
import { box, faceQuality, QUALITY_REASONS } from './faces.js';
import { pin } from './people.js';
import { id, instant, workedInstant, momentOrDate, pageOf, pageQuery, text } from './wire.js';

export const DECISIONS = [
  'matched',
  'duplicate',
  'ambiguous',
  'unknown',
  'spoof',
  'low_quality',
  'no_face',
] as const;
export const decision = z.enum(DECISIONS).describe('Only matched counts as attendance.');
export type Decision = z.infer<typeof decision>;

export const checkInMethod = z
  .enum(['face', 'pin', 'face+pin'])
  .describe(
    'By what it was decided. pin: employee number and PIN, no picture. face+pin: the face left several people, their PIN decided.',
  );
export type CheckInMethod = z.infer<typeof checkInMethod>;

/** Why a face was taken for a picture of one. */
export const SPOOF_REASONS = ['LIVENESS_TOO_LOW', 'STILL_PICTURE', 'PAINTED_PORTRAIT'] as const;
export type SpoofReason = (typeof SPOOF_REASONS)[number];
export const checkInReason = z.enum([...QUALITY_REASONS, ...SPOOF_REASONS]);
export type CheckInReason = z.infer<typeof checkInReason>;

export const checkInPerson = z.object({ id, name: z.string(), employeeNo: z.string() });
export const checkInTimings = z
  .object({
    decode: z.number(),
    detect: z.number(),
    liveness: z.number(),
    embed: z.number(),
    search: z.number(),
    total: z.number(),
    inference: z.number().describe('The plain sum of the network runs inside the stages.'),
  })
  .meta({ id: 'CheckInTimings', description: 'Milliseconds of each stage.' });
export type CheckInTimings = z.infer<typeof checkInTimings>;

const scores = {
  similarity: z
    .number()
    .nullable()
    .describe(
      'Best cosine of the person who was decided on, else of the best one; null without a candidate.',
    ),
  threshold: z.number(),
  margin: z
    .number()
    .nullable()
    .describe(
      'Lead over the best of the others; null where there is none, negative where a PIN decided for the second.',
    ),
  liveness: z
    .object({
      score: z.number().describe('Mean over the frames that are compared, 0 to 1.'),
      live: z.boolean().describe('False also where the frames are one still picture, sent again.'),
    })
    .nullable()
    .describe('Null where the pack has no liveness networks in use.'),
  quality: faceQuality.nullable().describe('Null without a face.'),
};

const outcome = {
  id,
  decision,
  method: checkInMethod,
  person: checkInPerson.nullable(),
  direction: direction.nullable(),
  reasons: z
    .array(checkInReason)
    .describe(
      'With low_quality: what to change. With spoof: what gave it away; a kiosk that shows no scores is not told.',
    ),
  capturedAt: instant,
  receivedAt: instant,
  late: z.boolean().describe('True when the frame was queued while offline.'),
  clockSkewSeconds: z
    .int()
    .optional()
    .describe('By how much the clock of the kiosk ran ahead, where it did; capturedAt is put right by it.'),
  localTime: z.string().describe('Wall-clock time at the site, for example 2026-01-31T08:59:07'),
  site: z.object({ id, timeZone: z.string() }),
};

/** The kiosk's answer; the scores are left out unless the device may show them. */
export const checkInAnswer = z
  .object({
    ...outcome,
    ...z.object(scores).partial().shape,
    pinAccepted: z
      .boolean()
      .optional()
      .describe(
        'With ambiguous: true when the same frame sent again with a PIN, under another Idempotency-Key, may decide.',
      ),
    timings: checkInTimings,
  })
  .meta({ id: 'CheckInAnswer' });
export type CheckInAnswer = z.infer<typeof checkInAnswer>;

/** The way in without a picture. */
export const pinCheckIn = z
  .object({
    employeeNo: text(64),
    pin,
    capturedAt: workedInstant.optional().describe('Where it was typed while offline.'),
  })
  .meta({ id: 'PinCheckIn' });
export type PinCheckIn = z.infer<typeof pinCheckIn>;

/** One row of the log. hr sees it without scores. */
export const checkInRecord = z
  .object({
    ...outcome,
    ...z.object(scores).partial().shape,
    box: box.nullable(),
    device: z.object({ id, name: z.string() }),
    hasFrame: z.boolean(),
  })
  .meta({ id: 'CheckInRecord' });
export type CheckInRecord = z.infer<typeof checkInRecord>;
export const checkInPage = pageOf(checkInRecord, 'CheckInPage');

export const checkInQuery = pageQuery.extend({
  from: momentOrDate.optional().describe('Captured at or after.'),
  to: momentOrDate.optional().describe('Captured before; a date includes its day.'),
  personId: id.optional(),
  deviceId: id.optional(),
  decision: decision.optional(),
});
export type CheckInQuery = z.infer<typeof checkInQuery>;

export const checkInSummary = z
  .object({
    date: z.iso.date(),
    people: z.int().describe('Active people.'),
    enrolled: z.int().describe('Active people with at least one face.'),
    present: z.int().describe('People with at least one punch today.'),
    punches: z.int(),
    unknown: z.int(),
    refused: z.int().describe('low_quality, spoof and ambiguous.'),
    devicesOnline: z.int(),
  })
  .meta({ id: 'CheckInSummary' });
export type CheckInSummary = z.infer<typeof checkInSummary>;
