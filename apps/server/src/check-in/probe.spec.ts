import { CHECK_IN_LIMITS, type ReadFace } from '@rollcall/vision';
import type { Reading } from '../vision/face-engine.js';
import { fuse } from './probe.js';

const axis = (at: number) => Float32Array.from({ length: 4 }, (_, i) => (i === at ? 1 : 0));

function aFace(embedding: Float32Array, quality: Partial<ReadFace['quality']> = {}): ReadFace {
  return {
    box: { x: 400, y: 200, width: 300, height: 390 },
    score: 0.99,
    landmarks: [
      [490, 350],
      [610, 350],
      [550, 420],
      [500, 490],
      [600, 490],
    ],
    quality: {
      score: 0.8,
      sharpness: 0.9,
      brightness: 0.5,
      contrast: 0.4,
      faceSize: 120,
      yaw: 0,
      pitch: 0,
      roll: 0,
      outside: 0,
      crowding: 0,
      ...quality,
    },
    appearance: new Float32Array(0),
    embedding,
    liveness: null,
    attributes: null,
  };
}

const reading = (...faces: ReadFace[]): Reading => ({
  modelId: 'test@000000000000',
  width: 1280,
  height: 720,
  faces,
  timings: { decode: 1, detect: 2, liveness: 3, quality: 4, embed: 5, total: 15, inference: 6 },
});

describe('the frames of one moment', () => {
  it('without a face make no probe', () => {
    expect(fuse([reading(), reading()], CHECK_IN_LIMITS, 0.4)).toMatchObject({
      face: null,
      frame: 0,
      reasons: [],
      embedding: null,
    });
  });

  it('of one face are that face', () => {
    const face = aFace(axis(1));
    const probe = fuse([reading(face)], CHECK_IN_LIMITS, 0.4);
    expect(probe).toMatchObject({ face, frame: 0, reasons: [] });
    expect([...probe.embedding!]).toEqual([0, 1, 0, 0]);
  });

  it('are fused to the direction between them, of length one', () => {
    const leaning = Float32Array.of(0.6, 0.8, 0, 0);
    const { embedding } = fuse([reading(aFace(axis(0))), reading(aFace(leaning))], CHECK_IN_LIMITS, 0.4);
    const half = Math.hypot(1.6, 0.8);
    expect([...embedding!]).toEqual([expect.closeTo(1.6 / half, 6), expect.closeTo(0.8 / half, 6), 0, 0]);
  });

  it('of several people are nobody: one would lend his life to the picture of another', () => {
    const frames = [reading(aFace(axis(0))), reading(aFace(axis(1)))];
    expect(fuse(frames, CHECK_IN_LIMITS, 0.4)).toMatchObject({ embedding: null, reasons: ['CROWDED'] });
  });

  it('are alive by what is compared, not by somebody who is turned away', () => {
    const picture = { ...aFace(axis(0)), liveness: 0.1 };
    const other = { ...aFace(axis(1), { yaw: 80 }), liveness: 1 };
    const { liveness } = fuse([reading(picture), reading(other)], CHECK_IN_LIMITS, 0.4);
    expect(liveness).toEqual({ score: 0.1, still: false });
  });

  it('take the face nearest to the camera of each frame', () => {
    const { embedding } = fuse([reading(aFace(axis(2)), aFace(axis(3)))], CHECK_IN_LIMITS, 0.4);
    expect([...embedding!]).toEqual([0, 0, 1, 0]);
  });

  it('leave out what cannot be read, and keep the best frame', () => {
    const blurred = aFace(axis(0), { sharpness: 0, score: 0.95 });
    const fair = aFace(axis(1), { score: 0.5 });
    const good = aFace(axis(1), { score: 0.6 });
    const probe = fuse([reading(), reading(blurred), reading(fair), reading(good)], CHECK_IN_LIMITS, 0.4);
    expect(probe).toMatchObject({ face: good, frame: 3, reasons: [] });
    expect([...probe.embedding!]).toEqual([0, 1, 0, 0]);
  });

  it('that are all bad tell what is wrong with the best of them', () => {
    const worse = aFace(axis(0), { sharpness: 0, score: 0.1 });
    const better = aFace(axis(0), { yaw: 80, score: 0.3 });
    const probe = fuse([reading(worse), reading(better)], CHECK_IN_LIMITS, 0.4);
    expect(probe).toMatchObject({ face: better, frame: 1, reasons: ['TURNED_AWAY'], embedding: null });
  });

  it('are judged by the limits that hold', () => {
    const turned = [reading(aFace(axis(0), { yaw: 30 }))];
    expect(fuse(turned, CHECK_IN_LIMITS, 0.4).reasons).toEqual([]);
    expect(fuse(turned, { ...CHECK_IN_LIMITS, maxYaw: 20 }, 0.4)).toMatchObject({
      reasons: ['TURNED_AWAY'],
      embedding: null,
    });
  });

  it('take as long as all of them together', () => {
    const { timings } = fuse([reading(), reading(aFace(axis(0))), reading()], CHECK_IN_LIMITS, 0.4);
    expect(timings).toEqual({
      decode: 3,
      detect: 6,
      liveness: 9,
      quality: 12,
      embed: 15,
      total: 45,
      inference: 18,
    });
  });
});
