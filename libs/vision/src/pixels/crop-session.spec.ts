import { estimateSimilarity } from '../alignment/similarity-transform.js';
import type { Similarity } from '../alignment/similarity-transform.js';
import type { RgbImage } from '../rgb-image.js';
import { matrixOf, matrixOfBox } from './crop-matrix.js';
import { CropSession, type CropOptions } from './crop-session.js';
import { PLAIN_LEVELS } from './network-scale.js';

/** Red counts columns, green counts rows, blue is constant. */
function gradient(width: number, height: number): RgbImage {
  const data = new Uint8Array(width * height * 3);
  for (let pixel = 0; pixel < width * height; pixel++) {
    data.set([(pixel % width) * 10, Math.trunc(pixel / width) * 10, 200], pixel * 3);
  }
  return { width, height, data };
}

/** The crop that `into` carries the image into, as bytes. */
async function drawn(image: RgbImage, into: Similarity, width: number, height: number) {
  const session = await CropSession.open({ width, height, outside: 'black' }, 'bytes', {});
  try {
    return (await session.cut(image, [matrixOf(into)])).data as Uint8Array;
  } finally {
    await session.close();
  }
}

/** The middle of a box in one pixel of floats. */
async function sampled(image: RgbImage, crop: CropOptions, at: readonly [number, number]) {
  const session = await CropSession.open(crop, PLAIN_LEVELS, {});
  try {
    const [x, y] = at;
    return [...(await session.cut(image, [[1, 0, x, 0, 1, y]])).data] as number[];
  } finally {
    await session.close();
  }
}

const pixel = (data: Uint8Array, width: number, x: number, y: number) => [
  ...data.subarray((y * width + x) * 3, (y * width + x) * 3 + 3),
];

describe('CropSession', () => {
  it('leaves an image as it is under the identity', async () => {
    const image = gradient(7, 5);
    expect(await drawn(image, { a: 1, b: 0, tx: 0, ty: 0 }, 7, 5)).toEqual(image.data);
  });

  it('samples bilinearly between pixel centres', async () => {
    const crop = await drawn(gradient(7, 5), { a: 1, b: 0, tx: -1.5, ty: -0.25 }, 3, 3);
    expect(pixel(crop, 3, 0, 0)).toEqual([15, 3, 200]);
    expect(pixel(crop, 3, 2, 1)).toEqual([35, 13, 200]);
  });

  it('is black outside the image and fades into it', async () => {
    const crop = await drawn(gradient(4, 4), { a: 1, b: 0, tx: 2.5, ty: 0 }, 7, 4);
    expect(pixel(crop, 7, 1, 2)).toEqual([0, 0, 0]);
    expect(pixel(crop, 7, 2, 2)).toEqual([0, 10, 100]);
    expect(pixel(crop, 7, 3, 2)).toEqual([5, 20, 200]);
    expect(pixel(crop, 7, 6, 2)).toEqual([15, 10, 100]);
  });

  it('or continues its edge', async () => {
    const one = { width: 1, height: 1, outside: 'edge' } as const;
    expect(await sampled(gradient(4, 4), one, [-3, 1.5])).toEqual([0, 15, 200]);
    expect(await sampled(gradient(4, 4), one, [2.5, 9])).toEqual([25, 30, 200]);
  });

  it('turns by the angle of the transform: a quarter turn clockwise', async () => {
    const crop = await drawn(gradient(3, 3), { a: 0, b: 1, tx: 2, ty: 0 }, 3, 3);
    expect(pixel(crop, 3, 2, 0)).toEqual([0, 0, 200]);
    expect(pixel(crop, 3, 2, 2)).toEqual([20, 0, 200]);
    expect(pixel(crop, 3, 0, 0)).toEqual([0, 20, 200]);
  });

  it('draws a box as a resize does, and several crops of one image at once', async () => {
    const session = await CropSession.open({ width: 2, height: 2, outside: 'edge' }, PLAIN_LEVELS, {});
    const boxes = [
      { x: 0, y: 0, width: 4, height: 4 },
      { x: 1, y: 0, width: 2, height: 4 },
    ];
    const crops = await session.cut(
      gradient(4, 4),
      boxes.map((box) => matrixOfBox(box, 2, 2)),
    );
    await session.close();
    expect(crops.dims).toEqual([2, 3, 2, 2]);
    expect([...crops.data].slice(0, 8)).toEqual([5, 25, 5, 25, 5, 5, 25, 25]);
    expect([...crops.data].slice(12, 16)).toEqual([10, 20, 10, 20]);
  });

  it('gives a network its scale and its order of colours', async () => {
    const crop = { width: 1, height: 1, outside: 'black' } as const;
    const scale = { channelOrder: 'bgr', mean: 100, std: 50 } as const;
    const session = await CropSession.open(crop, scale, {});
    const { data } = await session.cut(gradient(3, 3), [[1, 0, 2, 0, 1, 1]]);
    await session.close();
    expect([...data].map(Number)).toEqual([2, -1.8, -1.6].map((value) => expect.closeTo(value, 5) as number));
  });

  it('recovers what a random similarity drew: crop of a crop', async () => {
    // A smooth picture, so that drawing it twice loses little.
    const side = 64;
    const image: RgbImage = {
      width: side,
      height: side,
      data: Uint8Array.from({ length: side * side * 3 }, (_, i) => {
        const [x, y] = [Math.trunc(i / 3) % side, Math.trunc(i / 3 / side)];
        return 128 + 100 * Math.sin(x / 9 + (i % 3)) * Math.cos(y / 11);
      }),
    };
    const angle = 0.4;
    const turn = { a: 1.2 * Math.cos(angle), b: 1.2 * Math.sin(angle), tx: 6, ty: -9 };
    const once = await drawn(image, turn, side, side);
    const back = estimateSimilarity(
      [
        [6, -9],
        [6 + turn.a, -9 + turn.b],
      ],
      [
        [0, 0],
        [1, 0],
      ],
    );
    const twice = await drawn({ width: side, height: side, data: once }, back, side, side);
    for (const [x, y] of [
      [30, 30],
      [32, 24],
      [24, 36],
    ] as const) {
      const [was, is] = [pixel(image.data, side, x, y), pixel(twice, side, x, y)];
      was.forEach((level, channel) => expect(Math.abs(level - is[channel]!)).toBeLessThan(4));
    }
  });
});
