import { basename, resolve } from 'node:path';
import { FolderOrigin } from './folder-origin.js';
import { HttpOrigin } from './http-origin.js';
import type { Origin } from './origin.js';
import type { WeightsSource } from './vgg16-sources.js';

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
