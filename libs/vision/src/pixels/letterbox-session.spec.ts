import type { Letterbox } from '../detection/letterbox.js';
import type { RgbImage } from '../rgb-image.js';
import { LetterboxSession } from './letterbox-session.js';
import { PLAIN_LEVELS, type NetworkScale } from './network-scale.js';

async function fitted(image: RgbImage, canvas: Letterbox, scale: NetworkScale = PLAIN_LEVELS) {
  const session = await LetterboxSession.open(scale, {});
  try {
    return await session.fit(image, canvas);
  } finally {
    await session.close();
  }
}

describe('LetterboxSession', () => {
  it('gives planes of R, G and B in the scale of the network, and black beside the image', async () => {
    const image: RgbImage = { width: 2, height: 1, data: Uint8Array.from([10, 20, 30, 110, 120, 130]) };
    const canvas = { scale: 1, innerWidth: 2, innerHeight: 1, width: 3, height: 2 };
    const { data, dims } = await fitted(image, canvas, { channelOrder: 'rgb', mean: 10, std: 10 });
    expect(dims).toEqual([1, 3, 2, 3]);
    expect([...data].map((value) => Math.round(Number(value) * 10) / 10)).toEqual([
      0, 10, -1, -1, -1, -1, 1, 11, -1, -1, -1, -1, 2, 12, -1, -1, -1, -1,
    ]);
  });

  it('agrees with OpenCV to one level: resize of the ramp 0, 50, 100, 255 to 6 and to 2 columns, INTER_LINEAR', async () => {
    const ramp = [0, 50, 100, 255];
    const image: RgbImage = { width: 4, height: 1, data: Uint8Array.from(ramp.flatMap((v) => [v, v, v])) };
    const row = async (columns: number) => {
      const canvas = { scale: 1, innerWidth: columns, innerHeight: 1, width: columns, height: 1 };
      return [...(await fitted(image, canvas)).data].slice(0, columns).map(Number);
    };
    for (const [columns, levels] of [
      [6, [0, 25, 58, 92, 178, 255]],
      [2, [25, 178]],
    ] as const) {
      const found = await row(columns);
      levels.forEach((level, i) => expect(Math.abs(level - found[i]!)).toBeLessThanOrEqual(1));
    }
  });
});
