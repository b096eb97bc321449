import { clockSkew } from '../devices/device-clock.js';
import { isAhead } from '../platform/clock/ahead.js';
import { DomainError } from '../platform/domain-error.js';

/** A frame that took longer than this to arrive was queued. */
const LATE_AFTER_MS = 60_000;

/** When a frame was captured and when it came. */
export interface CaptureMoment {
  readonly capturedAt: Date;
  readonly receivedAt: Date;
  readonly late: boolean;
  /** By how much the kiosk's clock ran ahead; `capturedAt` is put right by it. 0 where it was right, or said nothing. */
  readonly clockSkewSeconds: number;
}

/** One moment at a kiosk: one to five frames, when they were taken and the key that makes sending them twice safe. */
export interface CheckInRequest {
  readonly frames: readonly Uint8Array[];
  readonly moment: CaptureMoment;
  readonly idempotencyKey: string | undefined;
  /** For the case that the face alone leaves it open. */
  readonly pin: string | undefined;
}

/**
 * When a frame was captured. A kiosk that says what its clock shows is put right; one that does not is believed.
 *
 * @param shown what the kiosk's clock showed when it sent this
 * @throws DomainError CAPTURED_AT_IN_FUTURE when that lies more than five minutes ahead
 */
export function captureMoment(claimed: string | undefined, now: Date, shown?: string): CaptureMoment {
  const clockSkewSeconds = shown === undefined ? 0 : clockSkew(new Date(shown), now);
  if (claimed === undefined) return { capturedAt: now, receivedAt: now, late: false, clockSkewSeconds: 0 };
  const capturedAt = new Date(Date.parse(claimed) - clockSkewSeconds * 1000);
  const age = now.getTime() - capturedAt.getTime();
  if (isAhead(capturedAt, now)) {
    const detail = 'The time of capture lies more than five minutes ahead. Set the clock of this kiosk.';
    throw new DomainError('rule', 'CAPTURED_AT_IN_FUTURE', detail);
  }
  return { capturedAt, receivedAt: now, late: age > LATE_AFTER_MS, clockSkewSeconds };
}
