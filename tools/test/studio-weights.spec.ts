import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describeStudio, studioWeights } from '../src/models/studio-weights.js';
import { Pulling } from './pulling.js';

describe('models list, of the weights that the studio paints by', () => {
  let pulling: Pulling;
  beforeEach(async () => (pulling = await Pulling.start()));
  afterEach(() => pulling.stop());
  const line = async () => describeStudio(await studioWeights(pulling.modelsDir));

  it('says how they are fetched', async () => {
    expect(await line()).toMatch(/^missing +vgg16 +.*"models pull vgg16" fetches it/);
  });

  it('says whose they are and what they allow', async () => {
    await pulling.pull();
    expect(await line()).toBe('installed  vgg16            for the portrait studio; Published, MIT');
  });

  it('says what is wrong with them', async () => {
    await pulling.pull();
    const weights = readdirSync(pulling.folder).find((name) => name.endsWith('.safetensors'));
    writeFileSync(join(pulling.folder, weights!), 'broken');
    expect(await line()).toMatch(/^unusable +vgg16 +for the portrait studio; .+/);
  });
});
