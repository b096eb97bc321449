import type { RgbImage } from '../rgb-image.js';
import { fitLetterbox, type Letterbox } from './letterbox.js';

/** The coarsest stride of the detectors here: sides of a canvas are multiples of it. */
const SIDE_MULTIPLE = 32;

/** The canvases that a detector's network takes: of any size, or of one. */
export class DetectorCanvas {
  /** Longer side of the image in each look, in pixels of the canvas; each once. */
  readonly sides: readonly number[];
  private readonly fixed: Pick<Letterbox, 'width' | 'height'> | null;

  /**
   * @param shape of the network's input, [n, 3, height, width]; a dimension that is no number above 0 is free
   * @param inputSizes longer sides that the manifest asks for; larger ones become what a fixed input has room for
   */
  constructor(shape: readonly (number | string)[], inputSizes: readonly number[]) {
    this.fixed = fixedSize(shape);
    const most = this.fixed ? Math.min(this.fixed.width, this.fixed.height) : Infinity;
    this.sides = [...new Set(inputSizes.map((side) => Math.min(side, most)))];
  }

  /** How an image lies in the canvas with this longer side. A fixed input gets its whole canvas, however small the image. */
  fit(image: Pick<RgbImage, 'width' | 'height'>, side: number): Letterbox {
    return { ...fitLetterbox(image, side, SIDE_MULTIPLE), ...this.fixed };
  }
}

function fixedSize(shape: readonly (number | string)[]): Pick<Letterbox, 'width' | 'height'> | null {
  const [, , height, width] = shape;
  return isFixed(height) && isFixed(width) ? { width, height } : null;
}

const isFixed = (size: number | string | undefined): size is number => typeof size === 'number' && size > 0;
