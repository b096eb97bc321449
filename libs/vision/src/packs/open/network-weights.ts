import { readFile } from 'node:fs/promises';
import { packFilePath, type ModelPack } from '../model-pack.js';
import type { NetworkFiles } from '../pack-manifest.js';
import { WeightMap } from './weight-map.js';

/** The weights of a network that face-api.js ships as a binary file and its index. */
export async function readWeights(pack: ModelPack, files: NetworkFiles): Promise<WeightMap> {
  const index = await readFile(packFilePath(pack, files.index), 'utf8');
  return WeightMap.read(index, await readFile(packFilePath(pack, files)));
}
