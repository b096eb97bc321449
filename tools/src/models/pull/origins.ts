import { basename, resolve } from 'node:path';
import { FolderOrigin } from './folder-origin.js';
import { HttpOrigin } from './http-origin.js';
import { splitAddress } from './address.js';
import type { Origin } from './origin.js';
import { PullError } from './pull-error.js';

/** A place where a file is published. */
export interface FileSource {
  /** Null where nobody publishes it, and only a mirror can have it. */
  readonly host: string | null;
  /** Under the host, and under a mirror of it. */
  readonly path: string;
}

/**
 * Where a file may be.
 *
 * @param mirror address or folder that stands in for the host; has the file as the host has it, or plainly
 * @throws {PullError} where it is an address of another kind than http
 */
export function originsOf({ host, path }: FileSource, mirror: string | undefined): Origin[] {
  if (mirror === undefined) return host === null ? [] : [new HttpOrigin(`${host}/${path}`)];
  const places = [path, basename(path)];
  const isWeb = /^https?:\/\//i.test(mirror);
  if (!isWeb && isAddress(mirror)) throw badAddress(mirror);
  if (!isWeb) return places.map((place) => new FolderOrigin(resolve(mirror, place)));
  return places.map((place) => new HttpOrigin(`${mirror.replace(/\/+$/, '')}/${place}`));
}

/** Begins with a scheme, of two letters at least: one is a drive. */
export const isAddress = (mirror: string) => /^[a-z][a-z0-9+.-]+:/i.test(mirror);

const badAddress = (mirror: string) =>
  new PullError(
    `MODEL_MIRROR is ${splitAddress(mirror).address}, which is no address that can be read. Give it as https://host/path, or name a folder.`,
  );
