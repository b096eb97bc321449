import { applySimilarity, invertSimilarity, type Similarity } from '../alignment/similarity-transform.js';
import type { Box, Point } from '../geometry.js';
import { packFilePath, type ModelPack } from '../packs/model-pack.js';
import { PackError } from '../packs/pack-error.js';
import type { AttributeStage } from '../packs/pack-manifest.js';
import { matrixOf } from '../pixels/crop-matrix.js';
import { CropSession } from '../pixels/crop-session.js';
import type { RgbImage } from '../rgb-image.js';
import { openSession, type ModelSession, type SessionOptions } from '../session.js';
import type { FaceAttributes, FaceDescriber } from './face-attributes.js';

/** Room around the face: these networks were trained on boxes as much larger. */
const ENLARGEMENT = 1.5;

/** From pixels of the image to pixels of a network's `size` x `size` crop (insightface, `face_align.transform`). */
export function intoCrop({ x, y, width, height }: Box, size: number): Similarity {
  const a = size / (Math.max(width, height) * ENLARGEMENT);
  return { a, b: 0, tx: size / 2 - a * (x + width / 2), ty: size / 2 - a * (y + height / 2) };
}

/** What a network says of one face, and where its crop lies in the image. */
export interface SeenCrop {
  /** The network's one output, flat. */
  readonly values: Float32Array;
  /** Pixels of the image for one pixel of the crop. */
  readonly scale: number;
  /** From places of -1 to 1 across and down the crop to pixels of the image. */
  readonly inImage: (place: Point) => Point;
}

const BLANK: RgbImage = { width: 1, height: 1, data: new Uint8Array(3) };

/** A network that looks at one enlarged box: input `[1, 3, size, size]`, RGB, (x - mean) / std; one output. */
export class AttributeNetwork {
  private constructor(
    private readonly session: ModelSession,
    private readonly crops: CropSession,
    private readonly stage: AttributeStage,
    private readonly length: number,
  ) {}

  /**
   * @param length numbers that it says of one face
   * @throws {PackError} PACK_INVALID where it says another number of them, found out on a blank image
   */
  static async open(
    stage: AttributeStage,
    length: number,
    pack: ModelPack,
    options: SessionOptions,
  ): Promise<AttributeNetwork> {
    const { inputSize, mean, std } = stage;
    const square = { width: inputSize, height: inputSize, outside: 'black' } as const;
    const session = await openSession(packFilePath(pack, stage), options);
    const crops = await CropSession.open(square, { channelOrder: 'rgb', mean, std }, options);
    const network = new AttributeNetwork(session, crops, stage, length);
    try {
      await network.look(BLANK, { x: 0, y: 0, ...BLANK });
      return network;
    } catch (error) {
      await network.close();
      throw error;
    }
  }

  get inferenceMs(): number {
    return this.session.inferenceMs;
  }

  async look(image: RgbImage, box: Box): Promise<SeenCrop> {
    const into = intoCrop(box, this.stage.inputSize);
    const crop = await this.crops.cut(image, [matrixOf(into)]);
    const outputs = await this.session.run({ [this.session.inputNames[0] as string]: crop });
    const values = outputs[this.session.outputNames[0] as string]?.data as Float32Array;
    if (values.length !== this.length) throw unfit(this.stage, values.length, this.length);
    const [back, half] = [invertSimilarity(into), this.stage.inputSize / 2];
    return {
      values,
      scale: back.a,
      inImage: ([x, y]) => applySimilarity(back, [(x + 1) * half, (y + 1) * half]),
    };
  }

  async close(): Promise<void> {
    await this.session.close();
    await this.crops.close();
  }
}

/** A network, with what its numbers say of a face. */
export const describerOf = (
  network: AttributeNetwork,
  read: (seen: SeenCrop) => FaceAttributes,
): FaceDescriber => ({
  get inferenceMs() {
    return network.inferenceMs;
  },
  describe: async (image, { box }) => read(await network.look(image, box)),
  close: () => network.close(),
});

const unfit = ({ file, kind }: AttributeStage, found: number, wanted: number) =>
  new PackError(
    'PACK_INVALID',
    `${file} gives ${found} numbers a face and is no "${kind}" (${wanted}): correct "kind" in pack.json.`,
  );
