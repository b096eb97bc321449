import { ARCFACE_SIZE, ARCFACE_TEMPLATE } from './alignment/arcface-template.js';
import { estimateSimilarity } from './alignment/similarity-transform.js';
import { APPEARANCE_LENGTH, describeAppearance } from './appearance/appearance-graph.js';
import type { FiveLandmarks } from './geometry.js';
import { GraphBuilder } from './graph/graph-builder.js';
import { matrixOf, matrixTensor } from './pixels/crop-matrix.js';
import { imageTensor } from './pixels/image-tensor.js';
import { lumaOf } from './pixels/mixed-planes.js';
import { inNetworkScale, type NetworkScale } from './pixels/network-scale.js';
import { samplePixels } from './pixels/sample-pixels.js';
import { measureFaces } from './quality/measure-graph.js';
import type { PixelMeasures } from './quality/pixel-measures.js';
import type { RgbImage } from './rgb-image.js';
import { openSession, type ModelSession, type NumberTensor, type SessionOptions } from './session.js';

/** What is seen of one aligned face. */
export interface SeenFace {
  readonly measures: PixelMeasures;
  /** See `describeAppearance`. */
  readonly appearance: Float32Array;
}

/** What is seen of the faces of one image, in the order in which they were given. */
export interface SeenFaces {
  readonly faces: readonly SeenFace[];
  /** float32 [faces, 3, 112, 112], aligned on the ArcFace template, in the scale that was asked for. */
  readonly aligned: NumberTensor<Float32Array>;
}

const SAMPLING = { width: ARCFACE_SIZE, height: ARCFACE_SIZE, outside: 'black' } as const;
const MEASURES = 3;
const NOBODY: SeenFaces = {
  faces: [],
  aligned: { data: new Float32Array(0), dims: [0, 3, ARCFACE_SIZE, ARCFACE_SIZE] },
};

/**
 * Aligns the faces of an image on the ArcFace template (insightface's `norm_crop`) and looks at their pixels, all in
 * one run of the runtime: what a recogniser of that template wants to see, how good they are, how they look.
 */
export class FaceLook {
  private constructor(private readonly session: ModelSession) {}

  /** @param scale in which the recogniser wants the aligned faces */
  static async open(scale: NetworkScale, options: SessionOptions): Promise<FaceLook> {
    return new FaceLook(await openSession(lookGraph(scale), options));
  }

  /** @throws {RangeError} where the landmarks of a face coincide */
  async look(image: RgbImage, landmarks: readonly FiveLandmarks[]): Promise<SeenFaces> {
    if (landmarks.length === 0) return NOBODY;
    const matrices = landmarks.map((points) => matrixOf(estimateSimilarity(points, ARCFACE_TEMPLATE)));
    const outputs = await this.session.run({ image: imageTensor(image), matrices: matrixTensor(matrices) });
    const [measures, appearances] = [outputs.measures?.data, outputs.appearances?.data] as Float32Array[];
    const faces = landmarks.map((_, face) => {
      const [brightness, variance, edges] = measures!.subarray(face * MEASURES) as unknown as Three;
      const appearance = appearances!.slice(face * APPEARANCE_LENGTH, (face + 1) * APPEARANCE_LENGTH);
      return { measures: { brightness, variance, edges }, appearance };
    });
    return { faces, aligned: outputs.aligned as NumberTensor<Float32Array> };
  }

  close(): Promise<void> {
    return this.session.close();
  }
}

type Three = readonly [number, number, number];

/** Inputs `image` uint8 [h, w, 3] and `matrices` float32 [n, 2, 3]; outputs as `FaceLook.look` takes them apart. */
function lookGraph(scale: NetworkScale): Uint8Array {
  const g = new GraphBuilder('face_look');
  const image = g.input('image', 'uint8', ['h', 'w', 3]);
  const matrices = g.input('matrices', 'float32', ['n', 2, 3]);
  const drawn = g.reshape(samplePixels(g, image, matrices, SAMPLING), [-1, 3, ARCFACE_SIZE, ARCFACE_SIZE]);
  // As bytes, which is what recognisers were trained on.
  const faces = g.op('Floor', [g.add(drawn, g.scalar(0.5))]);
  const luma = lumaOf(g, faces, ARCFACE_SIZE);
  g.output('aligned', inNetworkScale(g, faces, scale), ['n', 3, ARCFACE_SIZE, ARCFACE_SIZE]);
  g.output('measures', measureFaces(g, luma), ['n', MEASURES]);
  g.output('appearances', describeAppearance(g, faces, luma), ['n', APPEARANCE_LENGTH]);
  return g.toModel();
}
