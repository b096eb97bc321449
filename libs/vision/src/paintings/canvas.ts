import type { RgbImage } from '../rgb-image.js';
import type { Colour } from './colour.js';
import { clamp } from './noise.js';

/** Pixels a side of what is painted for one pixel a side of the picture: edges come out smooth. */
const OVERSAMPLING = 2;

/**
 * A square that is painted in units of its side: `x` goes right and `y` down, both from 0 to 1, whatever the number of
 * pixels. Later paint covers earlier paint as far as it is opaque.
 */
export class Canvas {
  readonly side: number;
  private readonly levels: Float32Array;

  /** @param size pixels a side of the picture */
  constructor(private readonly size: number) {
    this.side = size * OVERSAMPLING;
    this.levels = new Float32Array(this.side * this.side * 3);
  }

  /** Paints every point: the function is given the point and what lies there. */
  paint(colourAt: (x: number, y: number, under: Colour) => Colour): void {
    this.paintWithin(0, 0, 1, 1, (x, y, under) => [colourAt(x, y, under), 1]);
  }

  /** Paints the points of a rectangle, each with a colour and how opaque it is; null leaves what lies there. */
  paintWithin(
    left: number,
    top: number,
    right: number,
    bottom: number,
    at: (x: number, y: number, under: Colour) => readonly [Colour, number] | null,
  ): void {
    const { side, levels } = this;
    const columns = [Math.max(0, Math.floor(left * side)), Math.min(side, Math.ceil(right * side))] as const;
    const rows = [Math.max(0, Math.floor(top * side)), Math.min(side, Math.ceil(bottom * side))] as const;
    for (let row = rows[0]; row < rows[1]; row++) {
      for (let column = columns[0]; column < columns[1]; column++) {
        const i = (row * side + column) * 3;
        const under: Colour = [levels[i] as number, levels[i + 1] as number, levels[i + 2] as number];
        const painted = at((column + 0.5) / side, (row + 0.5) / side, under);
        if (!painted) continue;
        const [colour, opacity] = painted;
        for (let c = 0; c < 3; c++) levels[i + c]! += (colour[c]! - under[c]!) * opacity;
      }
    }
  }

  /** The picture, each of its pixels the mean of what was painted there. */
  toImage(): RgbImage {
    const { size, side, levels } = this;
    const data = new Uint8Array(size * size * 3);
    for (let at = 0; at < data.length; at++) {
      const [pixel, channel] = [Math.trunc(at / 3), at % 3];
      const first = (Math.trunc(pixel / size) * side + (pixel % size)) * OVERSAMPLING;
      let sum = 0;
      for (let dy = 0; dy < OVERSAMPLING; dy++) {
        for (let dx = 0; dx < OVERSAMPLING; dx++)
          sum += levels[(first + dy * side + dx) * 3 + channel] as number;
      }
      data[at] = Math.round(clamp(sum / OVERSAMPLING ** 2) * 255);
    }
    return { width: size, height: size, data };
  }
}
