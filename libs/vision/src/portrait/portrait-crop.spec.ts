import { encodePng } from '../raster.js';
import { cutPortrait, portraitSquare } from './portrait-crop.js';

const box = (x: number, y: number, width: number, height: number) => ({ x, y, width, height });

describe('portraitSquare', () => {
  it('leaves air around the face, its middle a little above the middle', () => {
    const square = portraitSquare({ width: 2000, height: 2000 }, box(900, 900, 160, 200));
    expect(square).toEqual(box(770, 803, 420, 420));
  });

  it.each([
    ['at the left', { width: 800, height: 600 }, box(0, 200, 150, 200)],
    ['at the lower right', { width: 800, height: 600 }, box(700, 450, 100, 150)],
    ['larger than the photo allows', { width: 300, height: 500 }, box(20, 50, 260, 400)],
    ['cut off by the edge', { width: 400, height: 400 }, box(-40, -60, 200, 260)],
  ])('stays inside the photo with a face %s', (_, photo, face) => {
    const square = portraitSquare(photo, face);
    expect(square.width).toBe(square.height);
    expect(Math.min(square.x, square.y)).toBeGreaterThanOrEqual(0);
    expect(square.x + square.width).toBeLessThanOrEqual(photo.width);
    expect(square.y + square.height).toBeLessThanOrEqual(photo.height);
  });
});

describe('cutPortrait', () => {
  it('takes the face along', async () => {
    const [width, height] = [300, 200];
    const data = Uint8Array.from({ length: width * height * 3 }, (_, at) => {
      const [x, y] = [Math.trunc(at / 3) % width, Math.trunc(at / 3 / width)];
      return Math.hypot(x - 150, y - 100) < 6 ? 255 : 0; // A white nose.
    });
    const photo = await encodePng({ width, height, data });
    const landmarks = [
      [140, 90],
      [160, 90],
      [150, 100],
      [142, 112],
      [158, 112],
    ] as const;
    const { image, face } = await cutPortrait(photo, { box: box(130, 75, 40, 50), landmarks }, 128);
    expect([image.width, image.height]).toEqual([128, 128]);
    const [x, y] = face.landmarks[2];
    expect(image.data[(Math.round(y) * 128 + Math.round(x)) * 3]).toBeGreaterThan(200);
    expect(image.data[0]).toBeLessThan(10);
    expect(face.box.height / face.box.width).toBeCloseTo(50 / 40, 5);
  });
});
