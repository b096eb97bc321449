import { open } from 'node:fs/promises';
import { PackError } from '../packs/pack-error.js';
import { allTaps } from './feature-graph.js';
import { RECIPES, type RecipeName } from './recipe.js';
import { headerEnd, LENGTH_BYTES, readEntries, SafetensorsError } from './safetensors-header.js';
import { layersUpTo, type Vgg16Layer } from './vgg16.js';

/**
 * The recipes whose layers a file of VGG16's weights holds. Reads its header alone.
 *
 * @param path of the safetensors file: `features.<index>.{weight,bias}`
 * @throws {PackError} PACK_INVALID when it is no such file
 */
export async function paintableRecipes(path: string): Promise<RecipeName[]> {
  const held = await namesIn(path);
  const isHeld = ({ index }: Vgg16Layer) =>
    held.has(`features.${index}.weight`) && held.has(`features.${index}.bias`);
  return (Object.keys(RECIPES) as RecipeName[]).filter((name) =>
    layersUpTo(allTaps(RECIPES[name])).every(isHeld),
  );
}

async function namesIn(path: string): Promise<Set<string>> {
  const file = await open(path);
  try {
    const { size } = await file.stat();
    const begin = await read(file, Math.min(size, LENGTH_BYTES));
    const header = await read(file, headerEnd(begin, size));
    return new Set(readEntries(header, (name) => name.startsWith('features.')).map(({ name }) => name));
  } catch (error) {
    throw error instanceof SafetensorsError
      ? new PackError('PACK_INVALID', `${path}: ${error.message}`)
      : error;
  } finally {
    await file.close();
  }
}

async function read(file: Awaited<ReturnType<typeof open>>, length: number): Promise<Uint8Array> {
  const { buffer } = await file.read(Buffer.alloc(length), 0, length, 0);
  return buffer;
}
