import { addOnManifestSchema, packManifestSchema } from '@rollcall/vision';
import { manifestText } from '../packs/pack-draft.js';
import { CATALOGUE } from './catalogue.js';
import { cataloguedPack } from './catalogued-pack.js';
import { networkOf } from './networks.js';

const SUM = /^[0-9a-f]{64}$/;

describe.each(CATALOGUE.map((pack) => [pack.name, pack] as const))('the catalogued pack %s', (_, pack) => {
  it('makes a manifest that a server takes', () => {
    const networks = pack.files.map(({ file, sha256, network: { role, stage } }) => ({
      file,
      role,
      stage,
      sha256: sha256 ?? '0'.repeat(64),
    }));
    const text = manifestText(pack, networks, { address: 'somewhere', checked: 'published' });
    const schema = pack.addOn ? addOnManifestSchema : packManifestSchema;
    expect(schema.parse(JSON.parse(text))).toMatchObject({ name: pack.name, licence: pack.licence });
  });

  it('says where its licence can be read and how large it is', () => {
    expect(pack.licenceAt.length).toBeGreaterThan(0);
    for (const address of pack.licenceAt) expect(address).toMatch(/^https:\/\//);
    for (const { bytes } of pack.downloads) expect(bytes).toBeGreaterThan(100_000);
  });

  it('vouches for every file, by its own sum or by that of its archive', () => {
    const archives = pack.downloads.filter(({ file }) => file.endsWith('.zip'));
    for (const { sha256 } of pack.downloads) expect(sha256).toMatch(SUM);
    for (const { sha256 } of pack.files) if (archives.length === 0) expect(sha256).toMatch(SUM);
  });

  it('may be used commercially only where each of its networks may', () => {
    const known = pack.files.map(({ sha256 }) => (sha256 ? networkOf(sha256) : undefined));
    const all = known.every((network) => network?.licence.commercialUse ?? false);
    expect(pack.commercialUse).toBe(all);
  });
});

it('finds a pack however its name is written', () => {
  for (const typed of ['buffalo_l', 'buffalo-l', 'Buffalo_L'])
    expect(cataloguedPack(typed, CATALOGUE)?.name).toBe('buffalo_l');
  expect(cataloguedPack('buffalo', CATALOGUE)).toBeUndefined();
});
