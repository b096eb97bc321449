import { recommendedOperatingPoint, type OperatingPoint } from './operating-point.js';
import { packManifestSchema } from './pack-manifest.js';

const sha256 = 'f7550336add18ba176e60d9cce63a47b3435916e1113713981046198c70a740c';
const openSpace = 'ece1f1b0ac2acb52d26d76d321ea8d131cda00c4d31317f9faac85be0cd927f4';
const manifest = (recognizer: string) =>
  packManifestSchema.parse({
    name: 'toy',
    title: 'Toy',
    licence: 'MIT',
    commercialUse: true,
    detector: { kind: 'scrfd', file: 'd', sha256 },
    recognizer: { kind: 'arcface', file: 'r', sha256: recognizer, dimension: 128 },
  });

it('knows the recognisers that were measured by their files, whatever the pack is called', () => {
  expect(recommendedOperatingPoint({ manifest: manifest(sha256) })).toMatchObject({
    measured: true,
    threshold: 0.37,
  });
});

it('is stricter, and says that it guesses, where nobody measured', () => {
  const guess = recommendedOperatingPoint({ manifest: manifest('0'.repeat(64)) });
  expect(guess.measured).toBe(false);
  expect(guess.threshold).toBeGreaterThan(0.37);
});

/** Linear in log FMR between the two points around it, from the last two on. */
function tailAt({ impostorTail }: OperatingPoint, fmr: number): number {
  const after = impostorTail.findIndex((point) => point.fmr <= fmr);
  const i = Math.max(1, after === -1 ? impostorTail.length - 1 : after);
  const [from, to] = [impostorTail[i - 1]!, impostorTail[i]!];
  const share = Math.log(fmr / from.fmr) / Math.log(to.fmr / from.fmr);
  return from.threshold + share * (to.threshold - from.threshold);
}

describe.each([
  ['arcface_mbf', sha256],
  ['the open space', openSpace],
  ['an unmeasured one', '0'.repeat(64)],
])('the impostor tail of %s', (_, recognizer) => {
  const { impostorTail: tail } = recommendedOperatingPoint({ manifest: manifest(recognizer) });

  it('has points of falling FMR and rising threshold', () => {
    expect(tail.length).toBeGreaterThanOrEqual(2);
    for (const [i, { fmr, threshold }] of tail.slice(1).entries()) {
      expect(fmr).toBeLessThan(tail[i]!.fmr);
      expect(threshold).toBeGreaterThan(tail[i]!.threshold);
    }
  });
});

it('takes templates for independent where nobody measured, and for a little less where somebody did', () => {
  const exponents = [sha256, openSpace, '0'.repeat(64)].map(
    (recognizer) => recommendedOperatingPoint({ manifest: manifest(recognizer) }).templateExponent,
  );
  expect(exponents).toEqual([0.9, 0.85, 1]);
});

const FOR_SIXTY = 1 - 0.99 ** (1 / 60);

it('explains the recommended threshold: 60 enrolled, one stranger in a hundred', () => {
  const point = recommendedOperatingPoint({ manifest: manifest(sha256) });
  expect(Math.abs(tailAt(point, FOR_SIXTY) - point.threshold)).toBeLessThan(0.01);
});

it('is stricter for the open space, which has seen the people that its threshold was measured on', () => {
  const point = recommendedOperatingPoint({ manifest: manifest(openSpace) });
  expect(tailAt(point, FOR_SIXTY)).toBeGreaterThan(point.threshold);
});
