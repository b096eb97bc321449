import { surroundings, trainingBox } from './liveness-crop.js';
import { between, seeded } from '../paintings/random.js';

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

describe('any face', () => {
  const random = seeded(11);
  const rounds = Array.from({ length: 2000 }, () => {
    const image = {
      width: Math.round(between(random, 40, 2000)),
      height: Math.round(between(random, 40, 2000)),
    };
    const size = Math.min(image.width, image.height);
    const [width, height] = [between(random, 8, size), between(random, 8, size)];
    // Detectors give boxes that reach past the edges.
    const x = between(random, -width / 2, image.width - width / 2);
    const y = between(random, -height / 2, image.height - height / 2);
    return { image, box: { x, y, width, height }, scale: between(random, 1.5, 4.5) };
  });

  it('is looked at inside the image and in whole pixels, or is too close', () => {
    const counts = { close: 0, inside: 0 };
    for (const { image, box, scale } of rounds) {
      const { part, close } = surroundings(trainingBox(box), scale, image);
      counts[close ? 'close' : 'inside']++;
      if (close) continue;
      const { x, y, width, height } = part;
      for (const value of [x, y, width, height]) expect(Number.isInteger(value)).toBe(true);
      expect(Math.min(x, y)).toBeGreaterThanOrEqual(0);
      expect(x + width).toBeLessThanOrEqual(image.width);
      expect(y + height).toBeLessThanOrEqual(image.height);
      expect(Math.min(width, height)).toBeGreaterThan(0);
    }
    expect(Math.min(counts.close, counts.inside)).toBeGreaterThan(200);
  });

  it('is inside what is looked at as far as it is inside the image', () => {
    for (const { image, box, scale } of rounds) {
      const face = trainingBox(box);
      const { part } = surroundings(face, scale, image);
      const middle = (from: number, length: number, last: number) =>
        Math.min(last, Math.max(0, from + length / 2));
      const x = middle(face.x, face.width, image.width - 1);
      const y = middle(face.y, face.height, image.height - 1);
      expect(x >= part.x - 1 && x <= part.x + part.width).toBe(true);
      expect(y >= part.y - 1 && y <= part.y + part.height).toBe(true);
    }
  });
});
