import { anchorCount } from './anchors.js';
import { decodeScrfd } from './scrfd-decoding.js';

const canvas = { scale: 0.5, innerWidth: 64, innerHeight: 64, width: 64, height: 64 };
const empty = () =>
  [1, 4, 10].flatMap((entries) =>
    [8, 16, 32].map((stride) => new Float32Array(anchorCount(64, 64, stride) * entries)),
  );

describe('decodeScrfd', () => {
  it('reads distances and offsets in strides, in pixels of the image', () => {
    const outputs = empty();
    const row = 2 * (2 * 4 + 1) + 1; // stride 16, cell (1, 2), second anchor
    outputs[1]![row] = 0.9;
    outputs[4]!.set([0.5, 1, 1.5, 0.25], row * 4);
    outputs[7]!.set([-0.25, -0.5, 0.25, -0.5, 0, 0, -0.2, 0.5, 0.2, 0.5], row * 10);
    const [face, ...others] = decodeScrfd(outputs, canvas, 0.5);
    expect(others).toEqual([]);
    // centre (16, 32) on the canvas is (32, 64) in the image; one stride is 32 image pixels
    expect(face!.box).toEqual({ x: 16, y: 32, width: 64, height: 40 });
    expect(face!.score).toBeCloseTo(0.9);
    expect(face!.landmarks[0]).toEqual([24, 48]);
    expect(face!.landmarks[4][0]).toBeCloseTo(38.4);
  });

  it('takes a score on the threshold, not one below, and no NaN', () => {
    const outputs = empty();
    outputs[2]!.set([0.5, 0.49, NaN]);
    expect(decodeScrfd(outputs, canvas, 0.5)).toHaveLength(1);
  });

  it('refuses outputs that are not SCRFD with landmarks', () => {
    expect(() => decodeScrfd(empty().slice(0, 6), canvas, 0.5)).toThrow(/not an SCRFD/);
  });
});
