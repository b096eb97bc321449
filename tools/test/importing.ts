import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FaceEngine, installedPack } from '@rollcall/vision';
import { CATALOGUE } from '../src/models/catalogue/catalogue.js';
import { importPackCommand } from '../src/models/packs/import-command.js';
import type { ImportOrder } from '../src/models/packs/import-room.js';
import { smallArcface } from './small-networks.js';
import { buffalo, sha256, type Files } from './small-packs.js';

/** A folder of packs, with room beside it for what is imported. */
export class Importing {
  readonly root = mkdtempSync(join(tmpdir(), 'import-'));
  readonly modelsDir = join(this.root, 'models');

  /** Writes a zip beside the folder of the packs. */
  archive(name: string, bytes: Uint8Array): string {
    writeFileSync(join(this.root, name), bytes);
    return join(this.root, name);
  }

  folder(name: string, files: Files): string {
    for (const [path, bytes] of Object.entries(files)) {
      mkdirSync(join(this.root, name, path, '..'), { recursive: true });
      writeFileSync(join(this.root, name, path), bytes);
    }
    return join(this.root, name);
  }

  /** Answers what was said. */
  async take(source: string, order: Partial<ImportOrder> = {}): Promise<string> {
    const said: string[] = [];
    const { modelsDir } = this;
    await importPackCommand(
      { source, modelsDir, catalogue: CATALOGUE, ...order },
      (line) => void said.push(line),
    );
    return said.join('\n');
  }

  /** Everything in the folder of the packs, hidden things included. */
  get there(): string[] {
    return existsSync(this.modelsDir) ? readdirSync(this.modelsDir).sort() : [];
  }

  manifest(name: string) {
    return JSON.parse(readFileSync(join(this.modelsDir, name, 'pack.json'), 'utf8')) as Record<
      string,
      unknown
    >;
  }

  async facesIn(name: string, image: Uint8Array) {
    const engine = await FaceEngine.open(await installedPack(name, this.modelsDir));
    try {
      return (await engine.read(image, { liveness: 'all' })).faces;
    } finally {
      await engine.close();
    }
  }

  end(): void {
    rmSync(this.root, { recursive: true });
  }
}

export const [detector, recognizer] = [buffalo['det_10g.onnx'], smallArcface(128, 1)];
/** A pack with its description. */
export const described = (changes: object = {}) => ({
  'nets/d.onnx': detector,
  'r.onnx': recognizer,
  'README.txt': Buffer.from('about it'),
  'pack.json': Buffer.from(
    JSON.stringify({
      name: 'own',
      title: 'Our own',
      licence: 'MIT',
      commercialUse: true,
      detector: { kind: 'scrfd', file: 'nets/d.onnx', sha256: sha256(detector) },
      recognizer: { kind: 'arcface', file: 'r.onnx', sha256: sha256(recognizer), dimension: 128 },
      ...changes,
    }),
  ),
});
