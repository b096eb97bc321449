import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { FaceEnginePool, type ModelPack } from '@rollcall/vision';
import { labelledPhotos } from './photos.js';

const SCRIPT = fileURLToPath(new URL('../insightface/agreement.py', import.meta.url));

/** Cosines between Rollcall's embeddings and InsightFace's of the same faces on the same ONNX files. */
export interface Agreement {
  readonly faces: number;
  /** Faces of ours that InsightFace does not find. */
  readonly unmatched: number;
  readonly median: number;
  readonly least: number;
  readonly under0999: number;
}

/** @param python an interpreter with the packages of bench/insightface/requirements.txt */
export async function agreement(pack: ModelPack, python: string): Promise<Agreement> {
  const folder = mkdtempSync(join(tmpdir(), 'rollcall-agreement-'));
  try {
    const task = join(folder, 'task.json');
    const { detector, recognizer } = pack.manifest;
    const files = { detector: pack.files[detector.sha256], recognizer: pack.files[recognizer.sha256] };
    writeFileSync(task, JSON.stringify({ ...files, photos: await ownFaces(pack) }));
    const printed = execFileSync(python, [SCRIPT, task], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    return JSON.parse(printed.trim().split('\n').at(-1)!) as Agreement;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function ownFaces(pack: ModelPack) {
  const pool = await FaceEnginePool.open(pack);
  try {
    const photos = [];
    for (const { path } of labelledPhotos()) {
      const { faces } = await pool.read(await readFile(path));
      const described = faces.map(({ box: { x, y, width, height }, embedding }) => ({
        box: [x, y, width, height],
        embedding: [...embedding!],
      }));
      photos.push({ path, faces: described });
    }
    return photos;
  } finally {
    await pool.close();
  }
}
