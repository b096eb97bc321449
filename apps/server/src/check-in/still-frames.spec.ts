import { aFace } from '../../test/support/a-face.js';
import { isOneStill } from './still-frames.js';

/** Moved to the right by so many pixels. */
const face = (moved: number, appearance = [1, 0]) =>
  aFace({ at: [400 + moved, 200], appearance: Float32Array.from(appearance) });

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
