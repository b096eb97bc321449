import { numbers } from '../../test/random-vgg16.js';
import { inColoursOf, inLightOf, luminance, withoutColours } from './luminance.js';
import type { PlanarImage } from './planar-image.js';

const picture = (seed: number): PlanarImage => ({
  width: 6,
  height: 5,
  data: numbers(seed, 90).map((value) => 0.5 + 0.3 * value),
});

/** I and Q of YIQ (ITU-R BT.470, NTSC). */
function chroma({ data }: PlanarImage, pixel: number): [number, number] {
  const [r, g, b] = [data[pixel]!, data[pixel + 30]!, data[pixel + 60]!];
  return [0.596 * r - 0.274 * g - 0.322 * b, 0.211 * r - 0.523 * g + 0.312 * b];
}

describe('luminance', () => {
  it('weighs white as 1 and green most', () => {
    const data = Float32Array.from([1, 1, 0, 0, 1, 0, 1, 0, 1, 0, 0, 1]);
    const [white, red, green, blue] = luminance({ width: 2, height: 2, data });
    expect(white).toBeCloseTo(1, 6);
    expect(green! > red! && red! > blue!).toBe(true);
  });

  it('stays in three equal planes when the colours go', () => {
    const grey = withoutColours(picture(1));
    const luma = luminance(picture(1));
    for (const i of [0, 17, 29]) {
      expect([grey.data[i], grey.data[i + 30], grey.data[i + 60]]).toEqual([luma[i], luma[i], luma[i]]);
      expect(luminance(grey)[i]).toBeCloseTo(luma[i]!, 6);
    }
  });

  it("of a style takes the content's brightness and contrast", () => {
    const moments = (values: Float32Array) => {
      const mean = values.reduce((sum, v) => sum + v, 0) / values.length;
      return [mean, Math.sqrt(values.reduce((sum, v) => sum + (v - mean) ** 2, 0) / values.length)];
    };
    const content = { ...picture(2), data: picture(2).data.map((level) => level / 3) };
    const lit = moments(luminance(inLightOf(picture(3), content)));
    const due = moments(luminance(content));
    expect(lit[0]).toBeCloseTo(due[0]!, 5);
    expect(lit[1]).toBeCloseTo(due[1]!, 5);
    const flat = { ...picture(3), data: new Float32Array(90).fill(0.5) };
    for (const level of inLightOf(flat, content).data) expect(level).toBeCloseTo(due[0]!, 5);
  });

  it('of a painting meets the colours of the content', () => {
    const [content, painted] = [picture(4), picture(5)];
    const result = inColoursOf(content, painted);
    for (const pixel of [0, 11, 29]) {
      expect(luminance(result)[pixel]).toBeCloseTo(luminance(painted)[pixel]!, 5);
      const [i, q] = chroma(result, pixel);
      const [dueI, dueQ] = chroma(content, pixel);
      expect(i).toBeCloseTo(dueI, 2);
      expect(q).toBeCloseTo(dueQ, 2);
    }
  });
});
