import { CHECK_IN_LIMITS } from '@rollcall/vision';
import { aFace, aReading } from '../../test/support/a-face.js';
import { fuse } from './probe.js';
import { judge } from './verdict.js';

const RULE = { threshold: 0.4, margin: 0.1 };
const face = aFace({ embedding: Float32Array.of(1, 0), appearance: Float32Array.of(1, 0) });
const probe = fuse([aReading(face)], CHECK_IN_LIMITS, 0.4);
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
    expect(judge(fuse([aReading()], CHECK_IN_LIMITS, 0.4), [], RULE)).toEqual({ decision: 'no_face' });
    expect(judge(fuse([aReading(small)], CHECK_IN_LIMITS, 0.4), [person('a', 0.9)], RULE)).toEqual({
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

  describe('on a picture of a face says why it is one', () => {
    const live = { threshold: 0.5 };
    const moment = (liveness: number, frames: number) =>
      fuse(
        Array.from({ length: frames }, () => aReading({ ...face, liveness })),
        CHECK_IN_LIMITS,
        0.4,
      );

    it.each([
      ['a low score', moment(0.49, 1), ['LIVENESS_TOO_LOW']],
      ['one still picture', moment(0.9, 2), ['STILL_PICTURE']],
      ['both', moment(0.49, 2), ['LIVENESS_TOO_LOW', 'STILL_PICTURE']],
    ])('%s', (_, probe, reasons) => {
      expect(judge(probe, [person('a', 0.9)], RULE, { liveness: live })).toEqual({
        decision: 'spoof',
        reasons,
      });
      expect(judge(probe, [person('a', 0.9)], RULE).decision).toBe('matched');
    });

    it('a portrait that was painted', () => {
      const options = { liveness: live, isPortrait: true };
      expect(judge(moment(0.9, 1), [], RULE, options)).toEqual({
        decision: 'spoof',
        reasons: ['PAINTED_PORTRAIT'],
      });
    });
  });
});
