import type { ModelPack } from '../packs/model-pack.js';
import type { GenderAgeStage } from '../packs/pack-manifest.js';
import type { SessionOptions } from '../session.js';
import { AttributeNetwork, describerOf, type SeenCrop } from './attribute-network.js';
import type { FaceAttributes, FaceDescriber } from './face-attributes.js';

/** Scores of female and male, and the age in hundreds of years. */
const NUMBERS = 3;
const YEARS = 100;

/**
 * Opens a network whose stage says `"kind": "gender-age"`: gender and age as they are guessed from looks, InsightFace's
 * `genderage`.
 */
export async function openGenderAge(
  stage: GenderAgeStage,
  pack: ModelPack,
  options: SessionOptions,
): Promise<FaceDescriber> {
  return describerOf(await AttributeNetwork.open(stage, NUMBERS, pack, options), genderAge);
}

function genderAge({ values }: SeenCrop): FaceAttributes {
  const [female, male, age] = values as unknown as readonly [number, number, number];
  return { gender: male > female ? 'male' : 'female', age: Math.round(age * YEARS) };
}
