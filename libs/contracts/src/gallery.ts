import { z } from 'zod';
import { id } from './wire.js';

/** How the gallery is searched at the moment, and whether what it is searched by is whole. */
export const galleryStatus = z
  .object({
    modelId: z.string(),
    people: z.int(),
    templates: z.int().describe('In the database, of the model and key that serve.'),
    searchedBy: z
      .enum(['memory', 'index', 'scan'])
      .describe('In-process sketch, HNSW index with an exact second question, or exact scan.'),
    memory: z.object({
      state: z.enum(['filling', 'ready', 'off', 'broken']),
      templates: z.int(),
      bytes: z.int(),
      version: z.int().describe('Of the gallery that it has followed to.'),
      galleryVersion: z.int(),
    }),
    index: z.object({
      state: z.enum(['not-needed', 'missing', 'building', 'ready', 'invalid']),
      name: z.string().nullable(),
      bytes: z.int(),
      rows: z.int().nullable().describe('Rows that the index holds, as the database last counted them.'),
      neededFrom: z.int().describe('Templates from which one is kept.'),
    }),
    faults: z.array(z.string()).describe('What is wrong in words; empty when all is well.'),
  })
  .meta({ id: 'GalleryStatus' });
export type GalleryStatus = z.infer<typeof galleryStatus>;

/** One model pack as this installation has it. */
export const modelState = z
  .object({
    pack: z.string(),
    title: z.string(),
    modelId: z.string(),
    licence: z.string(),
    commercialUse: z.boolean(),
    dimension: z.int(),
    measurement: z.string().describe('See `PackInfo`; empty where it cannot be used.'),
    mostPeople: z.int().nullable().describe('See `PackInfo`.'),
    state: z.enum(['active', 'prepared', 'preparing', 'partly', 'installed', 'unusable']),
    templates: z.int(),
    facesWithout: z.int().describe('Enrolled faces without a template of this model.'),
    jobId: id.nullable().describe('The last job that prepared it.'),
    fault: z.string().nullable().describe('With unusable: why.'),
  })
  .meta({ id: 'ModelState' });
export type ModelState = z.infer<typeof modelState>;
export const modelList = z
  .object({
    items: z.array(modelState),
    previous: z.string().nullable().describe('The pack that a rollback returns to.'),
  })
  .meta({ id: 'ModelList' });
export type ModelList = z.infer<typeof modelList>;

const somebody = z.object({ personId: id, name: z.string(), employeeNo: z.string() });

/** The result of a job `models.prepare`: how decisions under the new model differ from those under the present one. */
export const agreementReport = z
  .object({
    from: z.string().describe('modelId'),
    to: z.string().describe('modelId'),
    faces: z.int(),
    reembedded: z.int(),
    failed: z
      .array(somebody.extend({ faceId: id, reason: z.string() }))
      .describe('Photos that the new pack cannot use.'),
    unreachable: z.array(somebody).describe('People who would have no template at all.'),
    probes: z.int().describe('Templates of people with two or more, each asked against all the others.'),
    agreeing: z.int().describe('Probes with the same decision under both models.'),
    changed: z
      .array(somebody.extend({ before: z.string(), after: z.string() }))
      .describe('Whose decision changes.'),
    underThreshold: z.array(somebody.extend({ similarity: z.number(), threshold: z.number() })),
    newlyAlike: z
      .array(z.object({ a: somebody, b: somebody, similarity: z.number() }))
      .describe('Pairs of people whom the new model takes for one.'),
    fromThreshold: z.number(),
    toThreshold: z.number(),
  })
  .meta({ id: 'AgreementReport' });
export type AgreementReport = z.infer<typeof agreementReport>;

export const packParam = z.object({
  pack: z
    .string()
    .regex(/^\w[\w.-]*$/)
    .max(80),
});
export type PackParam = z.infer<typeof packParam>;

/** The result of a job `templates.rotate-key`. */
export const rotationResult = z
  .object({ fromKey: z.string(), toKey: z.string(), templates: z.int() })
  .meta({ id: 'RotationResult' });
export type RotationResult = z.infer<typeof rotationResult>;
