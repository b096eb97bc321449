import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { safetensorsOf, type WrittenTensor } from '../../test/write-safetensors.js';
import { paintableRecipes } from './paintable-recipes.js';
import { VGG16_LAYERS } from './vgg16.js';

describe('paintableRecipes', () => {
  let folder: string;
  beforeEach(async () => (folder = await mkdtemp(join(tmpdir(), 'recipes-'))));
  afterEach(() => rm(folder, { recursive: true }));

  const recipesOf = async (bytes: Uint8Array) => {
    const path = join(folder, 'weights.safetensors');
    await writeFile(path, bytes);
    return paintableRecipes(path);
  };

  /** Weights that end behind a layer; what the arrays hold does not matter. */
  const upTo = (layer: string, but?: string) => {
    const count = VGG16_LAYERS.findIndex(({ name }) => name === layer) + 1;
    const tensors = new Map<string, WrittenTensor>();
    for (const { index } of VGG16_LAYERS.slice(0, count)) {
      for (const part of ['weight', 'bias']) {
        const name = `features.${index}.${part}`;
        if (name !== but) tensors.set(name, { shape: [1], data: new Float32Array(1) });
      }
    }
    return safetensorsOf(tensors);
  };

  it('are those whose layers the weights hold', async () => {
    expect(await recipesOf(upTo('4_2'))).toEqual(['gatys-torch', 'gatys-keras', 'portrait']);
    expect(await recipesOf(upTo('3_3'))).toEqual(['gatys-torch', 'portrait']);
    expect(await recipesOf(upTo('3_2'))).toEqual([]);
    expect(await recipesOf(upTo('4_2', 'features.0.bias'))).toEqual([]);
  });

  it.each([
    ['no weights', Buffer.from('toy')],
    ['a header that is cut off', upTo('3_3').subarray(0, 40)],
  ])('refuse %s', async (_, bytes) => {
    await expect(recipesOf(bytes)).rejects.toMatchObject({ code: 'PACK_INVALID' });
  });
});
