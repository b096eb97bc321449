import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PackError } from '../packs/pack-error.js';
import { loadStyleNetwork } from './style-network.js';

const description = {
  name: 'toy',
  title: 'Toy',
  licence: 'MIT',
  commercialUse: true,
  file: 'toy.safetensors',
  sha256: createHash('sha256').update('toy').digest('hex'),
  pixels: { channels: 'rgb', range: 1, mean: [0.485, 0.456, 0.406], std: [0.229, 0.224, 0.225] },
};

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'style-'));
  await writeFile(join(folder, 'toy.safetensors'), 'toy');
});
afterEach(() => rm(folder, { recursive: true }));

const describeAs = (content: unknown) => writeFile(join(folder, 'network.json'), JSON.stringify(content));
const fault = async () => {
  const error: unknown = await loadStyleNetwork(folder).catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(PackError);
  return error as PackError;
};

describe('loadStyleNetwork', () => {
  it('takes the description beside the weights', async () => {
    await describeAs(description);
    const network = await loadStyleNetwork(folder);
    expect(network).toEqual({ ...description, path: join(folder, 'toy.safetensors') });
    expect(structuredClone(network)).toEqual(network);
  });

  it("knows the house's own weights without a description, and says what is missing", async () => {
    expect(await fault()).toMatchObject({
      code: 'PACK_NOT_FOUND',
      message: expect.stringContaining('vgg16_conv1_1-conv3_3.safetensors'),
    });
  });

  it('refuses weights that are not the pinned ones', async () => {
    await describeAs(description);
    await writeFile(join(folder, 'toy.safetensors'), 'swapped');
    expect(await fault()).toMatchObject({ code: 'PACK_CHECKSUM' });
  });

  it.each([
    [
      'a deviation of 0',
      { ...description, pixels: { ...description.pixels, std: [1, 0, 1] } },
      /pixels\.std\.1/,
    ],
    [
      'another order of channels',
      { ...description, pixels: { ...description.pixels, channels: 'gbr' } },
      /channels/,
    ],
    ['no licence', { ...description, licence: undefined }, /licence/],
  ])('refuses a description with %s', async (_, content, message) => {
    await describeAs(content);
    expect(await fault()).toMatchObject({ code: 'PACK_INVALID', message: expect.stringMatching(message) });
  });
});
