import { mkdir } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Archive } from '../../archive.js';
import type { CataloguedFile, CataloguedPack } from '../catalogue/catalogued-pack.js';
import { PullError, writingFailed } from '../pull/pull-error.js';
import { PATIENCE, type Patience } from '../pull/steady-bytes.js';
import { fetchFile, type FetchedFile, type PullWatch } from './fetch-file.js';
import { checkedManifest, packFolder, type AnyManifest } from './installed.js';
import { openArchive } from './pack-archive.js';
import { manifestText, type PackedNetwork } from './pack-draft.js';
import { isThere, Staging } from './staging.js';

/** How a pack is pulled. */
export interface PackOrder {
  readonly modelsDir: string;
  /** Address or folder that stands in for the hosts. */
  readonly mirror?: string | undefined;
  /** Pulls although something is there. */
  readonly again?: boolean;
  readonly patience?: Patience;
}

/** A pack in its place. */
export interface PlacedPack {
  readonly folder: string;
  readonly manifest: AnyManifest;
  /** Sums that nobody publishes, which are pinned from now on. */
  readonly pinned: readonly PackedNetwork[];
}

/** What is there of a pack that need not be pulled; null where nothing is. @throws {PullError} where it cannot be used */
export async function packThere(name: string, modelsDir: string): Promise<PlacedPack | null> {
  const folder = packFolder(modelsDir, name);
  if (!(await isThere(folder))) return null;
  try {
    return { folder, manifest: await checkedManifest(folder), pinned: [] };
  } catch (error) {
    throw new PullError(
      `${folder} is there, but cannot be used: ${(error as Error).message} Nothing was changed; --again puts the pulled ` +
        'pack in its place.',
    );
  }
}

/**
 * Brings a pack of the catalogue into the folder of the packs. Nothing is in its place before every file was checked; what
 * came before a connection broke is kept for the next time.
 *
 * @throws {PullError} that says what to do
 */
export async function pullPack(
  pack: CataloguedPack,
  order: PackOrder,
  watch: PullWatch,
): Promise<PlacedPack> {
  const { modelsDir, mirror, patience = PATIENCE, again = false } = order;
  await mkdir(modelsDir, { recursive: true }).catch((error: unknown) => {
    throw writingFailed(error, modelsDir, Infinity);
  });
  const fetched: FetchedFile[] = [];
  const staging = await Staging.open(modelsDir, pack.name);
  try {
    for (const download of pack.downloads)
      fetched.push(await fetchFile(pack.name, download, { modelsDir, mirror, patience }, watch));
    const networks = await unpack(pack, fetched, staging, watch);
    const pinned = networks.filter(({ known }) => !known);
    const checked = pinned.length > 0 ? 'first-use' : 'published';
    const address = fetched.map((file) => file.address).join(', ');
    await staging.describe(manifestText(pack, networks, { address, checked }));
    const manifest = await checkedManifest(staging.folder);
    return { folder: await staging.place(pack.name, again), manifest, pinned };
  } finally {
    for (const { part } of fetched) await part.close();
    await staging.discard();
  }
}

/** A network with whether a published sum vouches for it, its own or that of the archive it came in. */
interface Unpacked extends PackedNetwork {
  readonly known: boolean;
}

async function unpack(
  { files, downloads }: CataloguedPack,
  fetched: readonly FetchedFile[],
  staging: Staging,
  watch: PullWatch,
): Promise<Unpacked[]> {
  const networks: Unpacked[] = [];
  for (const [i, { file: name }] of downloads.entries()) {
    const { part, sha256, published } = fetched[i]!;
    const wanted = files.find(({ file }) => file === name);
    if (wanted) {
      await part.moveTo(await staging.path(name));
      networks.push({ ...networkOf(wanted), sha256, known: published });
    } else {
      networks.push(...(await unzip(files, fetched[i]!, staging, watch)));
      await part.remove();
    }
  }
  return networks;
}

/** InsightFace's archives have their files in a folder or not; names are what tells them apart. */
async function unzip(
  files: readonly CataloguedFile[],
  { part, published }: FetchedFile,
  staging: Staging,
  watch: PullWatch,
): Promise<Unpacked[]> {
  const archive = await openArchive(part.path);
  try {
    const entries = files.map(({ file }) => entryOf(archive, file));
    watch.unpacks(entries.reduce((sum, entry) => sum + archive.sizes.get(entry)!, 0));
    const networks: Unpacked[] = [];
    for (const [i, wanted] of files.entries()) {
      const { file, sha256: due } = wanted;
      const sha256 = await staging.write(
        file,
        () => archive.open(entries[i]!),
        (bytes) => watch.came(bytes),
      );
      if (due !== null && sha256 !== due) throw otherFile(file, sha256, due);
      networks.push({ ...networkOf(wanted), sha256, known: published || due !== null });
    }
    return networks;
  } finally {
    archive.close();
  }
}

function entryOf({ sizes }: Archive, file: string): string {
  const entry = [...sizes.keys()].find((one) => basename(one) === file);
  if (entry !== undefined) return entry;
  throw new PullError(`The archive lacks ${file}: it is another one. Nothing was placed.`);
}

const networkOf = ({ file, network: { role, stage } }: CataloguedFile) => ({ file, role, stage });

const otherFile = (file: string, sha256: string, due: string) =>
  new PullError(
    `${file} in the archive has sha256 ${sha256} where ${due} is due: it is another file. Nothing of it is used. Set ` +
      'MODEL_MIRROR to a place that has the published archive.',
  );
