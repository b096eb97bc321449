import type { DetectedFace } from '../detection/detector.js';
import type { ModelPack } from '../packs/model-pack.js';
import type { Landmarks106Stage } from '../packs/pack-manifest.js';
import type { RgbImage } from '../rgb-image.js';
import type { SessionOptions } from '../session.js';
import { AttributeNetwork } from './attribute-network.js';
import type { FaceAttributes, FaceDescriber } from './face-attributes.js';

const POINTS = 106;

/** The contours of a face: InsightFace's `2d106det`, output [1, 212], x and y in turn, -1 to 1 over the crop. */
class Landmarks106 implements FaceDescriber {
  constructor(private readonly network: AttributeNetwork) {}

  get inferenceMs(): number {
    return this.network.inferenceMs;
  }

  async describe(image: RgbImage, { box }: DetectedFace): Promise<FaceAttributes> {
    const { values, inImage } = await this.network.look(image, box);
    const at = (point: number) => inImage([values[point * 2] as number, values[point * 2 + 1] as number]);
    return { landmarks106: Array.from({ length: POINTS }, (_, point) => at(point)) };
  }

  close(): Promise<void> {
    return this.network.close();
  }
}

/** Opens a network whose stage says `"kind": "landmarks-106"`. */
export async function openLandmarks106(
  stage: Landmarks106Stage,
  pack: ModelPack,
  options: SessionOptions,
): Promise<FaceDescriber> {
  return new Landmarks106(await AttributeNetwork.open(stage, POINTS * 2, pack, options));
}
