import { z } from 'zod';
import { reportFormat, reportKind } from './reports.js';
import { id, instant, localDate, pageOf, pageQuery } from './wire.js';

/** Every kind of background work. The server refuses to start where one of them has no handler. */
export const JOB_KINDS = [
  'people.import',
  'templates.rotate-key',
  'models.prepare',
  'gallery.index',
  'badges.render',
  'reports.make',
  'reports.mail',
  'badges.instant',
] as const;
export const jobKind = z.enum(JOB_KINDS);
export type JobKind = z.infer<typeof jobKind>;

export const JOB_STATES = ['waiting', 'active', 'completed', 'failed', 'cancelled'] as const;
export const jobState = z.enum(JOB_STATES).describe('`failed` is final: every attempt was used up.');
export type JobState = z.infer<typeof jobState>;

/** What a job tells while it runs, and what came of it. */
export const job = z
  .object({
    id,
    kind: jobKind,
    state: jobState,
    about: z
      .object({
        file: z.string(),
        rows: z.int().optional().describe('With people.import: people in the list.'),
        report: z
          .object({ kind: reportKind, format: reportFormat, from: localDate, to: localDate })
          .optional()
          .describe('With reports.make.'),
      })
      .optional()
      .describe('With people.import and reports.make: which list or report it is.'),
    progress: z.number().min(0).max(100),
    step: z.int().optional(),
    steps: z.int().optional(),
    loss: z.number().optional(),
    previewUrl: z.string().optional(),
    result: z
      .record(z.string(), z.unknown())
      .optional()
      .describe('Once completed: its shape goes by the kind.'),
    error: z
      .object({ code: z.string(), detail: z.string() })
      .optional()
      .describe('Why the last attempt failed, and what to do.'),
    attempts: z.int().describe('How often it was started.'),
    maxAttempts: z.int(),
    cancelRequested: z.boolean(),
    createdAt: instant,
    startedAt: instant.nullable(),
    finishedAt: instant.nullable(),
    nextAttemptAt: instant.nullable().describe('While it waits for another attempt.'),
  })
  .meta({ id: 'Job' });
export type Job = z.infer<typeof job>;
export const jobPage = pageOf(job, 'JobPage');

export const jobQuery = pageQuery.extend({ state: jobState.optional(), kind: jobKind.optional() });
export type JobQuery = z.infer<typeof jobQuery>;

export const jobAccepted = z.object({ jobId: id }).meta({ id: 'JobAccepted' });
export type JobAccepted = z.infer<typeof jobAccepted>;
