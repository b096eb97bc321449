import { z } from 'zod';

/** Every error of the API: RFC 9457 problem details with a stable `code`. */
export const problem = z
  .object({
    type: z.string().describe('An address that names the kind of problem.'),
    title: z.string().describe('The kind of problem in words.'),
    status: z.int().min(400).max(599),
    code: z
      .string()
      .regex(/^[A-Z][A-Z0-9_]*$/)
      .describe('A stable word for programs.'),
    detail: z.string().describe('What went wrong here and what to do.'),
    errors: z
      .array(z.object({ path: z.string(), message: z.string() }))
      .optional()
      .describe('One entry per field that was refused.'),
    reasons: z.array(z.string()).optional().describe('With LOW_QUALITY: why the face was refused.'),
    personId: z.uuid().optional().describe('With DUPLICATE_FACE: whom the face belongs to already.'),
  })
  .meta({ id: 'Problem' });
export type Problem = z.infer<typeof problem>;
