import type { Letterbox } from './letterbox.js';
import { decodeYunet, YUNET_OUTPUTS } from './yunet-decoding.js';

const canvas: Letterbox = { scale: 0.5, innerWidth: 64, innerHeight: 64, width: 64, height: 96 };
const cells = (stride: number) => (64 / stride) * (96 / stride);
const empty = () =>
  [1, 1, 4, 10].flatMap((numbers) => [8, 16, 32].map((stride) => new Float32Array(cells(stride) * numbers)));

describe('decodeYunet', () => {
  it('reads a cell in strides from its corner, in pixels of the image', () => {
    const outputs = empty();
    const cell = 4 * 3 + 1; // stride 16, row 3, column 1
    outputs[1]![cell] = 0.9;
    outputs[4]![cell] = 0.4;
    outputs[7]!.set([0.5, 0.25, Math.log(2), Math.log(3)], cell * 4);
    outputs[10]!.set([-0.5, -0.5, 0.5, -0.5, 0, 0, -0.25, 0.5, 0.25, 0.5], cell * 10);
    const [face, ...others] = decodeYunet(outputs, canvas, 0.5);
    expect(others).toEqual([]);
    // The middle lies at (1.5, 3.25) strides; one stride is 32 pixels of the image.
    expect(face!.score).toBeCloseTo(0.6);
    const { x, y, width, height } = face!.box;
    expect([x, y, width, height]).toEqual(
      [16, 56, 64, 96].map((value) => expect.closeTo(value, 4) as number),
    );
    // The person's right eye comes first: it is the viewer's left one.
    expect(face!.landmarks).toEqual([
      [16, 80],
      [48, 80],
      [32, 96],
      [24, 112],
      [40, 112],
    ]);
  });

  it('holds what it multiplies within 0 and 1, and takes no NaN', () => {
    const outputs = empty();
    outputs[2]!.set([1.2, -0.5, NaN, 0.36]);
    outputs[5]!.set([1.1, -0.5, 1, 1]);
    const scores = decodeYunet(outputs, canvas, 0.1).map(({ score }) => score);
    expect(scores).toEqual([1, expect.closeTo(0.6, 5)]);
    expect(decodeYunet(outputs, canvas, 0.61)).toHaveLength(1);
  });

  it('refuses outputs of another canvas or of another network', () => {
    expect(YUNET_OUTPUTS.slice(0, 4)).toEqual(['cls_8', 'cls_16', 'cls_32', 'obj_8']);
    for (const output of [0, 5, 7, 11]) {
      const outputs = empty();
      outputs[output] = new Float32Array(3);
      expect(() => decodeYunet(outputs, canvas, 0.5)).toThrow(/not a YuNet/);
    }
  });
});
