import { z } from 'zod';
import { id, instant, workedInstant, pageOf, pageQuery, storable, text } from './wire.js';

export const personStatus = z.enum(['active', 'inactive']).describe('Inactive people are never matched.');
export type PersonStatus = z.infer<typeof personStatus>;

export const consent = z
  .object({ documentVersion: z.string(), givenAt: instant, withdrawnAt: instant.nullable() })
  .meta({ id: 'Consent' });
export type Consent = z.infer<typeof consent>;
export const consentGiven = z
  .object({ documentVersion: text(60), givenAt: workedInstant })
  .meta({ id: 'ConsentGiven' });
export type ConsentGiven = z.infer<typeof consentGiven>;

export const person = z
  .object({
    id,
    employeeNo: z.string(),
    name: z.string(),
    email: z.string().nullable(),
    departmentId: id.nullable(),
    siteId: id.nullable(),
    shiftId: id.nullable(),
    status: personStatus,
    consent: consent.nullable(),
    enrolled: z.boolean().describe('True when at least one face is enrolled.'),
    hasPin: z.boolean().describe('True when a PIN is set; the PIN itself is never shown.'),
    createdAt: instant,
    updatedAt: instant,
  })
  .meta({ id: 'Person' });
export type Person = z.infer<typeof person>;

const fields = {
  employeeNo: text(64),
  name: text(200),
  email: z.email().max(254).nullish(),
  departmentId: id.nullish(),
  siteId: id.nullish(),
  shiftId: id.nullish().describe('The shift where no assignment says otherwise.'),
};
export const personCreate = z.object(fields).meta({ id: 'PersonCreate' });
export type PersonCreate = z.infer<typeof personCreate>;
export const personUpdate = z
  .object({ ...fields, status: personStatus })
  .partial()
  .meta({ id: 'PersonUpdate' });
export type PersonUpdate = z.infer<typeof personUpdate>;

/** What people type at a kiosk. */
export const pin = z
  .string()
  .regex(/^[0-9]{6,12}$/, { error: 'must be 6 to 12 digits' })
  .describe('6 to 12 digits.');
export const pinChange = z.object({ pin }).meta({ id: 'PinChange' });
export type PinChange = z.infer<typeof pinChange>;

export const personQuery = pageQuery.extend({
  search: storable(z.string().trim().max(200))
    .optional()
    .describe('Part of a name, an employee number or an address.'),
  departmentId: id.optional(),
  siteId: id.optional(),
  status: personStatus.optional(),
  sort: z.enum(['newest', 'name']).default('newest').describe('name: by the name, capitals or not.'),
  // By name it carries a name, and that may be long.
  cursor: z.string().max(2000).optional().describe('The nextCursor of the page before.'),
});
export type PersonQuery = z.infer<typeof personQuery>;
export const personPage = pageOf(person, 'PersonPage');

export const erasureReceipt = z
  .object({
    id,
    personId: id,
    erasedAt: instant,
    templates: z.int(),
    photos: z.int(),
    frames: z.int(),
    portraits: z.int(),
  })
  .meta({
    id: 'ErasureReceipt',
    description: 'What was destroyed when a person was erased; it names nobody.',
  });
export type ErasureReceipt = z.infer<typeof erasureReceipt>;
