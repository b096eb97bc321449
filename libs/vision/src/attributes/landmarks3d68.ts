import type { ModelPack } from '../packs/model-pack.js';
import type { Landmarks3d68Stage } from '../packs/pack-manifest.js';
import type { SessionOptions } from '../session.js';
import { AttributeNetwork, describerOf, type SeenCrop } from './attribute-network.js';
import type { FaceAttributes, FaceDescriber } from './face-attributes.js';
import { poseOfShape } from './shape-pose.js';

/** Points of the mesh that the network gives; iBUG's 68 are its last. */
const MESH = 1103;
const POINTS = 68;

/**
 * Opens a network whose stage says `"kind": "landmarks-3d-68"`: the 68 points in space and the pose of the head,
 * InsightFace's `1k3d68`. Output [1, 3309], x, y and z in turn; x and y -1 to 1 over the crop, z in halves of it.
 */
export async function openLandmarks3d68(
  stage: Landmarks3d68Stage,
  pack: ModelPack,
  options: SessionOptions,
): Promise<FaceDescriber> {
  const network = await AttributeNetwork.open(stage, MESH * 3, pack, options);
  return describerOf(network, (seen) => shapeAndPose(seen, stage.inputSize / 2));
}

/** @param half the side of the crop, in pixels of the crop */
function shapeAndPose({ values, scale, inImage }: SeenCrop, half: number): FaceAttributes {
  const landmarks68 = Array.from({ length: POINTS }, (_, point) => {
    const row = (MESH - POINTS + point) * 3;
    const [x, y, z] = values.subarray(row, row + 3) as unknown as readonly [number, number, number];
    return [...inImage([x, y]), z * half * scale] as const;
  });
  return { landmarks68, pose: poseOfShape(landmarks68) };
}
