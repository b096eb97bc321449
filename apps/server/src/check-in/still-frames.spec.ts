import type { ReadFace } from '@rollcall/vision';
import { isOneStill } from './still-frames.js';

/** A face 100 pixels between the eyes, moved to the right. */
const face = (moved: number, appearance = [1, 0]): Pick<ReadFace, 'landmarks' | 'appearance'> => ({
  landmarks: [
    [300 + moved, 300],
    [400 + moved, 300],
    [350 + moved, 360],
    [310 + moved, 410],
    [390 + moved, 410],
  ],
  appearance: Float32Array.from(appearance),
});

describe('isOneStill', () => {
  it('knows a picture that was sent again, also saved again', () => {
    expect(isOneStill([face(0), face(0)])).toBe(true);
    expect(isOneStill([face(0), face(0.3), face(-0.3)])).toBe(true);
  });

  it('lets a face pass that moved by a pixel in one of the frames', () => {
    expect(isOneStill([face(0), face(0), face(1)])).toBe(false);
  });

  it('lets a face pass that changed without moving', () => {
    expect(isOneStill([face(0), face(0, [0.99, 0.141])])).toBe(false);
  });

  it('says nothing about a single frame, or none', () => {
    expect(isOneStill([face(0)])).toBe(false);
    expect(isOneStill([])).toBe(false);
  });
});
