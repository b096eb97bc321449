import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadPack } from '../src/packs/model-pack.js';
import { openStages, type PackStages } from '../src/packs/stages.js';
import type { RgbImage } from '../src/rgb-image.js';

const about = { name: 'toy', title: 'Toy', licence: 'none', commercialUse: true };

/** A network of a pack: its stage without what is known from its bytes. */
export interface ToyStage {
  readonly stage: Readonly<Record<string, unknown>>;
  readonly model: Uint8Array;
}

/** What a pack is made of. */
export interface ToyStages {
  readonly detector: ToyStage;
  readonly recognizer: ToyStage;
  readonly liveness?: readonly ToyStage[];
  readonly attributes?: readonly ToyStage[];
}

/** Writes the networks and their `pack.json` into a folder, which is made where there is none. */
export async function writeToyPack(folder: string, stages: ToyStages): Promise<void> {
  await mkdir(folder, { recursive: true });
  const written = ({ stage, model }: ToyStage) => writeStage(folder, stage, model);
  const manifest = {
    ...about,
    detector: await written(stages.detector),
    recognizer: await written(stages.recognizer),
    liveness: await Promise.all((stages.liveness ?? []).map(written)),
    attributes: await Promise.all((stages.attributes ?? []).map(written)),
  };
  await writeFile(join(folder, 'pack.json'), JSON.stringify(manifest));
}

async function writeStage(folder: string, stage: Readonly<Record<string, unknown>>, model: Uint8Array) {
  const sha256 = createHash('sha256').update(model).digest('hex');
  const file = typeof stage.file === 'string' ? stage.file : `${String(stage.kind)}.onnx`;
  await writeFile(join(folder, file), model);
  return { ...stage, file, sha256 };
}

/** What a pack of these networks gives to `use`; closed and deleted afterwards. */
export async function withToyStages<Result>(
  stages: ToyStages,
  use: (opened: PackStages) => Promise<Result>,
): Promise<Result> {
  const folder = await mkdtemp(join(tmpdir(), 'toy-pack-'));
  try {
    await writeToyPack(folder, stages);
    const opened = await openStages(await loadPack(folder), {});
    try {
      return await use(opened);
    } finally {
      const { detector, embedder, liveness, describers } = opened;
      for (const stage of [detector, embedder, liveness, ...describers]) await stage?.close();
    }
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** Blots on a dark picture: centre, spreads across and down in pixels, colour. */
const BLOTS = [
  [104, 97, 8, 9, 250, 60, 40],
  [283, 190, 9, 8, 255, 70, 50],
  [61, 231, 8, 8, 245, 50, 40],
  [206, 37, 9, 9, 250, 65, 60],
  [330, 60, 30, 30, 40, 90, 220],
] as const;

/** A smooth picture that the toy detectors find red faces in, the same one for ever. */
export function toyPicture(): RgbImage {
  const [width, height] = [400, 300];
  const data = new Uint8Array(width * height * 3);
  for (let pixel = 0; pixel < width * height; pixel++) {
    const [x, y] = [pixel % width, Math.trunc(pixel / width)];
    for (const channel of [0, 1, 2]) {
      const ground = 25 + 12 * Math.sin(x / 31 + channel) * Math.cos(y / 23);
      const light = BLOTS.reduce((sum, [cx, cy, sx, sy, ...colour]) => {
        const far = ((x - cx) / sx) ** 2 + ((y - cy) / sy) ** 2;
        return sum + colour[channel]! * Math.exp(-far);
      }, ground);
      data[pixel * 3 + channel] = Math.round(Math.min(255, light));
    }
  }
  return { width, height, data };
}
