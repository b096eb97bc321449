import { GraphBuilder } from '../graph/graph-builder.js';
import type { Value } from '../graph/graph-writer.js';
import type { RgbImage } from '../rgb-image.js';
import { openSession, type ModelSession, type NumberTensor, type SessionOptions } from '../session.js';
import { matrixTensor, type CropMatrix } from './crop-matrix.js';
import { imageTensor } from './image-tensor.js';
import { inNetworkScale, type NetworkScale } from './network-scale.js';
import { samplePixels, type SamplingOptions } from './sample-pixels.js';

/** How crops are cut: see `SamplingOptions`. */
export interface CropOptions extends SamplingOptions {
  /**
   * Samples a side of each pixel, of which the mean is taken; one where left out. More than one keeps what is large in the
   * image from being drawn small with gaps.
   */
  readonly samples?: number;
}

/** Cuts crops of one size out of images, inside the runtime: bytes in, a network's input out. */
export class CropSession {
  private constructor(private readonly session: ModelSession) {}

  /** @param form the scale of planes (`float32 [n, 3, height, width]`), or `bytes` (`uint8 [n, height, width, 3]`) */
  static async open(
    crop: CropOptions,
    form: NetworkScale | 'bytes',
    options: SessionOptions,
  ): Promise<CropSession> {
    return new CropSession(await openSession(cropGraph(crop, form), options));
  }

  /** @param crops from pixels of a crop (of its samples, where there are several) to pixels of the image */
  async cut(image: RgbImage, crops: readonly CropMatrix[]): Promise<NumberTensor> {
    const outputs = await this.session.run({ image: imageTensor(image), matrices: matrixTensor(crops) });
    return outputs.crops as NumberTensor;
  }

  close(): Promise<void> {
    return this.session.close();
  }
}

/** Inputs `image` uint8 [h, w, 3] and `matrices` float32 [n, 2, 3]; output `crops` as `CropSession.open` says. */
export function cropGraph({ samples = 1, ...crop }: CropOptions, form: NetworkScale | 'bytes'): Uint8Array {
  const g = new GraphBuilder('crop');
  const image = g.input('image', 'uint8', ['h', 'w', 3]);
  const matrices = g.input('matrices', 'float32', ['n', 2, 3]);
  const [width, height] = [crop.width * samples, crop.height * samples];
  const drawn = g.reshape(samplePixels(g, image, matrices, { ...crop, width, height }), [
    -1,
    3,
    height,
    width,
  ]);
  const strides = [samples, samples] as const;
  const planes = samples === 1 ? drawn : g.averagePool(drawn, strides, { strides });
  g.output('crops', form === 'bytes' ? asBytes(g, planes) : inNetworkScale(g, planes, form));
  return g.toModel();
}

/** [n, 3, height, width] -> [n, height, width, 3], rounded */
const asBytes = (g: GraphBuilder, planes: Value): Value =>
  g.transpose(g.cast(g.add(planes, g.scalar(0.5)), 'uint8'), [0, 2, 3, 1]);
