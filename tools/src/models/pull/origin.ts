import { basename, resolve } from 'node:path';
import { FolderOrigin } from './folder-origin.js';
import { HttpOrigin } from './http-origin.js';
import type { WeightsSource } from './vgg16-sources.js';

/** Bytes of a file, as its origin gives them. */
export interface Answer {
  /** The first byte of the body: 0 where the origin gives whole files only. */
  readonly from: number;
  /** Whether it gives a part of the file alone. */
  readonly partial: boolean;
  /** Of the whole file in bytes, where the origin says it. */
  readonly size: number | null;
  /** Another one means that the file is another. */
  readonly tag: string | null;
  readonly body: AsyncIterable<Uint8Array>;
}

/** Where a file comes from. */
export interface Origin {
  readonly address: string;
  /**
   * @param to the first byte that is not wanted any more
   * @throws {NotThere} when there is no such file
   * @throws {Broken} when it may be better the next time
   * @throws {PullError} when it will not
   */
  read(from: number, to: number): Promise<Answer>;
}

/**
 * Where a file may be.
 *
 * @param mirror address or folder that stands in for the host; has the file as the host has it, or plainly
 */
export function originsOf({ host, path }: WeightsSource, mirror: string | undefined): Origin[] {
  if (mirror === undefined) return host === null ? [] : [new HttpOrigin(`${host}/${path}`)];
  const places = [path, basename(path)];
  if (!/^https?:\/\//i.test(mirror)) return places.map((place) => new FolderOrigin(resolve(mirror, place)));
  return places.map((place) => new HttpOrigin(`${mirror.replace(/\/+$/, '')}/${place}`));
}
