import { readFile, rm } from 'node:fs/promises';
import { posix } from 'node:path';
import { recogniseNetwork, type NetworkRole } from '@rollcall/vision';
import type { CataloguedFile, CataloguedPack } from '../catalogue/catalogued-pack.js';
import { networkOf, type Licence } from '../catalogue/networks.js';
import { PullError } from '../pull/pull-error.js';
import { requireFree, requireName, type ImportOrder, type ImportRoom } from './import-room.js';
import { manifestText, type PackAbout, type PackedNetwork } from './pack-draft.js';

const UNKNOWN: Licence = {
  name: 'licence not known: ask whoever published the networks',
  commercialUse: false,
};

/** A network with what is known of its licence. */
interface Bare extends PackedNetwork {
  readonly licence: Licence;
}

/**
 * Takes networks that no `pack.json` describes, and writes one: files are recognised by their sha256, else by what goes in and
 * comes out.
 *
 * @returns what was passed over
 */
export async function takeBareNetworks(room: ImportRoom): Promise<string[]> {
  const { order, staging } = room;
  const taken = await takeFiles(room);
  const networks: Bare[] = [];
  for (const { file, sha256 } of taken) {
    const network = networkOf(sha256) ?? (await recognised(await staging.path(file), file));
    if (network) networks.push({ licence: UNKNOWN, ...network, file, sha256 });
  }
  const match = order.catalogue.find((pack) => isHeld(pack, networks));
  const used = networks.filter((network) => !match || match.files.some((wanted) => isThat(wanted, network)));
  requireWhole(used, order.source);
  const about = match && order.name === undefined ? match : described(used, order, match);
  await requireFree(about.name, !used.some(({ role }) => role === 'recognizer'), order);
  const left = taken.filter(({ file }) => !used.some((network) => network.file === file));
  for (const { file } of left) await rm(await staging.path(file));
  await staging.describe(manifestText(about, used, { address: order.source, checked: 'imported' }));
  return left.map(({ file }) => file);
}

async function takeFiles({ archive, staging, order, watch }: ImportRoom) {
  const paths = [...archive.sizes.keys()].filter((path) => /\.onnx$/i.test(path));
  if (paths.length === 0)
    throw new PullError(
      `${order.source} holds neither a pack.json nor an ONNX network (*.onnx). Nothing was imported.`,
    );
  if (new Set(paths.map((path) => posix.basename(path))).size < paths.length)
    throw new PullError(`${order.source} holds several files of one name: import the folder of one pack.`);
  watch.begins(paths.reduce((sum, path) => sum + archive.sizes.get(path)!, 0));
  const taken: { file: string; sha256: string }[] = [];
  for (const path of paths) {
    const file = posix.basename(path);
    const sha256 = await staging.write(
      file,
      () => archive.open(path),
      (bytes) => watch.came(bytes),
    );
    taken.push({ file, sha256 });
  }
  return taken;
}

async function recognised(path: string, file: string) {
  const bytes = await readFile(path);
  try {
    return recogniseNetwork(bytes, file);
  } catch (error) {
    throw new PullError(
      `${file} is no ONNX network (${(error as Error).message}). Nothing was imported; take it out, or fetch it again.`,
    );
  }
}

/** Whether every network of a catalogued pack is there. An add-on is not looked for among networks that recognise. */
const isHeld = ({ files, addOn }: CataloguedPack, networks: readonly Bare[]) =>
  !(addOn && networks.some(({ role }) => role === 'recognizer')) &&
  files.every((wanted) => networks.some((network) => isThat(wanted, network)));

/** By the sum; where none is published, by name and kind. */
const isThat = (wanted: CataloguedFile, { file, sha256, stage }: Bare) =>
  wanted.sha256 === null
    ? wanted.file === file && wanted.network.stage.kind === stage.kind
    : wanted.sha256 === sha256;

/** @throws {PullError} where the networks make no pack and no add-on */
function requireWhole(networks: readonly Bare[], source: string): void {
  const named = (role: NetworkRole) =>
    networks.filter((network) => network.role === role).map(({ file }) => file);
  const [detectors, recognizers] = [named('detector'), named('recognizer')];
  for (const [what, files] of [
    ['detectors', detectors],
    ['recognisers', recognizers],
  ] as const) {
    if (files.length > 1)
      throw new PullError(
        `${source} holds several ${what} (${files.join(', ')}). Nothing was imported; leave one of them in it.`,
      );
  }
  const isAddOn = detectors.length + recognizers.length === 0 && networks.length > 0;
  if (isAddOn || (detectors.length === 1 && recognizers.length === 1)) return;
  const missing = detectors.length === 0 ? 'a detector (SCRFD or YuNet)' : 'a recogniser (ArcFace or SFace)';
  const found = networks.map(({ file, stage: { kind } }) => `${file}: ${kind}`).join(', ') || 'none';
  throw new PullError(
    `${source} lacks ${missing}; of its networks these were recognised: ${found}. Nothing was imported; add what is ` +
      'missing, or a pack.json that says how the networks are fed.',
  );
}

/** Known terms of all networks together; one that is not known is taken for the strictest. */
function described(
  networks: readonly Bare[],
  { name, source }: ImportOrder,
  match: CataloguedPack | undefined,
): PackAbout {
  const called =
    name ??
    posix
      .basename(source)
      .replace(/\.zip$/i, '')
      .toLowerCase()
      .replace(/[^a-z0-9_-]+/g, '-');
  const licences = new Set(networks.map(({ licence }) => licence.name));
  return {
    name: requireName(called),
    title: match?.title ?? `${kindsOf(networks)}, imported`,
    licence: match?.licence ?? [...licences].join('; '),
    commercialUse: networks.every(({ licence }) => licence.commercialUse),
  };
}

const CALLED: Readonly<Record<string, string>> = {
  scrfd: 'SCRFD',
  yunet: 'YuNet',
  arcface: 'ArcFace',
  minifasnet: 'MiniFASNet',
  'landmarks-106': '106 landmarks',
  'landmarks-3d-68': '68 landmarks',
  'gender-age': 'age and gender',
};

const kindsOf = (networks: readonly Bare[]) =>
  [...new Set(networks.map(({ stage: { kind } }) => CALLED[kind] ?? kind))].join(' + ');
