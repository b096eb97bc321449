import type { FiveLandmarks } from '../geometry.js';
import type { RgbImage } from '../rgb-image.js';
import { FaceChips } from './face-chip.js';

const TEMPLATE: FiveLandmarks = [
  [2, 2],
  [7, 2],
  [5, 5],
  [3, 7],
  [6, 7],
];

/** Grey of each pixel from its place. */
function picture(size: number, grey: (x: number, y: number) => number): RgbImage {
  const data = Uint8Array.from({ length: size * size * 3 }, (_, i) => {
    const pixel = Math.trunc(i / 3);
    return grey(pixel % size, Math.trunc(pixel / size));
  });
  return { width: size, height: size, data };
}

const enlarged = (by: number) =>
  TEMPLATE.map(([x, y]) => [(x + 0.5) * by - 0.5, (y + 0.5) * by - 0.5]) as unknown as FiveLandmarks;

describe('FaceChips', () => {
  let chips: FaceChips;
  beforeAll(async () => {
    chips = await FaceChips.open(TEMPLATE, 10, {});
  });
  afterAll(() => chips.close());

  it('copy a face that already lies on the template', async () => {
    const image = picture(10, (x, y) => 10 * x + y);
    expect([...(await chips.cut(image, TEMPLATE))]).toEqual([...image.data]);
  });

  it('average a larger face instead of picking single pixels, so that fine stripes turn grey', async () => {
    const image = picture(40, (x) => (x % 2 ? 200 : 100));
    expect(new Set(await chips.cut(image, enlarged(4)))).toEqual(new Set([150]));
  });
});
