import type { RgbImage } from '@rollcall/vision';
import { covering, tiled } from './rgb-canvas.js';

const plain = (width: number, height: number, levels: number[]): RgbImage => ({
  width,
  height,
  data: Uint8Array.from(
    Array(width * height)
      .fill(levels)
      .flat() as number[],
  ),
});
const pixel = ({ width, data }: RgbImage, x: number, y: number) => [
  ...data.subarray((y * width + x) * 3, (y * width + x) * 3 + 3),
];

it('covers a size with the middle of an image', async () => {
  const image = plain(90, 30, [9, 9, 9]);
  for (let y = 0; y < 30; y++) image.data.set(new Uint8Array(30 * 3).fill(200), (y * 90 + 30) * 3);
  const cut = await covering(image, { width: 30, height: 30 });
  expect([cut.width, cut.height]).toEqual([30, 30]);
  expect(pixel(cut, 0, 0)).toEqual([200, 200, 200]);
  expect(pixel(cut, 29, 29)).toEqual([200, 200, 200]);
});

it('lays cells in rows with white between them', () => {
  const [red, blue] = [plain(2, 2, [255, 0, 0]), plain(2, 2, [0, 0, 255])];
  const sheet = tiled([[red, blue], [blue]], 2, 1);
  expect([sheet.width, sheet.height]).toEqual([7, 7]);
  expect(pixel(sheet, 1, 1)).toEqual([255, 0, 0]);
  expect(pixel(sheet, 4, 2)).toEqual([0, 0, 255]);
  expect(pixel(sheet, 2, 5)).toEqual([0, 0, 255]);
  expect([pixel(sheet, 3, 1), pixel(sheet, 5, 5)]).toEqual([Array(3).fill(255), Array(3).fill(255)]);
});
