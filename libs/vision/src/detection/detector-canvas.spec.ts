import { DetectorCanvas } from './detector-canvas.js';

const frame = { width: 1280, height: 720 };

describe('DetectorCanvas', () => {
  it('cuts the padding away where an input may have any size', () => {
    for (const shape of [[1, 3, 'height', 'width'], [1, 3, -1, -1], []]) {
      const canvas = new DetectorCanvas(shape, [640, 320]);
      expect(canvas.sides).toEqual([640, 320]);
      expect(canvas.fit(frame, 640)).toMatchObject({ width: 640, height: 384, innerHeight: 360 });
      expect(canvas.fit(frame, 320)).toMatchObject({ width: 320, height: 256, innerHeight: 180 });
    }
  });

  it('gives a fixed input its whole canvas in every look', () => {
    const canvas = new DetectorCanvas([1, 3, 640, 640], [640, 320]);
    expect(canvas.fit(frame, 640)).toMatchObject({
      width: 640,
      height: 640,
      innerHeight: 360,
      scale: 0.5,
    });
    expect(canvas.fit(frame, 320)).toMatchObject({
      width: 640,
      height: 640,
      innerHeight: 180,
      scale: 0.25,
    });
  });

  it('looks no larger than a fixed input is, and no size twice', () => {
    expect(new DetectorCanvas([1, 3, 320, 320], [640, 320, 160]).sides).toEqual([320, 160]);
    expect(new DetectorCanvas([1, 3, 120, 160], [640]).sides).toEqual([120]);
  });
});
