import type { DetectedFace } from '../detection/detector.js';
import type { ModelPack } from '../packs/model-pack.js';
import type { Landmarks3d68Stage } from '../packs/pack-manifest.js';
import type { RgbImage } from '../rgb-image.js';
import type { SessionOptions } from '../session.js';
import { AttributeNetwork, type SeenCrop } from './attribute-network.js';
import type { FaceAttributes, FaceDescriber } from './face-attributes.js';
import { poseOfShape } from './shape-pose.js';

/** Points of the mesh that the network gives; iBUG's 68 are its last. */
const MESH = 1103;
const POINTS = 68;

/**
 * The 68 points in space and the pose of the head: InsightFace's `1k3d68`, output [1, 3309], x, y and z in turn; x and y
 * -1 to 1 over the crop, z in halves of it.
 */
class Landmarks3d68 implements FaceDescriber {
  constructor(
    private readonly network: AttributeNetwork,
    private readonly half: number,
  ) {}

  get inferenceMs(): number {
    return this.network.inferenceMs;
  }

  async describe(image: RgbImage, { box }: DetectedFace): Promise<FaceAttributes> {
    const seen = await this.network.look(image, box);
    const landmarks68 = Array.from({ length: POINTS }, (_, point) => this.place(seen, MESH - POINTS + point));
    return { landmarks68, pose: poseOfShape(landmarks68) };
  }

  close(): Promise<void> {
    return this.network.close();
  }

  private place({ values, scale, inImage }: SeenCrop, row: number): readonly [number, number, number] {
    const [x, y, z] = values.subarray(row * 3, row * 3 + 3) as unknown as readonly [number, number, number];
    return [...inImage([x, y]), z * this.half * scale];
  }
}

/** Opens a network whose stage says `"kind": "landmarks-3d-68"`. */
export async function openLandmarks3d68(
  stage: Landmarks3d68Stage,
  pack: ModelPack,
  options: SessionOptions,
): Promise<FaceDescriber> {
  const network = await AttributeNetwork.open(stage, MESH * 3, pack, options);
  return new Landmarks3d68(network, stage.inputSize / 2);
}
