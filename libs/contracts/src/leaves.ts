import { z } from 'zod';
import { clockTime, id, instant, localDate, pageOf, pageQuery, text } from './wire.js';

/** What somebody asked for, and what another person said to it. */
export const requestStatus = z.enum(['requested', 'approved', 'refused']);
export type RequestStatus = z.infer<typeof requestStatus>;

export const leaveKind = z.enum(['full', 'morning', 'afternoon', 'hours']);
export type LeaveKind = z.infer<typeof leaveKind>;

const fields = {
  personId: id,
  from: localDate,
  to: localDate.describe('The last day.'),
  kind: leaveKind,
  start: clockTime.nullable().describe('With `hours`.'),
  end: clockTime.nullable().describe('With `hours`; not after `start`: on the next day.'),
  type: text(60).describe('What it is called, such as vacation or sick leave.'),
  reason: text(500).nullable(),
};

export const leave = z
  .object({
    id,
    ...fields,
    status: requestStatus,
    requestedBy: z.string(),
    decidedBy: z.string().nullable(),
    note: z.string().nullable(),
    createdAt: instant,
    decidedAt: instant.nullable(),
  })
  .meta({ id: 'Leave' });
export type Leave = z.infer<typeof leave>;
export const leaveCreate = z
  .object({
    ...fields,
    to: fields.to.optional().describe('Default: the one day.'),
    kind: leaveKind.default('full'),
    start: fields.start.optional(),
    end: fields.end.optional(),
    type: fields.type.default('leave'),
    reason: fields.reason.optional(),
  })
  .refine(({ from, to }) => !to || to >= from, { error: 'must not be before `from`', path: ['to'] })
  .refine(({ kind, start, end }) => kind !== 'hours' || (start && end), {
    error: 'hours need a start and an end',
    path: ['start'],
  })
  .meta({ id: 'LeaveCreate' });
export type LeaveCreate = z.infer<typeof leaveCreate>;

/** What is said to a request. */
export const decide = z
  .object({ status: z.enum(['approved', 'refused']), note: text(500).optional() })
  .meta({ id: 'Decide' });
export type Decide = z.infer<typeof decide>;

export const requestQuery = pageQuery.extend({
  personId: id.optional(),
  status: requestStatus.optional(),
  from: localDate.optional(),
  to: localDate.optional(),
});
export type RequestQuery = z.infer<typeof requestQuery>;
export const leavePage = pageOf(leave, 'LeavePage');
