import type { Letterbox } from '../detection/letterbox.js';
import { GraphBuilder } from '../graph/graph-builder.js';
import type { RgbImage } from '../rgb-image.js';
import { openSession, type ModelSession, type NumberTensor, type SessionOptions } from '../session.js';
import { imageTensor, integerTensor } from './image-tensor.js';
import { bytesInNetworkScale, type NetworkScale } from './network-scale.js';

/** Puts images into the canvas of a detector, inside the runtime: bytes in, the detector's input out. */
export class LetterboxSession {
  private constructor(private readonly session: ModelSession) {}

  static async open(scale: NetworkScale, options: SessionOptions): Promise<LetterboxSession> {
    return new LetterboxSession(await openSession(letterboxGraph(scale), options));
  }

  /** @returns float32 [1, 3, canvas height, canvas width], black beside the image */
  async fit(image: RgbImage, canvas: Letterbox): Promise<NumberTensor> {
    const { innerWidth, innerHeight, width, height } = canvas;
    const { canvas: fitted } = await this.session.run({
      image: imageTensor(image),
      size: integerTensor([1, innerHeight, innerWidth, 3]),
      padding: integerTensor([0, 0, 0, 0, 0, 0, height - innerHeight, width - innerWidth]),
    });
    return fitted as NumberTensor;
  }

  close(): Promise<void> {
    return this.session.close();
  }
}

/**
 * Input `image` uint8 [h, w, 3]; `size` int64 [4], what it is scaled to as [1, height, width, 3]; `padding` int64 [8], pixels
 * before and after each dimension of [1, 3, height, width]. Output `canvas` float32 [1, 3, ...].
 *
 * Bilinear between bytes, pixel centres at halves: OpenCV's `resize(INTER_LINEAR)`, which may differ by one level.
 */
export function letterboxGraph(scale: NetworkScale): Uint8Array {
  const g = new GraphBuilder('letterbox', { opset: 18, irVersion: 8 });
  const image = g.input('image', 'uint8', ['height', 'width', 3]);
  const size = g.input('size', 'int64', [4]);
  const padding = g.input('padding', 'int64', [8]);
  const batch = g.op('Unsqueeze', [image, g.constant('int64', [1], [0])]);
  const scaled = g.op('Resize', [batch, null, null, size], {
    mode: 'linear',
    coordinate_transformation_mode: 'half_pixel',
  });
  const padded = g.op('Pad', [g.transpose(scaled, [0, 3, 1, 2]), padding]);
  g.output('canvas', bytesInNetworkScale(g, padded, scale));
  return g.toModel();
}
