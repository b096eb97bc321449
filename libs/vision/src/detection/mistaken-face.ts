import type { DetectedFace } from './detector.js';

/** From this confidence on a detector is believed. */
const SURE = 0.7;
/** Pixels; smaller faces are weak for want of pixels, not for want of a face. */
const LEAST_WIDTH = 32;

/**
 * Whether a detection should be looked at twice: the detector doubts it, though it is large enough. Animals and drawings
 * are found like that.
 */
export const isDoubtful = ({ score, box }: Pick<DetectedFace, 'score' | 'box'>): boolean =>
  score < SURE && box.width >= LEAST_WIDTH;

/**
 * How long a recogniser's output must at least be for a doubtful detection to be a face. Recognisers see less of a face the
 * further it is turned away, so that less is asked for, and nothing of a full profile.
 *
 * @param front length that is asked for of a front view; @param yaw degrees
 */
export const leastNormAt = (front: number, yaw: number): number => front * Math.cos((yaw * Math.PI) / 180);
