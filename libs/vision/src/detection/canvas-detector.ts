import type { LetterboxSession } from '../pixels/letterbox-session.js';
import type { RgbImage } from '../rgb-image.js';
import type { ModelSession } from '../session.js';
import { DetectorCanvas } from './detector-canvas.js';
import type { DetectedFace, FaceDetector, WantedFaces } from './detector.js';
import type { Letterbox } from './letterbox.js';
import { suppress } from './nms.js';
import { lookInSizes } from './sized-looks.js';

/** What tells one network that finds faces on a canvas from another. */
export interface CanvasNetwork {
  /** Longer sides of the looks that the manifest asks for, in pixels. */
  readonly inputSizes: readonly number[];
  /** The outputs that are read, in the order in which `decode` wants them. */
  readonly outputNames: readonly string[];
  /** Largest overlap of two faces, as intersection over union. */
  readonly overlapLimit: number;
  /** Faces in pixels of the image. */
  decode(outputs: readonly Float32Array[], canvas: Letterbox): DetectedFace[];
}

/** A detector whose network sees the image scaled into the corner of a canvas, in one look or several. */
export class CanvasDetector implements FaceDetector {
  private readonly canvas: DetectorCanvas;

  constructor(
    private readonly session: ModelSession,
    private readonly letterbox: LetterboxSession,
    private readonly network: CanvasNetwork,
  ) {
    this.canvas = new DetectorCanvas(session.inputShapes[0] ?? [], network.inputSizes);
  }

  get inferenceMs(): number {
    return this.session.inferenceMs;
  }

  async detect(image: RgbImage, wanted: WantedFaces): Promise<DetectedFace[]> {
    const lookAt = (side: number) => this.detectAt(image, side);
    const found = await lookInSizes(image, wanted, this.canvas.sides, lookAt);
    return suppress(found, this.network.overlapLimit);
  }

  async close(): Promise<void> {
    await this.session.close();
    await this.letterbox.close();
  }

  private async detectAt(image: RgbImage, side: number): Promise<DetectedFace[]> {
    const canvas = this.canvas.fit(image, side);
    const input = this.session.inputNames[0] as string;
    const outputs = await this.session.run({ [input]: await this.letterbox.fit(image, canvas) });
    const arrays = this.network.outputNames.map((name) => outputs[name]?.data as Float32Array);
    return this.network.decode(arrays, canvas);
  }
}
