import type { RgbImage } from '../rgb-image.js';
import { fitLetterbox, letterboxPlanes } from './letterbox.js';

const sized = (width: number, height: number): RgbImage => ({
  width,
  height,
  data: new Uint8Array(width * height * 3),
});
const identity = Float32Array.from({ length: 256 }, (_, level) => level);

describe('fitLetterbox', () => {
  it('scales a frame into the top of the square and cuts the padding down to a margin', () => {
    expect(fitLetterbox(sized(1280, 720), 640, 32)).toEqual({
      scale: 0.5,
      innerWidth: 640,
      innerHeight: 360,
      width: 640,
      height: 448,
    });
  });

  it('enlarges a small portrait and never exceeds the square', () => {
    const box = fitLetterbox(sized(150, 190), 320, 32);
    expect(box).toMatchObject({ innerWidth: 252, innerHeight: 320, width: 320, height: 320 });
    expect(box.scale).toBeCloseTo(320 / 190);
  });

  it('survives an image of one pixel in height', () => {
    expect(fitLetterbox(sized(5000, 1), 640, 32)).toMatchObject({ innerWidth: 640, innerHeight: 1 });
  });
});

describe('letterboxPlanes', () => {
  it('gives planes of R, G and B through the table, and black beside the image', () => {
    const image: RgbImage = { width: 2, height: 1, data: Uint8Array.from([10, 20, 30, 110, 120, 130]) };
    const box = { scale: 1, innerWidth: 2, innerHeight: 1, width: 3, height: 2 };
    const levels = identity.map((level) => level / 10 - 1);
    const planes = letterboxPlanes(image, box, levels);
    expect([...planes].map((value) => Math.round(value * 10) / 10)).toEqual([
      0, 10, -1, -1, -1, -1, 1, 11, -1, -1, -1, -1, 2, 12, -1, -1, -1, -1,
    ]);
  });

  it('agrees with OpenCV: resize of the ramp 0, 50, 100, 255 to 6 and to 2 columns, INTER_LINEAR', () => {
    const ramp = [0, 50, 100, 255];
    const image: RgbImage = { width: 4, height: 1, data: Uint8Array.from(ramp.flatMap((v) => [v, v, v])) };
    const row = (columns: number) =>
      [
        ...letterboxPlanes(
          image,
          { scale: 1, innerWidth: columns, innerHeight: 1, width: columns, height: 1 },
          identity,
        ),
      ].slice(0, columns);
    expect(row(6)).toEqual([0, 25, 58, 92, 178, 255]);
    expect(row(2)).toEqual([25, 178]);
  });
});
