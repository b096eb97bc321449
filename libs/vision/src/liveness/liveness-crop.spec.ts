import { surroundings, trainingBox } from './liveness-crop.js';

describe('trainingBox', () => {
  it('is a square, a little lower than the detector has it', () => {
    expect(trainingBox({ x: 100, y: 50, width: 80, height: 125 })).toEqual({
      x: expect.closeTo(140 - 48.7, 6) as number,
      y: expect.closeTo(112.5 + 8.1 - 48.7, 6) as number,
      width: expect.closeTo(97.4, 6) as number,
      height: expect.closeTo(97.4, 6) as number,
    });
  });
});

describe('surroundings', () => {
  const image = { width: 640, height: 480 };

  it('are the box, enlarged about its centre, ends included', () => {
    const { part, close } = surroundings({ x: 300, y: 200, width: 50, height: 50 }, 2.7, image);
    expect(close).toBe(false);
    expect(part).toEqual({ x: 257, y: 157, width: 136, height: 136 });
  });

  it('are moved inside the image at its corners', () => {
    const { part } = surroundings({ x: 5, y: 430, width: 50, height: 50 }, 4, image);
    expect(part).toEqual({ x: 0, y: 279, width: 201, height: 201 });
  });

  it('are smaller where the image is', () => {
    const { part, close } = surroundings({ x: 200, y: 100, width: 200, height: 200 }, 4, image);
    expect(close).toBe(false);
    expect(part.height).toBe(480);
    expect(part.width).toBe(480);
  });

  it('reach beyond an image that the face fills', () => {
    const { part, close } = surroundings({ x: 10, y: 10, width: 100, height: 100 }, 2.7, {
      width: 120,
      height: 120,
    });
    expect(close).toBe(true);
    expect(part.x).toBeCloseTo(-10, 6);
    expect(part.width).toBeCloseTo(140, 6);
  });
});
