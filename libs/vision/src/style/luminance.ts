import type { PlanarImage } from './planar-image.js';

/** Shares of R, G and B in the luminance Y of YIQ (ITU-R BT.601). */
const RED = 0.299;
const GREEN = 0.587;
const BLUE = 0.114;

/** Luminance of each pixel, row by row; 0 to 1. */
export function luminance({ data }: PlanarImage): Float32Array {
  const pixels = data.length / 3;
  const luma = new Float32Array(pixels);
  for (let i = 0; i < pixels; i++) {
    const [red, green, blue] = [data[i], data[i + pixels], data[i + 2 * pixels]] as [number, number, number];
    luma[i] = RED * red + GREEN * green + BLUE * blue;
  }
  return luma;
}

/** The picture without its colours: three equal planes of luminance. */
export function withoutColours(image: PlanarImage): PlanarImage {
  return grey(image, luminance(image));
}

/**
 * The style without its colours, with the brightness and contrast of the content: Gatys, Bethge, Hertzmann and
 * Shechtman, "Preserving color in neural artistic style transfer" (arXiv:1606.05897), equation 10.
 */
export function inLightOf(style: PlanarImage, content: PlanarImage): PlanarImage {
  const luma = luminance(style);
  const own = moments(luma);
  const due = moments(luminance(content));
  const contrast = own.deviation > 0 ? due.deviation / own.deviation : 0;
  return grey(
    style,
    luma.map((level) => (level - own.mean) * contrast + due.mean),
  );
}

/**
 * The painted picture in the colours of the content: Y of the one, I and Q of the other (section 4 of the same paper).
 * The same amount added to R, G and B changes Y and leaves I and Q as they are.
 */
export function inColoursOf(content: PlanarImage, painted: PlanarImage): PlanarImage {
  const [was, is] = [luminance(content), luminance(painted)];
  const data = content.data.map((level, i) => {
    const pixel = i % was.length;
    return level + (is[pixel] as number) - (was[pixel] as number);
  });
  return { ...content, data };
}

function grey({ width, height }: PlanarImage, luma: Float32Array): PlanarImage {
  const data = new Float32Array(3 * luma.length);
  for (const plane of [0, 1, 2]) data.set(luma, plane * luma.length);
  return { width, height, data };
}

function moments(values: Float32Array): { mean: number; deviation: number } {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const square = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
  return { mean, deviation: Math.sqrt(square) };
}
