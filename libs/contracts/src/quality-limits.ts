import { z } from 'zod';
import { changesOf } from './wire.js';

const within = (max: number, error: string) => z.number({ error }).min(0, { error }).max(max, { error });
const share = () => within(1, 'must be from 0 to 1');
const degrees = () => within(90, 'must be degrees from 0 to 90');

/** What a face has to reach, in the order in which people read it. */
export const qualityLimits = z
  .object({
    minFaceSize: within(1000, 'must be pixels from 0 to 1000').describe(
      'Pixels between the eyes, with the foreshortening of a turned head undone; less is `TOO_SMALL`.',
    ),
    minSharpness: share().describe('0 to 1; less is `BLURRED`.'),
    minBrightness: share().describe('0 to 1; less is `TOO_DARK`.'),
    maxBrightness: share().describe('0 to 1; more is `TOO_BRIGHT`.'),
    minContrast: share().describe('0 to 1; less is `LOW_CONTRAST`.'),
    maxYaw: degrees().describe('Degrees to either side; more is `TURNED_AWAY`.'),
    maxPitch: degrees().describe('Degrees up or down; more is `LOOKING_UP_OR_DOWN`.'),
    maxRoll: degrees().describe('Degrees to either side; more is `TILTED`.'),
    maxOutside: share().describe('Share of the box outside the picture; more is `CUT_OFF`.'),
    maxCrowding: share().describe(
      'How near and how large another face may be, 0 to 1; more is `CROWDED`. 1 lets everybody stand anywhere.',
    ),
  })
  .meta({ id: 'QualityLimits' });
export type QualityLimits = z.infer<typeof qualityLimits>;
export type QualityLimit = keyof QualityLimits;
export const QUALITY_LIMITS = Object.keys(qualityLimits.shape) as readonly QualityLimit[];

const { shape } = qualityLimits;
const orDefault = changesOf(
  {
    minFaceSize: shape.minFaceSize.nullable(),
    minSharpness: shape.minSharpness.nullable(),
    minBrightness: shape.minBrightness.nullable(),
    maxBrightness: shape.maxBrightness.nullable(),
    minContrast: shape.minContrast.nullable(),
    maxYaw: shape.maxYaw.nullable(),
    maxPitch: shape.maxPitch.nullable(),
    maxRoll: shape.maxRoll.nullable(),
    maxOutside: shape.maxOutside.nullable(),
    maxCrowding: shape.maxCrowding.nullable(),
  },
  {},
).meta({ id: 'QualityLimitsUpdate', description: 'null: back to the measured default.' });
export type QualityLimitsUpdate = z.infer<typeof orDefault>;

/** At kiosks and for photos: what holds, and what would hold where nobody decided anything. */
export const qualitySettings = z.object({
  checkIn: qualityLimits,
  enrollment: qualityLimits,
  checkInDefaults: qualityLimits,
  enrollmentDefaults: qualityLimits,
});
export type QualitySettings = z.infer<typeof qualitySettings>;
export const qualitySettingsUpdate = changesOf(
  { checkIn: orDefault, enrollment: orDefault },
  qualitySettings.shape,
);
export type QualitySettingsUpdate = z.infer<typeof qualitySettingsUpdate>;
