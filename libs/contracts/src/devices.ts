import { z } from 'zod';
import { id, instant, pageOf, text } from './wire.js';

export const direction = z.enum(['in', 'out']);
export type Direction = z.infer<typeof direction>;
export const deviceDirection = z
  .enum(['in', 'out', 'auto'])
  .describe('auto: every punch takes the other direction than the one before.');
export type DeviceDirection = z.infer<typeof deviceDirection>;

const liveness = z
  .boolean()
  .describe('Whether faces before it have to be alive; null: as the recognition settings say.');
const livenessThreshold = z
  .number()
  .min(0, { error: 'must be from 0 to 1' })
  .max(1, { error: 'must be from 0 to 1' })
  .describe('Least score of a living face, 0 to 1; null: as the recognition settings say.');

export const device = z
  .object({
    id,
    name: z.string(),
    siteId: id,
    direction: deviceDirection,
    showScores: z.boolean(),
    liveness: liveness.nullable(),
    livenessThreshold: livenessThreshold.nullable(),
    lastSeenAt: instant.nullable(),
    clockSkewSeconds: z
      .int()
      .nullable()
      .describe('By how much its clock runs ahead, by its X-Device-Time; null where it sends none.'),
    online: z.boolean().describe('Seen within the last two minutes.'),
    createdAt: instant,
  })
  .meta({ id: 'Device' });
export type Device = z.infer<typeof device>;

export const deviceCreate = z
  .object({
    name: text(120),
    siteId: id.optional().describe('Default: the first site.'),
    direction: deviceDirection.default('auto'),
    showScores: z
      .boolean()
      .default(false)
      .describe('Answer similarity, threshold, margin, liveness and quality to this kiosk.'),
    liveness: liveness.nullable().default(null),
    livenessThreshold: livenessThreshold.nullable().default(null),
  })
  .meta({ id: 'DeviceCreate' });
export type DeviceCreate = z.infer<typeof deviceCreate>;
export const deviceUpdate = z
  .object({
    name: text(120),
    siteId: id,
    direction: deviceDirection,
    showScores: z.boolean(),
    liveness: liveness.nullable(),
    livenessThreshold: livenessThreshold.nullable(),
  })
  .partial()
  .meta({ id: 'DeviceUpdate' });
export type DeviceUpdate = z.infer<typeof deviceUpdate>;
export const deviceWithKey = device
  .extend({ deviceKey: z.string().describe('For the X-Device-Key header. Shown once.') })
  .meta({ id: 'DeviceWithKey' });
export type DeviceWithKey = z.infer<typeof deviceWithKey>;
export const devicePage = pageOf(device, 'DevicePage');

export const deviceSelf = z
  .object({
    id,
    name: z.string(),
    direction: deviceDirection,
    showScores: z.boolean(),
    site: z.object({ id, name: z.string(), timeZone: z.string() }),
    serverTime: instant,
  })
  .meta({ id: 'DeviceSelf', description: 'What a kiosk learns about itself; asking counts as a heartbeat.' });
export type DeviceSelf = z.infer<typeof deviceSelf>;
