import { PACK_NAME } from '@rollcall/vision';
import type { Archive } from '../../archive.js';
import { cataloguedPack, type CataloguedPack } from '../catalogue/catalogued-pack.js';
import { PullError } from '../pull/pull-error.js';
import { kindOf, packFolder, SHIPPED, STUDIO } from './installed.js';
import type { PlacedPack } from './pull-pack.js';
import { isThere, type Staging } from './staging.js';

/** How a pack is imported. */
export interface ImportOrder {
  readonly modelsDir: string;
  /** A zip or a folder. */
  readonly source: string;
  /** What it is to be called; as its `pack.json` says where it is left out, or after the source. */
  readonly name?: string;
  /** Replaces a pack of this name. */
  readonly again?: boolean;
  readonly catalogue: readonly CataloguedPack[];
}

/** Is told what happens. */
export interface ImportWatch {
  begins(bytes: number): void;
  came(bytes: number): void;
}

/** An imported pack, with what of the source was left out. */
export interface ImportedPack extends PlacedPack {
  readonly passedOver: readonly string[];
}

/** What an import reads and writes. */
export interface ImportRoom {
  readonly archive: Archive;
  readonly staging: Staging;
  readonly order: ImportOrder;
  readonly watch: ImportWatch;
}

/** A name that somebody gave a pack. @throws {PullError} where it cannot be one */
export function requireName(name: string): string {
  if (PACK_NAME.test(name) && name === name.toLowerCase()) return name;
  throw new PullError(
    `"${name}" cannot be the name of a pack. Say --name with lower-case letters, digits and dashes.`,
  );
}

/**
 * @param addOn whether that is what is imported
 * @throws {PullError} where the name is taken, means something of another kind, or cannot be one
 */
export async function requireFree(
  name: string,
  addOn: boolean,
  { modelsDir, again, catalogue }: ImportOrder,
): Promise<void> {
  if (name === SHIPPED || name === STUDIO)
    throw new PullError(
      `A pack cannot be called ${name}: that is part of Rollcall. Say --name with another one.`,
    );
  const meant = cataloguedPack(name, catalogue);
  if (meant && (meant.addOn ?? false) !== addOn)
    throw new PullError(
      `${name} is the name of ${kindOf(!addOn)} that Rollcall knows, and this is ${kindOf(addOn)}. Nothing was imported. Say ` +
        '--name with another one.',
    );
  const folder = packFolder(modelsDir, name);
  if (again || !(await isThere(folder))) return;
  throw new PullError(`${folder} is there already. Nothing was changed; --again replaces it.`);
}
