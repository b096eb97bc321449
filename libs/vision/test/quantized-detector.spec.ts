import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FaceEngine } from '../src/face-engine.js';
import { loadPack, type ModelPack } from '../src/packs/model-pack.js';
import type { ScrfdStage } from '../src/packs/pack-manifest.js';
import { quantizeDetector } from '../src/quantization/quantize-detector.js';
import { decodeImage } from '../src/raster.js';
import { cosine, describeWithModels, packFolder, photo, rows } from './sample-files.js';

jest.setTimeout(180_000);

describeWithModels('SCRFD in levels of 8 bits', () => {
  let folder: string;
  let engines: readonly [FaceEngine, FaceEngine];
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'int8-'));
    const pack = await loadPack(packFolder('arcface-mbf'));
    const path = join(folder, 'int8.onnx');
    await writeFile(path, await quantizeDetector(pack, calibration()));
    engines = [await FaceEngine.open(pack), await FaceEngine.open(detectingBy(pack, path))];
  });
  afterAll(async () => {
    for (const engine of engines ?? []) await engine.close();
    await rm(folder, { recursive: true });
  });

  /** Read when it is asked for: where there are no photos this block is skipped, and yet its body runs. */
  const frontal = () => rows('people.csv').filter(([, , kind]) => kind === 'frontal');
  /** Every fortieth photo, which no test looks at. */
  async function* calibration() {
    for (const [file] of frontal().filter((_, i) => i % 40 === 0)) yield await decodeImage(photo(file!));
  }

  /** The same pack with another file for its detector, of whatever sum. */
  const detectingBy = (pack: ModelPack, path: string): ModelPack => {
    const detector: ScrfdStage = { ...(pack.manifest.detector as ScrfdStage), sha256: '8'.repeat(64) };
    return {
      ...pack,
      manifest: { ...pack.manifest, detector },
      files: { ...pack.files, [detector.sha256]: path },
    };
  };

  it('finds the same faces, and people are as like themselves', async () => {
    for (const [file] of frontal().filter((_, i) => i % 40 === 7)) {
      const [exact, levels] = await Promise.all(engines.map((engine) => engine.read(photo(file!))));
      expect({ file, faces: levels!.faces.length }).toEqual({ file, faces: exact!.faces.length });
      exact!.faces.forEach(({ embedding }, i) =>
        expect(cosine(embedding!, levels!.faces[i]!.embedding!)).toBeGreaterThan(0.9),
      );
    }
  });
});
