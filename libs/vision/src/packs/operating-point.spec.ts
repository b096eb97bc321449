import { recommendedOperatingPoint } from './operating-point.js';
import { packManifestSchema } from './pack-manifest.js';

const sha256 = 'f7550336add18ba176e60d9cce63a47b3435916e1113713981046198c70a740c';
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
