import { z } from 'zod';

/**
 * A file of a pack and its checksum, which is verified before the file is used. Every object of this shape, however
 * deep it lies in a manifest, is found and verified by `loadPack`.
 *
 * `file` is a path inside the pack's folder, or `npm:<package>/<path>` for a file that ships in an installed package.
 */
export const packFileSchema = z.object({
  file: z.string().min(1),
  sha256: z.string().regex(/^[0-9a-f]{64}$/, 'must be 64 lower-case hex digits'),
});
export type PackFile = z.infer<typeof packFileSchema>;

/** SCRFD (Guo et al., arXiv:2105.04714): pixels enter as (x - mean) / std, RGB; each size is a square canvas. */
export const scrfdStageSchema = packFileSchema.extend({
  kind: z.literal('scrfd'),
  inputSizes: z.array(z.int().positive().multipleOf(32)).min(1).default([640, 320]),
  mean: z.number().default(127.5),
  std: z.number().positive().default(128),
});

/** YuNet (Wu et al., Machine Intelligence Research 2023) of OpenCV's model zoo: BGR, 0 to 255; sizes as for SCRFD. */
export const yunetStageSchema = packFileSchema.extend({
  kind: z.literal('yunet'),
  inputSizes: z.array(z.int().positive().multipleOf(32)).min(1).default([640, 320]),
  scoreThreshold: z.number().min(0).max(1).default(0.6),
});

/** In which order a network takes the three colours of a pixel. */
export const channelOrderSchema = z.enum(['rgb', 'bgr']);

/**
 * ArcFace (Deng et al., arXiv:1801.07698) and what is fed like it (SFace, MobileFaceNet): 112x112 on the ArcFace
 * template; (x - mean) / std happens outside unless the graph holds it.
 */
export const arcfaceStageSchema = packFileSchema.extend({
  kind: z.literal('arcface'),
  dimension: z.int().positive(),
  inputSize: z.literal(112).default(112),
  channelOrder: channelOrderSchema.default('rgb'),
  normalizationInGraph: z.boolean().default(false),
  mean: z.number().default(127.5),
  std: z.number().positive().default(127.5),
});

/** A network as face-api.js ships it: a TensorFlow.js weights file and its index (`*-weights_manifest.json`). */
const networkFilesSchema = packFileSchema.extend({ index: packFileSchema });

/** SSD MobileNetV1 and the 68-point network of face-api.js; `inputSizes` are the longer side of each look, in pixels. */
export const ssdMobilenetStageSchema = networkFilesSchema.extend({
  kind: z.literal('ssd-mobilenet'),
  inputSizes: z.array(z.int().positive().multipleOf(32)).min(1).default([512, 256]),
  scoreThreshold: z.number().min(0).max(1).default(0.6),
  landmarks: networkFilesSchema,
});

/** dlib's face ResNet as face-api.js ships it; `file` is the space its output is brought into (`face-space.ts`). */
export const faceResnetStageSchema = packFileSchema.extend({
  kind: z.literal('face-resnet'),
  dimension: z.literal(128).default(128),
  weights: networkFilesSchema,
});

/** MiniFASNet (Silent-Face-Anti-Spoofing): one net of an ensemble; the box is scaled by `cropScale` before the crop. */
export const minifasnetStageSchema = packFileSchema.extend({
  kind: z.literal('minifasnet'),
  cropScale: z.number().positive(),
  inputSize: z.int().positive(),
});

/** How InsightFace's attribute networks are fed: the box, 1.5 times as large, RGB; (x - mean) / std happens outside. */
const attributeFields = { mean: z.number().default(0), std: z.number().positive().default(1) };

/** 106 landmarks (`2d106det`): output [n, 212], x and y in turn, -1 to 1 over the crop. */
export const landmarks106StageSchema = packFileSchema.extend({
  kind: z.literal('landmarks-106'),
  inputSize: z.int().positive().default(192),
  ...attributeFields,
});

/** 68 landmarks in space (`1k3d68`): output [n, 3309], the last 68 of 1103 points count; gives the head's pose, too. */
export const landmarks3d68StageSchema = packFileSchema.extend({
  kind: z.literal('landmarks-3d-68'),
  inputSize: z.int().positive().default(192),
  ...attributeFields,
});

/** Gender and age (`genderage`): output [n, 3], scores of female and male, age in hundreds of years. */
export const genderAgeStageSchema = packFileSchema.extend({
  kind: z.literal('gender-age'),
  inputSize: z.int().positive().default(96),
  ...attributeFields,
});

/**
 * Extension point: a new kind of stage adds its schema to one of these unions and its opener to the table in
 * `stages.ts`; the compiler asks for the second once the first is there. A recogniser carries `sha256` and `dimension`.
 */
export const detectorStageSchema = z.discriminatedUnion('kind', [
  scrfdStageSchema,
  ssdMobilenetStageSchema,
  yunetStageSchema,
]);
export const recognizerStageSchema = z.discriminatedUnion('kind', [
  arcfaceStageSchema,
  faceResnetStageSchema,
]);
export const livenessStageSchema = z.discriminatedUnion('kind', [minifasnetStageSchema]);
export const attributeStageSchema = z.discriminatedUnion('kind', [
  landmarks106StageSchema,
  landmarks3d68StageSchema,
  genderAgeStageSchema,
]);

/** Lower-case word by which a pack is chosen; part of the model id stored with every template. */
const about = {
  name: z
    .string()
    .regex(/^[a-z0-9][a-z0-9_-]*$/, 'must be lower-case letters, digits, dashes and underscores'),
  title: z.string().min(1),
  licence: z.string().min(1),
  commercialUse: z.boolean(),
};

/** `pack.json` of networks that go with any pack: they recognise nobody by themselves. */
export const addOnManifestSchema = z.object({
  ...about,
  addOn: z.literal(true),
  liveness: z.array(livenessStageSchema).default([]),
  attributes: z.array(attributeStageSchema).default([]),
});
export type AddOnManifest = z.infer<typeof addOnManifestSchema>;

/** `pack.json`: which networks belong together, how they are fed, and under which licence they may be used. */
export const packManifestSchema = z.object({
  ...about,
  detector: detectorStageSchema,
  recognizer: recognizerStageSchema,
  liveness: z.array(livenessStageSchema).default([]),
  attributes: z.array(attributeStageSchema).default([]),
});

export type PackManifest = z.infer<typeof packManifestSchema>;
export type DetectorStage = PackManifest['detector'];
export type RecognizerStage = PackManifest['recognizer'];
export type LivenessStage = PackManifest['liveness'][number];
export type AttributeStage = PackManifest['attributes'][number];
export type ChannelOrder = z.infer<typeof channelOrderSchema>;
export type MinifasnetStage = z.infer<typeof minifasnetStageSchema>;
export type YunetStage = z.infer<typeof yunetStageSchema>;
export type Landmarks106Stage = z.infer<typeof landmarks106StageSchema>;
export type Landmarks3d68Stage = z.infer<typeof landmarks3d68StageSchema>;
export type GenderAgeStage = z.infer<typeof genderAgeStageSchema>;
export type ScrfdStage = z.infer<typeof scrfdStageSchema>;
export type ArcfaceStage = z.infer<typeof arcfaceStageSchema>;
export type NetworkFiles = z.infer<typeof networkFilesSchema>;
export type SsdMobilenetStage = z.infer<typeof ssdMobilenetStageSchema>;
export type FaceResnetStage = z.infer<typeof faceResnetStageSchema>;
