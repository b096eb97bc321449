import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { quantizeCommand } from '../src/models/packs/quantize-command.js';
import { verifyCommand } from '../src/models/packs/verify-command.js';
import { described, Importing } from './importing.js';
import { convolvedScrfd } from './small-networks.js';
import { picture, sha256 } from './small-packs.js';

const network = convolvedScrfd();
let importing: Importing;
let photos: string;
beforeEach(async () => {
  importing = new Importing();
  const detector = { kind: 'scrfd', file: 'd.onnx', sha256: sha256(network) };
  await importing.take(importing.folder('source', { ...described({ detector }), 'd.onnx': network }));
  photos = join(importing.root, 'photos');
  mkdirSync(photos);
});
afterEach(() => importing.end());

const quantize = async (name = 'own', from = photos) => {
  const said: string[] = [];
  await quantizeCommand(name, importing.modelsDir, from, (line) => void said.push(line));
  return said.join('\n');
};
/** One white cell each, another one every time; or none. */
const take = async (count: number, faces = true) => {
  for (let i = 0; i < count; i++)
    writeFileSync(join(photos, `${i}.png`), await picture(faces ? [[3 + i, 5]] : []));
};
const own = () => readdirSync(join(importing.modelsDir, 'own')).sort();

describe('models quantize', () => {
  it('finds the same faces in 8 bits, and keeps that detector just where it says so', async () => {
    await take(8);
    const said = await quantize();
    expect(said).toMatch(/^8 photos: 8 of 8 faces found by both, landmarks 0\.\d % of/);
    const kept = /has the 8-bit detector beside the other one now/.test(said);
    expect(/not worth it\. Nothing was changed\./.test(said)).toBe(!kept);
    expect(own()).toEqual(['d.onnx', ...(kept ? ['d.int8.onnx'] : []), 'pack.json', 'r.onnx'].sort());
    const { detector } = importing.manifest('own') as { detector: { file: string; int8?: { file: string } } };
    expect([detector.file, detector.int8?.file]).toEqual(['d.onnx', kept ? 'd.int8.onnx' : undefined]);
    expect(await verifyCommand('own', importing.modelsDir, () => undefined)).toBe(0);
    const [face] = await importing.facesIn('own', await picture([[5, 6]]));
    expect(face!.embedding).toHaveLength(128);
  });

  it('leaves a pack as it is where the photos show too few faces', async () => {
    await take(8, false);
    const before = [own(), importing.manifest('own')];
    await expect(quantize()).rejects.toThrow(/Only 0 faces were found.*Nothing was changed/);
    expect([own(), importing.manifest('own')]).toEqual(before);
  });

  it('names a photo that cannot be read, and leaves the pack as it is', async () => {
    await take(8);
    writeFileSync(join(photos, '3.png'), 'no picture');
    const before = [own(), importing.manifest('own')];
    await expect(quantize()).rejects.toThrow(
      /^The picture .*photos\/3\.png cannot be used: This is not a readable image.*Nothing was changed/,
    );
    expect([own(), importing.manifest('own')]).toEqual(before);
  });

  it.each([
    ['are too few', () => take(7).then(() => photos), /photos holds 7 pictures; give 8 or more/],
    ['are not there', async () => '/nope', /There is no folder \/nope/],
    [
      'are a file',
      async () => join(importing.modelsDir, 'own', 'pack.json'),
      /There is no folder .*pack\.json/,
    ],
  ])('says so where the photos %s', async (_, from, message) => {
    await expect(quantize('own', await from())).rejects.toThrow(message);
  });

  it('says why a pack has nothing to gain, before it asks for photos', async () => {
    await expect(quantize('open', '/nope')).rejects.toThrow(
      /detector of open is ssd-mobilenet.*only SCRFD.*Nothing was changed/,
    );
    await expect(quantize('other')).rejects.toThrow(/no readable model pack in .*other/);
    await expect(quantize('../own')).rejects.toThrow(/cannot be the name of a pack/);
    expect(existsSync(join(importing.modelsDir, 'other'))).toBe(false);
  });
});
