import { CHECK_IN_LIMITS } from '@rollcall/vision';
import { aFace, aReading } from '../../test/support/a-face.js';
import { fuse } from './probe.js';

const axis = (at: number) => Float32Array.from({ length: 4 }, (_, i) => (i === at ? 1 : 0));

describe('the frames of one moment', () => {
  it('without a face make no probe', () => {
    expect(fuse([aReading(), aReading()], CHECK_IN_LIMITS, 0.4)).toMatchObject({
      face: null,
      frame: 0,
      reasons: [],
      embedding: null,
    });
  });

  it('of one face are that face', () => {
    const face = aFace({ embedding: axis(1) });
    const probe = fuse([aReading(face)], CHECK_IN_LIMITS, 0.4);
    expect(probe).toMatchObject({ face, frame: 0, reasons: [] });
    expect([...probe.embedding!]).toEqual([0, 1, 0, 0]);
  });

  it('are fused to the direction between them, of length one', () => {
    const leaning = Float32Array.of(0.6, 0.8, 0, 0);
    const { embedding } = fuse(
      [aReading(aFace({ embedding: axis(0) })), aReading(aFace({ embedding: leaning }))],
      CHECK_IN_LIMITS,
      0.4,
    );
    const half = Math.hypot(1.6, 0.8);
    expect([...embedding!]).toEqual([expect.closeTo(1.6 / half, 6), expect.closeTo(0.8 / half, 6), 0, 0]);
  });

  it('of several people are nobody: one would lend his life to the picture of another', () => {
    const frames = [aReading(aFace({ embedding: axis(0) })), aReading(aFace({ embedding: axis(1) }))];
    expect(fuse(frames, CHECK_IN_LIMITS, 0.4)).toMatchObject({ embedding: null, reasons: ['CROWDED'] });
  });

  it('are alive by what is compared, not by somebody who is turned away', () => {
    const picture = aFace({ embedding: axis(0), liveness: 0.1 });
    const other = aFace({ embedding: axis(1), quality: { yaw: 80 }, liveness: 1 });
    const { liveness } = fuse([aReading(picture), aReading(other)], CHECK_IN_LIMITS, 0.4);
    expect(liveness).toEqual({ score: 0.1, still: false });
  });

  it('take the face nearest to the camera of each frame', () => {
    const { embedding } = fuse(
      [aReading(aFace({ embedding: axis(2) }), aFace({ embedding: axis(3) }))],
      CHECK_IN_LIMITS,
      0.4,
    );
    expect([...embedding!]).toEqual([0, 0, 1, 0]);
  });

  it('leave out what cannot be read, and keep the best frame', () => {
    const blurred = aFace({ embedding: axis(0), quality: { sharpness: 0, score: 0.95 } });
    const fair = aFace({ embedding: axis(1), quality: { score: 0.5 } });
    const good = aFace({ embedding: axis(1), quality: { score: 0.6 } });
    const probe = fuse([aReading(), aReading(blurred), aReading(fair), aReading(good)], CHECK_IN_LIMITS, 0.4);
    expect(probe).toMatchObject({ face: good, frame: 3, reasons: [] });
    expect([...probe.embedding!]).toEqual([0, 1, 0, 0]);
  });

  it('that are all bad tell what is wrong with the best of them', () => {
    const worse = aFace({ embedding: axis(0), quality: { sharpness: 0, score: 0.1 } });
    const better = aFace({ embedding: axis(0), quality: { yaw: 80, score: 0.3 } });
    const probe = fuse([aReading(worse), aReading(better)], CHECK_IN_LIMITS, 0.4);
    expect(probe).toMatchObject({ face: better, frame: 1, reasons: ['TURNED_AWAY'], embedding: null });
  });

  it('are judged by the limits that hold', () => {
    const turned = [aReading(aFace({ embedding: axis(0), quality: { yaw: 30 } }))];
    expect(fuse(turned, CHECK_IN_LIMITS, 0.4).reasons).toEqual([]);
    expect(fuse(turned, { ...CHECK_IN_LIMITS, maxYaw: 20 }, 0.4)).toMatchObject({
      reasons: ['TURNED_AWAY'],
      embedding: null,
    });
  });

  it('take as long as all of them together', () => {
    const { timings } = fuse(
      [aReading(), aReading(aFace({ embedding: axis(0) })), aReading()],
      CHECK_IN_LIMITS,
      0.4,
    );
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
