import { z } from 'zod';
import { instant, momentOrDate, pageOf, pageQuery, storable } from './wire.js';

export const auditEntry = z
  .object({
    id: z.int(),
    at: instant,
    actor: z.string().describe('user:<id>, token:<id>, device:<id> or system'),
    action: z.string().describe('For example person.erase or face.photo.view'),
    subject: z.string().nullable().describe('What it was done to, for example person:<id>'),
    details: z.record(z.string(), z.unknown()),
    hash: z.string(),
  })
  .meta({ id: 'AuditEntry' });
export type AuditEntry = z.infer<typeof auditEntry>;
export const auditPage = pageOf(auditEntry, 'AuditPage');
export const auditQuery = pageQuery.extend({
  cursor: z
    .string()
    .regex(/^\d{1,9}$/, { error: 'is not one that this list answered' })
    .optional(),
  actor: storable(z.string().max(100)).optional(),
  action: storable(z.string().max(100)).optional(),
  from: momentOrDate.optional(),
  to: momentOrDate.optional(),
});
export type AuditQuery = z.infer<typeof auditQuery>;
export const auditVerification = z
  .object({
    intact: z.boolean(),
    entries: z.int(),
    brokenAt: z.int().optional().describe('First entry that fails.'),
  })
  .meta({ id: 'AuditVerification' });
export type AuditVerification = z.infer<typeof auditVerification>;
