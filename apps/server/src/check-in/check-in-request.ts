import { clockInstant, pin, workedInstant } from '@rollcall/contracts';
import { z } from 'zod';
import { DEVICE_TIME } from '../devices/device-clock.js';
import { DomainError } from '../platform/domain-error.js';
import { parseAs } from '../platform/http/validation.js';
import type { Uploads } from '../platform/http/upload.js';
import { captureMoment, type CaptureMoment, type CheckInRequest } from './capture-moment.js';
import { MAX_FRAMES } from './reads-frames.interceptor.js';

const idempotencyKey = z.string().trim().min(1).max(200).optional();
const capturedAt = workedInstant.optional();
const deviceTime = clockInstant.optional();

/** What the OpenAPI document says of the kiosk's clock. */
export const DEVICE_CLOCK =
  'RFC 3339: what the clock of the kiosk shows as it sends this. Where it is off, captured-at is put right by as much.';

/** What the OpenAPI document says of the PIN, as a field and as a header. */
export const STEP_UP =
  'Decides where the face alone is ambiguous; ignored with every other decision. A wrong one leaves the answer ambiguous.';

/** How the OpenAPI document shows the body. */
export const BODY = {
  schema: {
    type: 'object',
    properties: {
      frame: {
        type: 'array',
        items: { type: 'string', format: 'binary' },
        minItems: 1,
        maxItems: MAX_FRAMES,
      },
      capturedAt: { type: 'string', format: 'date-time' },
      pin: { type: 'string', pattern: '^[0-9]{6,12}$', description: STEP_UP },
    },
    required: ['frame'],
  },
};

/** Puts together what a kiosk sent, in whichever of the two forms it came. */
export function checkInRequest(
  headers: Record<string, string | undefined>,
  files: Uploads | undefined,
  body: unknown,
  now: Date,
): CheckInRequest {
  const fields = Buffer.isBuffer(body) ? {} : ((body ?? {}) as Record<string, unknown>);
  return {
    frames: framesOf(files, body),
    moment: momentOf(fields, headers, now),
    idempotencyKey: keyOf(headers),
    pin: parseAs(pin.optional(), fields['pin'] ?? headers['pin'], 'pin'),
  };
}

export function momentOf(
  fields: Record<string, unknown>,
  headers: Record<string, string | undefined>,
  now: Date,
): CaptureMoment {
  const shown = parseAs(deviceTime, headers[DEVICE_TIME], DEVICE_TIME);
  return captureMoment(parseAs(capturedAt, claimedTime(fields, headers), 'captured-at'), now, shown);
}

export const keyOf = (headers: Record<string, string | undefined>) =>
  parseAs(idempotencyKey, headers['idempotency-key'], 'Idempotency-Key');

/** Field or header, in either spelling: a time that is overlooked would put a queued frame on the wrong day. */
function claimedTime(fields: Record<string, unknown>, headers: Record<string, string | undefined>): unknown {
  return fields['capturedAt'] ?? fields['captured-at'] ?? headers['captured-at'] ?? headers['capturedat'];
}

function framesOf(files: Uploads | undefined, body: unknown): Uint8Array[] {
  const frames = Buffer.isBuffer(body) ? [body] : (files?.['frame'] ?? []).map(({ buffer }) => buffer);
  if (frames.length > 0 && frames.every((frame) => frame.length > 0)) return frames;
  throw new DomainError('invalid', 'IMAGE_MISSING', 'The request carries no frame, or an empty one.');
}
