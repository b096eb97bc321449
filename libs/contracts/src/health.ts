import { z } from 'zod';

export const liveness = z.object({ status: z.literal('ok') }).meta({ id: 'Live' });
const part = z.object({ ok: z.boolean(), detail: z.string().optional() });
export const readiness = z
  .object({ status: z.enum(['ok', 'unavailable']), checks: z.record(z.string(), part) })
  .meta({ id: 'Ready' });
export type Readiness = z.infer<typeof readiness>;
