import type { ReadFace } from '@rollcall/vision';
import type { Reading } from '../../src/vision/face-engine.js';

/** What a face has unless the test says otherwise. */
export const A_GOOD_QUALITY: ReadFace['quality'] = {
  score: 0.9,
  sharpness: 0.9,
  brightness: 0.5,
  contrast: 0.4,
  faceSize: 120,
  yaw: 0,
  pitch: 0,
  roll: 0,
  outside: 0,
  crowding: 0,
};

interface FaceFields extends Partial<Omit<ReadFace, 'box' | 'landmarks' | 'quality'>> {
  /** Top left of its box. */
  readonly at?: readonly [x: number, y: number];
  readonly width?: number;
  readonly quality?: Partial<ReadFace['quality']>;
}

/** A face that nobody has, 120 pixels between the eyes. */
export function aFace({
  at: [x, y] = [400, 200],
  width = 300,
  quality,
  ...fields
}: FaceFields = {}): ReadFace {
  return {
    box: { x, y, width, height: width * 1.3 },
    score: 0.99,
    landmarks: [
      [x + 90, y + 150],
      [x + 210, y + 150],
      [x + 150, y + 220],
      [x + 100, y + 290],
      [x + 200, y + 290],
    ],
    quality: { ...A_GOOD_QUALITY, ...quality },
    appearance: new Float32Array(0),
    embedding: null,
    liveness: null,
    attributes: null,
    ...fields,
  };
}

/** What an engine read on one picture. */
export const aReading = (...faces: ReadFace[]): Reading => ({
  modelId: 'test@000000000000',
  width: 1280,
  height: 720,
  faces,
  timings: { decode: 1, detect: 2, liveness: 3, quality: 4, embed: 5, total: 15, inference: 6 },
});
