import { basename } from 'node:path';
import { outlineOf, type NetworkOutline, type Port } from './network-outline.js';

/** Which place in a manifest a network takes. */
export type NetworkRole = 'detector' | 'recognizer' | 'liveness' | 'attributes';

/** A network's place, and its stage there without `file` and `sha256`. */
export interface RecognisedNetwork {
  readonly role: NetworkRole;
  readonly stage: { readonly kind: string } & Readonly<Record<string, unknown>>;
}

/**
 * Which network an ONNX file holds, by what goes in and comes out, as InsightFace's `model_zoo` tells them apart. How pixels
 * are scaled follows from its first nodes. Null where it is none of those that a pack can have.
 *
 * @param file its name: that of a MiniFASNet tells how much around the face it looks at
 * @throws Error when the bytes are no ONNX file
 */
export function recogniseNetwork(bytes: Uint8Array, file: string): RecognisedNetwork | null {
  const outline = outlineOf(bytes);
  const [image, ...others] = outline.inputs;
  if (image === undefined || others.length > 0 || image.dims.length !== 4) return null;
  return detector(outline) ?? bySide(outline, image, basename(file));
}

/** YuNet names its outputs; SCRFD gives scores, boxes and landmarks for each of three strides. */
function detector({ outputs }: NetworkOutline): RecognisedNetwork | null {
  const names = outputs.map(({ name }) => name);
  if (names.includes('cls_8') && names.includes('kps_32'))
    return { role: 'detector', stage: { kind: 'yunet' } };
  return outputs.length === 9 ? { role: 'detector', stage: { kind: 'scrfd', mean: 127.5, std: 128 } } : null;
}

function bySide(outline: NetworkOutline, image: Port, file: string): RecognisedNetwork | null {
  const [, , side] = image.dims;
  const entries = outline.outputs[0]?.dims.at(-1) ?? null;
  const scale = outline.normalises ? { mean: 0, std: 1 } : { mean: 127.5, std: 128 };
  const describes = (kind: string): RecognisedNetwork => ({
    role: 'attributes',
    stage: { kind, inputSize: side, ...scale },
  });
  if (side === 192 && entries === 212) return describes('landmarks-106');
  if (side === 192 && entries === 3309) return describes('landmarks-3d-68');
  if (side === 96 && entries === 3) return describes('gender-age');
  if (side === 112 && entries !== null && entries >= 64) return recognizer(entries, outline.normalises);
  const cropScale = side === 80 && entries === 3 ? scaleInName(file) : null;
  if (cropScale === null) return null;
  return { role: 'liveness', stage: { kind: 'minifasnet', cropScale, inputSize: 80 } };
}

function recognizer(dimension: number, normalises: boolean): RecognisedNetwork {
  const scale = normalises ? { mean: 0, std: 1 } : { mean: 127.5, std: 127.5 };
  return { role: 'recognizer', stage: { kind: 'arcface', dimension, ...scale } };
}

/** `2.7_80x80_MiniFASNetV2`, `4_0_0_80x80_MiniFASNetV1SE`, or the kind alone. */
function scaleInName(file: string): number | null {
  const said = /^(\d+(?:\.\d+)?)_(?:\d_)*\d+x\d+_/.exec(file)?.[1];
  if (said !== undefined) return Number(said);
  if (/v1se/i.test(file)) return 4;
  return /v2/i.test(file) ? 2.7 : null;
}
