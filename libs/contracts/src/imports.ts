import { z } from 'zod';
import { id, pageOf, pageQuery } from './wire.js';

/** What became of one line of an import, or of one of its photos. */
export const importOutcome = z.enum(['waiting', 'taken', 'unchanged', 'refused']);
export type ImportOutcome = z.infer<typeof importOutcome>;

export const importedPhoto = z.object({
  name: z.string().describe('File name in the archive.'),
  outcome: importOutcome,
  code: z.string().optional().describe('With refused: as the API refuses a single photo, e.g. NO_FACE.'),
  detail: z.string().optional().describe('With refused: why, and what to do.'),
});
export type ImportedPhoto = z.infer<typeof importedPhoto>;

export const importRow = z
  .object({
    line: z.int().describe('In the csv; the header is line 1.'),
    employeeNo: z.string().nullable(),
    name: z.string().nullable(),
    personId: id.nullable(),
    outcome: importOutcome.describe('`unchanged`: the person was there already and stays as they are.'),
    code: z.string().optional(),
    detail: z.string().optional(),
    photos: z.array(importedPhoto),
  })
  .meta({ id: 'ImportRow' });
export type ImportRow = z.infer<typeof importRow>;
export const importRowPage = pageOf(importRow, 'ImportRowPage');
export const importRowQuery = pageQuery.extend({ outcome: z.enum(['refused', 'all']).default('all') });
export type ImportRowQuery = z.infer<typeof importRowQuery>;
export const importRowParams = z.object({ jobId: id });
export type ImportRowParams = z.infer<typeof importRowParams>;

/** The result of a job `people.import`. */
export const importResult = z
  .object({
    rows: z.int(),
    created: z.int(),
    updated: z.int().describe('People who were there already and got a consent or a photo.'),
    unchanged: z.int(),
    refused: z.int(),
    photos: z.int(),
    photosTaken: z.int(),
    photosUnchanged: z.int().describe('Photos that their person has already, byte by byte.'),
    photosRefused: z.int(),
    unusedFiles: z
      .array(z.string())
      .describe('Files of the archive that belong to no line; at most 100 are named.'),
  })
  .meta({ id: 'ImportResult' });
export type ImportResult = z.infer<typeof importResult>;
