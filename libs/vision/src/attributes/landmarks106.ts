import type { ModelPack } from '../packs/model-pack.js';
import type { Landmarks106Stage } from '../packs/pack-manifest.js';
import type { SessionOptions } from '../session.js';
import { AttributeNetwork, describerOf, type SeenCrop } from './attribute-network.js';
import type { FaceAttributes, FaceDescriber } from './face-attributes.js';

const POINTS = 106;

/**
 * Opens a network whose stage says `"kind": "landmarks-106"`: the contours of a face, InsightFace's `2d106det`. Output
 * [1, 212], x and y in turn, -1 to 1 over the crop.
 */
export async function openLandmarks106(
  stage: Landmarks106Stage,
  pack: ModelPack,
  options: SessionOptions,
): Promise<FaceDescriber> {
  return describerOf(await AttributeNetwork.open(stage, POINTS * 2, pack, options), contours);
}

function contours({ values, inImage }: SeenCrop): FaceAttributes {
  const at = (point: number) => inImage([values[point * 2] as number, values[point * 2 + 1] as number]);
  return { landmarks106: Array.from({ length: POINTS }, (_, point) => at(point)) };
}
