import type { FileSource } from '../pull/origins.js';
import type { KnownNetwork } from './networks.js';

/** A network's file in a pack. */
export interface CataloguedFile {
  /** As it is called in the pack, and in the archive that it comes from. */
  readonly file: string;
  readonly network: Pick<KnownNetwork, 'role' | 'stage'>;
  /** Null where none is published: then it is that of the file which came with a checked archive, or the first that came. */
  readonly sha256: string | null;
}

/** A network under the name that a pack has for it; the sum is left out where it is only known of the archive. */
export const asFile = (file: string, network: KnownNetwork, sumKnown = true): CataloguedFile => ({
  file,
  network,
  sha256: sumKnown ? network.sha256 : null,
});

/** A file that is fetched: a zip with several of a pack's files, or one of them. */
export interface Download {
  /** Name of the zip, or of the pack's file. */
  readonly file: string;
  /** In the order in which they are tried. */
  readonly sources: readonly FileSource[];
  /** Null where none is published: what came first is pinned. */
  readonly sha256: string | null;
  readonly bytes: number;
}

/** A model pack that is known by name, installed or not. */
export interface CataloguedPack {
  readonly name: string;
  readonly title: string;
  /** One line. */
  readonly licence: string;
  /** Where its text is, of each network. */
  readonly licenceAt: readonly string[];
  readonly commercialUse: boolean;
  /** Goes with any pack. */
  readonly addOn?: true;
  readonly files: readonly CataloguedFile[];
  readonly downloads: readonly Download[];
}

/** Whether a pack can be pulled without a mirror. */
export const isPublished = ({ downloads }: CataloguedPack): boolean =>
  downloads.every(({ sources }) => sources.some(({ host }) => host !== null));

/** A pack of this name, or of one that is written with dashes for underscores. */
export function cataloguedPack(
  name: string,
  catalogue: readonly CataloguedPack[],
): CataloguedPack | undefined {
  const plain = (text: string) => text.toLowerCase().replaceAll('_', '-');
  return catalogue.find((pack) => plain(pack.name) === plain(name));
}
