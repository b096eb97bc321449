import type { DetectedFace } from '../detection/detector.js';
import type { ModelPack } from '../packs/model-pack.js';
import type { GenderAgeStage } from '../packs/pack-manifest.js';
import type { RgbImage } from '../rgb-image.js';
import type { SessionOptions } from '../session.js';
import { AttributeNetwork } from './attribute-network.js';
import type { FaceAttributes, FaceDescriber } from './face-attributes.js';

/** Scores of female and male, and the age in hundreds of years. */
const NUMBERS = 3;
const YEARS = 100;

/** Gender and age as they are guessed from looks: InsightFace's `genderage`. */
class GenderAge implements FaceDescriber {
  constructor(private readonly network: AttributeNetwork) {}

  get inferenceMs(): number {
    return this.network.inferenceMs;
  }

  async describe(image: RgbImage, { box }: DetectedFace): Promise<FaceAttributes> {
    const { values } = await this.network.look(image, box);
    const [female, male, age] = values as unknown as readonly [number, number, number];
    return { gender: male > female ? 'male' : 'female', age: Math.round(age * YEARS) };
  }

  close(): Promise<void> {
    return this.network.close();
  }
}

/** Opens a network whose stage says `"kind": "gender-age"`. */
export async function openGenderAge(
  stage: GenderAgeStage,
  pack: ModelPack,
  options: SessionOptions,
): Promise<FaceDescriber> {
  return new GenderAge(await AttributeNetwork.open(stage, NUMBERS, pack, options));
}
