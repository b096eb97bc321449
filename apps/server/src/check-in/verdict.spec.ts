import { CHECK_IN_LIMITS, type ReadFace } from '@rollcall/vision';
import type { Reading } from '../vision/face-engine.js';
import { fuse } from './probe.js';
import { judge } from './verdict.js';

const RULE = { threshold: 0.4, margin: 0.1 };
const face: ReadFace = {
  box: { x: 400, y: 150, width: 300, height: 400 },
  score: 0.99,
  landmarks: [
    [490, 300],
    [610, 300],
    [550, 370],
    [500, 440],
    [600, 440],
  ],
  quality: {
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
  },
  appearance: new Float32Array(0),
  embedding: Float32Array.of(1, 0),
  liveness: null,
  attributes: null,
};
const seen = (...faces: ReadFace[]): Reading => ({
  modelId: 'test@000000000000',
  width: 1280,
  height: 720,
  faces,
  timings: { decode: 1, detect: 1, liveness: 0, quality: 1, embed: 1, total: 4, inference: 2 },
});
const probe = fuse([seen(face)], CHECK_IN_LIMITS, 0.4);
const person = (personId: string, similarity: number) => ({
  personId,
  similarity,
  negative: null,
  confusions: [],
});

describe('the verdict', () => {
  it('matches the best person from the threshold on', () => {
    expect(judge(probe, [person('a', 0.4)], RULE)).toEqual({ decision: 'matched', personId: 'a' });
    expect(judge(probe, [person('a', 0.399)], RULE)).toEqual({ decision: 'unknown' });
    expect(judge(probe, [], RULE)).toEqual({ decision: 'unknown' });
  });

  it('is ambiguous where the second person is too close, however alike the best one is', () => {
    expect(judge(probe, [person('a', 0.8), person('b', 0.71)], RULE)).toEqual({
      decision: 'ambiguous',
      candidates: ['a', 'b'],
    });
    expect(judge(probe, [person('a', 0.8), person('b', 0.6)], RULE)).toEqual({
      decision: 'matched',
      personId: 'a',
    });
  });

  it('leaves open only whom the threshold and the margin leave: they are the candidates', () => {
    const candidates = (...closest: ReturnType<typeof person>[]) => judge(probe, closest, RULE);
    expect(candidates(person('a', 0.8), person('b', 0.75), person('c', 0.71), person('d', 0.69))).toEqual({
      decision: 'ambiguous',
      candidates: ['a', 'b', 'c'],
    });
    expect(candidates(person('a', 0.45), person('b', 0.4), person('c', 0.39))).toEqual({
      decision: 'ambiguous',
      candidates: ['a', 'b'],
    });
    expect(candidates(person('a', 0.41), person('b', 0.39))).toEqual({
      decision: 'ambiguous',
      candidates: ['a'],
    });
  });

  it('does not ask for a lead among strangers', () => {
    expect(judge(probe, [person('a', 0.3), person('b', 0.29)], RULE)).toEqual({ decision: 'unknown' });
  });

  it('needs a face, and a good one', () => {
    const small = { ...face, quality: { ...face.quality, faceSize: 4 } };
    expect(judge(fuse([seen()], CHECK_IN_LIMITS, 0.4), [], RULE)).toEqual({ decision: 'no_face' });
    expect(judge(fuse([seen(small)], CHECK_IN_LIMITS, 0.4), [person('a', 0.9)], RULE)).toEqual({
      decision: 'low_quality',
    });
  });

  it('asks for more lead between two people who were confused before', () => {
    const [a, b] = [person('a', 0.8), person('b', 0.68)];
    const confused = { ...a, confusions: [{ personId: 'b', extraMargin: 0.05 }] };
    expect(judge(probe, [a, b], RULE).decision).toBe('matched');
    expect(judge(probe, [confused, b], RULE)).toEqual({ decision: 'ambiguous', candidates: ['a', 'b'] });
    expect(judge(probe, [confused, person('c', 0.68)], RULE).decision).toBe('matched');
  });

  it('leaves it to a PIN where the face is as like one that was said not to be this person', () => {
    const denied = { ...person('a', 0.6), negative: 0.7 };
    expect(judge(probe, [denied], RULE)).toEqual({ decision: 'ambiguous', candidates: ['a'] });
    expect(judge(probe, [{ ...denied, negative: 0.5 }], RULE).decision).toBe('matched');
  });
});
