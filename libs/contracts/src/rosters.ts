import { z } from 'zod';
import { id, instant, localDate, pageOf, pageQuery, text, weekdays } from './wire.js';

/** Shifts that take turns. */
export const rotation = z
  .object({
    unit: z.enum(['day', 'week']).describe('How long each one lasts.'),
    shiftIds: z
      .array(id.nullable())
      .min(1)
      .max(60)
      .describe('In their order; null is free. The first begins with `from`.'),
  })
  .meta({ id: 'Rotation' });
export type Rotation = z.infer<typeof rotation>;

const valid = {
  shiftId: id,
  from: localDate,
  to: localDate.nullable().describe('The last day; null: until another one follows.'),
  weekdays,
  rotation: rotation.nullable().describe('Instead of the one shift: several that take turns.'),
};

export const shiftAssignment = z
  .object({
    id,
    personId: id.nullable(),
    departmentId: id.nullable(),
    ...valid,
    weekdays: z.array(z.int()),
    createdAt: instant,
  })
  .meta({ id: 'ShiftAssignment' });
export type ShiftAssignment = z.infer<typeof shiftAssignment>;
export const shiftAssignmentCreate = z
  .object({
    personId: id.nullish(),
    departmentId: id.nullish(),
    ...valid,
    to: valid.to.optional(),
    weekdays: weekdays.default([1, 2, 3, 4, 5]),
    rotation: valid.rotation.optional(),
  })
  .refine(({ personId, departmentId }) => !personId !== !departmentId, {
    error: 'either a person or a department',
    path: ['personId'],
  })
  .refine(({ from, to }) => !to || to >= from, { error: 'must not be before `from`', path: ['to'] })
  .meta({ id: 'ShiftAssignmentCreate' });
export type ShiftAssignmentCreate = z.infer<typeof shiftAssignmentCreate>;
export const shiftAssignmentUpdate = z
  .object({ to: localDate.nullable() })
  .meta({ id: 'ShiftAssignmentUpdate', description: 'Ends an assignment; days before stay as they are.' });
export type ShiftAssignmentUpdate = z.infer<typeof shiftAssignmentUpdate>;
export const shiftAssignmentQuery = pageQuery.extend({
  personId: id.optional(),
  departmentId: id.optional(),
  shiftId: id.optional(),
});
export type ShiftAssignmentQuery = z.infer<typeof shiftAssignmentQuery>;
export const shiftAssignmentPage = pageOf(shiftAssignment, 'ShiftAssignmentPage');

export const holiday = z
  .object({
    id,
    siteId: id.nullable().describe('Null: at every site.'),
    date: localDate,
    name: z.string(),
    createdAt: instant,
  })
  .meta({ id: 'Holiday' });
export type Holiday = z.infer<typeof holiday>;
export const holidayCreate = z
  .object({ siteId: id.nullish(), date: localDate, name: text(120) })
  .meta({ id: 'HolidayCreate' });
export type HolidayCreate = z.infer<typeof holidayCreate>;
export const holidayQuery = pageQuery.extend({
  siteId: id.optional(),
  from: localDate.optional(),
  to: localDate.optional(),
});
export type HolidayQuery = z.infer<typeof holidayQuery>;
export const holidayPage = pageOf(holiday, 'HolidayPage');
