import type { DetectedFace } from './detector.js';
import { showsNearest } from './nearest-face.js';

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
