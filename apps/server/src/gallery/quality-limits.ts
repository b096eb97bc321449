import {
  QUALITY_LIMITS,
  type QualityLimit,
  type QualityLimits,
  type QualityLimitsUpdate,
  type QualitySettings,
  type QualitySettingsUpdate,
} from '@rollcall/contracts';
import { CHECK_IN_LIMITS, ENROLLMENT_LIMITS } from '@rollcall/vision';
import { DomainError } from '../platform/domain-error.js';

/** Where pictures are judged. */
type Place = 'checkIn' | 'enrollment';
const DEFAULTS: Readonly<Record<Place, QualityLimits>> = {
  checkIn: CHECK_IN_LIMITS,
  enrollment: ENROLLMENT_LIMITS,
};

/** The limits that somebody chose; the others are the measured ones, and follow them. */
export type ChosenLimits = Partial<Record<Place, Partial<QualityLimits>>>;

/** What holds, and what would hold without any choice. */
export const limitsInForce = (chosen: ChosenLimits | null): QualitySettings => ({
  checkIn: inForce(chosen, 'checkIn'),
  enrollment: inForce(chosen, 'enrollment'),
  checkInDefaults: DEFAULTS.checkIn,
  enrollmentDefaults: DEFAULTS.enrollment,
});

/** @throws DomainError QUALITY_LIMITS_CROSSED where no face could ever be neither too dark nor too bright */
export function chooseLimits(chosen: ChosenLimits | null, update: QualitySettingsUpdate): ChosenLimits {
  const next = {
    checkIn: choose(chosen?.checkIn, update.checkIn),
    enrollment: choose(chosen?.enrollment, update.enrollment),
  };
  for (const place of ['checkIn', 'enrollment'] as const)
    refuseCrossed(place, inForce(next, place), update[place]);
  return next;
}

const inForce = (chosen: ChosenLimits | null, place: Place): QualityLimits => ({
  ...DEFAULTS[place],
  ...chosen?.[place],
});

function choose(chosen: Partial<QualityLimits> = {}, update: QualityLimitsUpdate = {}) {
  const next: Partial<Record<QualityLimit, number>> = {};
  for (const limit of QUALITY_LIMITS) {
    const value = update[limit] === undefined ? chosen[limit] : update[limit];
    if (value !== undefined && value !== null) next[limit] = value;
  }
  return next;
}

/** @param sent what was asked for: the fault is named there */
function refuseCrossed(
  place: Place,
  { minBrightness, maxBrightness }: QualityLimits,
  sent: QualityLimitsUpdate = {},
): void {
  if (minBrightness < maxBrightness) return;
  const detail = `The least brightness, ${minBrightness}, has to be less than the most, ${maxBrightness}: no picture would pass.`;
  const [field, message] =
    sent.minBrightness === undefined && sent.maxBrightness !== undefined
      ? ['maxBrightness', `must be more than ${minBrightness}, the least brightness`]
      : ['minBrightness', `must be less than ${maxBrightness}, the most brightness`];
  throw new DomainError('rule', 'QUALITY_LIMITS_CROSSED', detail, {
    errors: [{ path: `quality.${place}.${field}`, message }],
  });
}
