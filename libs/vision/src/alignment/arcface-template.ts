import type { FiveLandmarks } from '../geometry.js';

/** Side of the square that ArcFace recognisers are trained on, in pixels. */
export const ARCFACE_SIZE = 112;

/** Where ArcFace's training data has the five landmarks, in pixels of the 112x112 crop (insightface, `face_align.py`). */
export const ARCFACE_TEMPLATE: FiveLandmarks = [
  [38.2946, 51.6963],
  [73.5318, 51.5014],
  [56.0252, 71.7366],
  [41.5493, 92.3655],
  [70.7299, 92.2041],
];
