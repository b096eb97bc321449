import type { Download } from '../catalogue/catalogued-pack.js';
import { fetchRanges } from '../pull/fetch-cut.js';
import { PartFile, wholeFile } from '../pull/part-file.js';
import type { Patience } from '../pull/steady-bytes.js';
import { expectSum } from '../pull/sums.js';
import { findFile } from './find-file.js';

/** A file that came, checked, on its way into a pack. */
export interface FetchedFile {
  readonly part: PartFile;
  readonly sha256: string;
  readonly address: string;
  /** Whether a published sum was known. */
  readonly published: boolean;
}

/** Is told what happens. */
export interface PullWatch {
  /** Once it is known how many bytes of a file are to come, and how many of them are there already. */
  begins(address: string, bytes: number, had: number): void;
  came(bytes: number): void;
  /** Once an archive is whole, and how many bytes of it are to be unpacked. */
  unpacks(bytes: number): void;
}

export interface FetchOrder {
  readonly modelsDir: string;
  readonly mirror?: string | undefined;
  readonly patience: Patience;
}

/**
 * Fetches a file of a pack into the folder of the packs, or what is missing of it since the last time.
 *
 * @throws {PullError} when it cannot be had, or has another sum than the published one
 */
export async function fetchFile(
  pack: string,
  download: Download,
  { modelsDir, mirror, patience }: FetchOrder,
  watch: PullWatch,
): Promise<FetchedFile> {
  const { origin, size, tag } = await findFile(pack, download, mirror, patience);
  const content = wholeFile(size);
  const part = await PartFile.open(modelsDir, `${pack}.${download.file}`, content, tag);
  try {
    watch.begins(origin.address, download.bytes, part.length);
    await fetchRanges(origin, { cut: content, tag }, part, patience, (bytes) => watch.came(bytes));
    const sha256 = await part.sha256();
    if (download.sha256 !== null) await expectSum(part, origin, sha256, download.sha256);
    return { part, sha256, address: origin.address, published: download.sha256 !== null };
  } catch (error) {
    await part.close();
    throw error;
  }
}
