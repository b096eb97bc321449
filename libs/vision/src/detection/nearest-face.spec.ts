import type { DetectedFace } from './detector.js';
import { fillsImage, showsNearest } from './nearest-face.js';

const face = (width: number, height: number): DetectedFace => ({
  box: { x: 0, y: 0, width, height },
  score: 0.8,
  landmarks: [
    [0, 0],
    [1, 0],
    [0, 1],
    [1, 1],
    [2, 2],
  ],
});
const frame = { width: 1280, height: 720 };

describe('showsNearest', () => {
  it('asks for 64 pixels of the canvas on the shorter side of one face', () => {
    expect(showsNearest([face(256, 300)], frame, 320)).toBe(true);
    expect(showsNearest([face(255, 300)], frame, 320)).toBe(false);
    expect(showsNearest([face(100, 120), face(400, 500)], frame, 320)).toBe(true);
    expect(showsNearest([], frame, 320)).toBe(false);
  });

  it('measures by the canvas: what is small at 320 may be large at 640', () => {
    expect(showsNearest([face(130, 140)], frame, 640)).toBe(true);
  });
});

describe('fillsImage', () => {
  it('is where a square of its size, half as large again, is larger than the picture', () => {
    expect(fillsImage(face(400, 576), frame)).toBe(false); // 480 x 1.5 = 720.
    expect(fillsImage(face(410, 576), frame)).toBe(true);
    expect(fillsImage(face(100, 120), { width: 150, height: 190 })).toBe(true);
  });
});
