import type { FiveLandmarks, Point } from '../geometry.js';
import { anchorCentre, anchorCount, STRIDES } from './anchors.js';
import type { DetectedFace } from './detector.js';
import type { Letterbox } from './letterbox.js';

/**
 * Turns SCRFD's outputs into faces in pixels of the image. Outputs are read by position: three score, three box and
 * three landmark arrays, for strides 8, 16, 32. A box row holds the distances left, up, right, down from the anchor
 * to the edges, a landmark row five (x, y) offsets, both in strides (insightface, `distance2bbox`, `distance2kps`).
 *
 * @param outputs the nine arrays, flat
 * @param threshold least score of a face, 0 to 1
 */
export function decodeScrfd(
  outputs: readonly Float32Array[],
  canvas: Letterbox,
  threshold: number,
): DetectedFace[] {
  return STRIDES.flatMap((stride, level) => {
    const [scores, boxes, landmarks] = [outputs[level], outputs[level + 3], outputs[level + 6]];
    const count = anchorCount(canvas.width, canvas.height, stride);
    if (scores?.length !== count || boxes?.length !== count * 4 || landmarks?.length !== count * 10) {
      throw new Error(
        `The detector's outputs of stride ${stride} do not fit its canvas: not an SCRFD with landmarks.`,
      );
    }
    return decodeStride(scores, boxes, landmarks, stride, canvas, threshold);
  });
}

function decodeStride(
  scores: Float32Array,
  boxes: Float32Array,
  landmarks: Float32Array,
  stride: number,
  canvas: Letterbox,
  threshold: number,
): DetectedFace[] {
  const faces: DetectedFace[] = [];
  const columns = Math.ceil(canvas.width / stride);
  const perStride = stride / canvas.scale;
  for (let row = 0; row < scores.length; row++) {
    const score = scores[row] as number;
    if (!(score >= threshold)) continue;
    const [x, y] = anchorCentre(row, columns, stride).map((pixels) => pixels / canvas.scale) as [
      number,
      number,
    ];
    const at = (values: Float32Array, index: number) => (values[index] as number) * perStride;
    const [left, up, right, down] = [0, 1, 2, 3].map((edge) => at(boxes, row * 4 + edge)) as Edges;
    faces.push({
      box: { x: x - left, y: y - up, width: left + right, height: up + down },
      score,
      landmarks: [0, 1, 2, 3, 4].map((point): Point => {
        const index = row * 10 + point * 2;
        return [x + at(landmarks, index), y + at(landmarks, index + 1)];
      }) as unknown as FiveLandmarks,
    });
  }
  return faces;
}

type Edges = [left: number, up: number, right: number, down: number];
