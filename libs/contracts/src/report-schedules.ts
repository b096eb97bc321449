import { z } from 'zod';
import { payrollPreset, reportFormat, reportKind, reportLanguage, reportPaper } from './reports.js';
import { id, instant } from './wire.js';

const MOST_RECIPIENTS = 20;

const fields = {
  kind: reportKind,
  format: reportFormat,
  every: z
    .enum(['week', 'month'])
    .describe('week: of the week before, Monday to Sunday. month: of the month before.'),
  weekday: z.int().min(1).max(7).nullable().describe('With `week`, ISO 8601: 1 is Monday.'),
  dayOfMonth: z.int().min(1).max(31).nullable().describe('With `month`. A shorter month: its last day.'),
  hour: z.int().min(0).max(23).describe('On the clock of the site; of the first one where none is named.'),
  siteId: id.nullable(),
  departmentId: id.nullable(),
  recipients: z.array(z.email()).min(1).max(MOST_RECIPIENTS),
  lang: reportLanguage,
  paper: reportPaper,
  preset: payrollPreset.nullable(),
};

/** Why the last mail of a schedule has not come. */
export const mailFailure = z.object({
  code: z.string(),
  detail: z.string(),
  at: instant,
  nextAttemptAt: instant.nullable().describe('null where it is not tried any more by itself.'),
});
export type MailFailure = z.infer<typeof mailFailure>;

/** A report that is mailed again and again. */
export const reportSchedule = z
  .object({
    id,
    ...fields,
    createdAt: instant,
    nextAt: instant.describe('When it is mailed next.'),
    lastSentAt: instant.nullable(),
    lastFailure: mailFailure.nullable().describe('Of the last mail, where it has not been sent.'),
  })
  .meta({ id: 'ReportSchedule' });
export type ReportSchedule = z.infer<typeof reportSchedule>;

export const reportScheduleCreate = z
  .object({
    ...fields,
    weekday: fields.weekday.default(null),
    dayOfMonth: fields.dayOfMonth.default(null),
    siteId: fields.siteId.default(null),
    departmentId: fields.departmentId.default(null),
    lang: fields.lang.default('en'),
    paper: fields.paper.default('a4'),
    preset: fields.preset.default(null),
  })
  .refine(({ every, weekday }) => every !== 'week' || weekday !== null, {
    error: 'is needed with `week`',
    path: ['weekday'],
  })
  .refine(({ every, dayOfMonth }) => every !== 'month' || dayOfMonth !== null, {
    error: 'is needed with `month`',
    path: ['dayOfMonth'],
  })
  .meta({ id: 'ReportScheduleCreate' });
export type ReportScheduleCreate = z.infer<typeof reportScheduleCreate>;
export const reportSchedulePage = z
  .object({
    items: z.array(reportSchedule),
    nextCursor: z.string().nullable(),
    mailIsSetUp: z.boolean().describe('Whether there is a mail server; without one nothing is mailed.'),
  })
  .meta({ id: 'ReportSchedulePage' });
export type ReportSchedulePage = z.infer<typeof reportSchedulePage>;
