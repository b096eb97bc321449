import type { FaceQuality } from '../face-reading.js';
import type { DetectedFace } from './detector.js';

/** From this confidence on a detector is believed. */
const SURE = 0.7;
/** Pixels; smaller faces are weak for want of pixels, not for want of a face. */
const LEAST_WIDTH = 32;
/** Degrees; recognisers are trained on front views, and weak for everything else. */
const FRONT = 30;

/**
 * Whether a detection should be looked at twice: the detector doubts it, though it is large enough and looks at the camera.
 * Animals and drawings are found like that.
 */
export function isDoubtful({ score, box }: DetectedFace, { yaw }: Pick<FaceQuality, 'yaw'>): boolean {
  return score < SURE && box.width >= LEAST_WIDTH && Math.abs(yaw) < FRONT;
}
