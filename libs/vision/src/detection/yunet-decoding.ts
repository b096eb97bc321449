import type { FiveLandmarks, Point } from '../geometry.js';
import { STRIDES } from './anchors.js';
import type { DetectedFace } from './detector.js';
import type { Letterbox } from './letterbox.js';

/** What each cell of one stride's feature map says, row by row. */
interface YunetMaps {
  readonly stride: number;
  /** [cells], whether it is a face and whether it is anything, 0 to 1; what counts is the root of their product. */
  readonly classes: Float32Array;
  readonly objects: Float32Array;
  /** [cells, 4], centre from the cell's corner and logarithm of the size, in strides. */
  readonly boxes: Float32Array;
  /** [cells, 5, 2], from the cell's corner, in strides. */
  readonly landmarks: Float32Array;
}

/**
 * The twelve outputs of YuNet of OpenCV's model zoo (`face_detection_yunet_2023mar`), in this order: for strides 8, 16
 * and 32 each.
 */
export const YUNET_OUTPUTS = ['cls', 'obj', 'bbox', 'kps'].flatMap((kind) =>
  STRIDES.map((stride) => `${kind}_${stride}`),
);

/**
 * Turns YuNet's outputs into faces in pixels of the image, as OpenCV's `FaceDetectorYN` does. One cell, one face; its
 * landmarks are the person's right eye, left eye, nose tip, right and left mouth corner, which is the order of
 * `FiveLandmarks`: the viewer sees a person's right on the left.
 *
 * @param outputs twelve arrays, flat, in the order of `YUNET_OUTPUTS`
 * @param threshold least score of a face, 0 to 1
 */
export function decodeYunet(
  outputs: readonly (Float32Array | undefined)[],
  canvas: Letterbox,
  threshold: number,
): DetectedFace[] {
  return STRIDES.flatMap((stride, level) => {
    const [classes, objects, boxes, landmarks] = [0, 3, 6, 9].map((first) => outputs[first + level]);
    const cells = Math.ceil(canvas.width / stride) * Math.ceil(canvas.height / stride);
    if (classes?.length !== cells || objects?.length !== cells) throw unfit(stride);
    if (boxes?.length !== cells * 4 || landmarks?.length !== cells * 10) throw unfit(stride);
    return decodeStride({ stride, classes, objects, boxes, landmarks }, canvas, threshold);
  });
}

const unfit = (stride: number) =>
  new Error(`The detector's outputs of stride ${stride} do not fit its canvas: not a YuNet of 2023.`);

function decodeStride(maps: YunetMaps, canvas: Letterbox, threshold: number): DetectedFace[] {
  const faces: DetectedFace[] = [];
  for (let cell = 0; cell < maps.classes.length; cell++) {
    const score = Math.sqrt(share(maps.classes[cell]) * share(maps.objects[cell]));
    if (score >= threshold) faces.push({ score, ...placeFace(maps, cell, canvas) });
  }
  return faces;
}

/** Within 0 and 1: what rounds beyond would give scores above 1, or none at all. */
const share = (value: number | undefined) => Math.min(1, Math.max(0, value as number));

function placeFace({ stride, boxes, landmarks }: YunetMaps, cell: number, canvas: Letterbox) {
  const columns = Math.ceil(canvas.width / stride);
  const [column, row] = [cell % columns, Math.trunc(cell / columns)];
  const perStride = stride / canvas.scale;
  const point = (across: number, down: number): Point => [
    (column + across) * perStride,
    (row + down) * perStride,
  ];
  const [across, down, logWidth, logHeight] = boxes.subarray(cell * 4, cell * 4 + 4) as unknown as Four;
  const [x, y] = point(across, down);
  const [width, height] = [Math.exp(logWidth) * perStride, Math.exp(logHeight) * perStride];
  return {
    box: { x: x - width / 2, y: y - height / 2, width, height },
    landmarks: [0, 2, 4, 6, 8].map((at) =>
      point(landmarks[cell * 10 + at] as number, landmarks[cell * 10 + at + 1] as number),
    ) as unknown as FiveLandmarks,
  };
}

type Four = readonly [number, number, number, number];
