/** Grey values 0 to 255 of the middle of the picture, very small. */
export type Sample = Uint8ClampedArray | Uint8Array;

export interface Scene {
  previous: Sample | null;
  /** When something last moved; null until the first movement after a capture. */
  movedAt: number | null;
  captured: Sample | null;
  capturedAt: number;
  /** What the place looks like when nobody is there. */
  empty: Sample | null;
}

/** Mean absolute differences as a share of full scale; camera noise lies under 0.01. */
const MOTION = 0.03;
const OTHER_SCENE = 0.035;
const STILL_MS = 350;
export const MIN_INTERVAL_MS = 1_500;

export const newScene = (): Scene => ({
  previous: null,
  movedAt: null,
  captured: null,
  capturedAt: -Infinity,
  empty: null,
});

export function difference(a: Sample, b: Sample): number {
  let sum = 0;
  for (let index = 0; index < a.length; index++) sum += Math.abs((a[index] ?? 0) - (b[index] ?? 0));
  return sum / (a.length * 255);
}

const differs = (a: Sample | null, b: Sample) => a === null || difference(a, b) > OTHER_SCENE;

/**
 * One look at the scene. Asks for a capture when something moved and then held still, when that is another scene than
 * the one captured last and than the empty place, and not more often than every 1.5 s.
 */
export function look(scene: Scene, sample: Sample, now: number): { scene: Scene; capture: boolean } {
  const moved = scene.previous !== null && difference(scene.previous, sample) > MOTION;
  const seen = { ...scene, previous: sample, movedAt: moved ? now : scene.movedAt };
  const settled = seen.movedAt !== null && now - seen.movedAt >= STILL_MS;
  if (!settled || now - scene.capturedAt < MIN_INTERVAL_MS) return { scene: seen, capture: false };
  const worthwhile = differs(scene.captured, sample) && differs(scene.empty, sample);
  if (!worthwhile) return { scene: { ...seen, movedAt: null }, capture: false };
  return { scene: captured(seen, sample, now), capture: true };
}

/** After any capture, also one by the button: the scene has to change before the next automatic one. */
export const captured = (scene: Scene, sample: Sample | null, now: number): Scene => ({
  ...scene,
  movedAt: null,
  captured: sample,
  capturedAt: now,
});

/** The server saw nobody: what was captured is how the place looks when it is empty. */
export const sawNobody = (scene: Scene): Scene => ({ ...scene, empty: scene.captured });
