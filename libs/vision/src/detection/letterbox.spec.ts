import type { RgbImage } from '../rgb-image.js';
import { fitLetterbox } from './letterbox.js';

const sized = (width: number, height: number): RgbImage => ({
  width,
  height,
  data: new Uint8Array(width * height * 3),
});

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
