import type { Box } from '../geometry.js';
import type { RgbImage } from '../rgb-image.js';
import { fitLetterbox, type Letterbox } from './letterbox.js';
import { between, seeded } from '../paintings/random.js';
import { decodeScrfd } from './scrfd-decoding.js';
import { decodeYunet } from './yunet-decoding.js';

const sized = (width: number, height: number): RgbImage => ({
  width,
  height,
  data: new Uint8Array(width * height * 3),
});

describe('fitLetterbox', () => {
  it('scales a frame into the top of the square and cuts the padding down', () => {
    expect(fitLetterbox(sized(1280, 720), 640, 32)).toEqual({
      scale: 0.5,
      innerWidth: 640,
      innerHeight: 360,
      width: 640,
      height: 384,
    });
  });

  it('keeps black beside the image in a coarse look, and none in a fine one', () => {
    expect(fitLetterbox(sized(1280, 720), 320, 32)).toMatchObject({ innerHeight: 180, height: 256 });
    expect(fitLetterbox(sized(1280, 720), 640, 32)).toMatchObject({ innerHeight: 360, height: 384 });
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

describe('any image', () => {
  const random = seeded(5);
  const rounds = Array.from({ length: 300 }, () => {
    const image = {
      width: Math.round(between(random, 32, 4000)),
      height: Math.round(between(random, 32, 4000)),
    };
    return { image, canvas: fitLetterbox(image, random() < 0.5 ? 320 : 640, 32) };
  });

  it('lies whole in its canvas, and its corner is where its scale says, but for a rounded pixel', () => {
    for (const { image, canvas } of rounds) {
      expect(canvas.innerWidth).toBeLessThanOrEqual(canvas.width);
      expect(canvas.innerHeight).toBeLessThanOrEqual(canvas.height);
      expect([canvas.width % 32, canvas.height % 32]).toEqual([0, 0]);
      expect(canvas.innerHeight).toBeCloseTo(image.height * canvas.scale, 8);
      // One pixel is lost where the shorter side is rounded, and its scale is that of both.
      const stretched = 1 + image.width / image.height;
      expect(Math.abs(canvas.innerWidth - image.width * canvas.scale)).toBeLessThan(stretched);
    }
  });

  it('gets back the face that was put into the outputs of a detector', () => {
    for (const { image, canvas } of rounds) {
      const stride = 8 * 2 ** Math.floor(random() * 3);
      const face = {
        x: between(random, 0, image.width * 0.9),
        y: between(random, 0, image.height * 0.9),
        width: between(random, 10, image.width),
        height: between(random, 10, image.height),
      };
      for (const [name, read] of Object.entries({ scrfd: throughScrfd, yunet: throughYunet })) {
        const [found, ...others] = read(face, canvas, stride);
        expect([name, others]).toEqual([name, []]);
        for (const key of ['x', 'y', 'width', 'height'] as const) {
          expect(Math.abs(found!.box[key] - face[key])).toBeLessThan(0.01);
        }
        // The middle was put in for every landmark.
        const [x, y] = found!.landmarks[3];
        expect(Math.hypot(x - face.x - face.width / 2, y - face.y - face.height / 2)).toBeLessThan(0.01);
      }
    }
  });
});

/** A face on the canvas in strides, and the cell in which its top left corner lies. */
function placed(face: Box, { scale, width }: Letterbox, stride: number) {
  const [x, y, across, down] = [face.x, face.y, face.width, face.height].map(
    (v) => (v * scale) / stride,
  ) as Four;
  const [column, row] = [Math.floor(x), Math.floor(y)];
  const middle = [x + across / 2 - column, y + down / 2 - row] as const;
  return { x: x - column, y: y - row, across, down, middle, cell: row * (width / stride) + column };
}

type Four = [number, number, number, number];

/** Empty outputs for strides 8, 16 and 32, for each of these numbers of entries a cell. */
const empty = ({ width, height }: Letterbox, entries: readonly number[]) =>
  entries.flatMap((count) =>
    [8, 16, 32].map((stride) => new Float32Array((width / stride) * (height / stride) * count)),
  );
const five = ([x, y]: readonly [number, number]) => [0, 1, 2, 3, 4].flatMap(() => [x, y]);

function throughScrfd(face: Box, canvas: Letterbox, stride: number) {
  const { x, y, across, down, middle, cell } = placed(face, canvas, stride);
  const outputs = empty(canvas, [2, 8, 20]);
  const level = Math.log2(stride / 8);
  outputs[level]![cell * 2 + 1] = 1;
  outputs[level + 3]!.set([-x, -y, across + x, down + y], (cell * 2 + 1) * 4);
  outputs[level + 6]!.set(five(middle), (cell * 2 + 1) * 10);
  return decodeScrfd(outputs, canvas, 0.5);
}

function throughYunet(face: Box, canvas: Letterbox, stride: number) {
  const { across, down, middle, cell } = placed(face, canvas, stride);
  const outputs = empty(canvas, [1, 1, 4, 10]);
  const level = Math.log2(stride / 8);
  outputs[level]![cell] = 1;
  outputs[level + 3]![cell] = 1;
  outputs[level + 6]!.set([...middle, Math.log(across), Math.log(down)], cell * 4);
  outputs[level + 9]!.set(five(middle), cell * 10);
  return decodeYunet(outputs, canvas, 0.5);
}
