import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The folder with the installed packs; the sample photos lie beside it. */
const modelsDir = process.env.MODELS_DIR;

/**
 * `describe` for tests on real weights and photos: skipped, and saying so, where MODELS_DIR is unset. Where it is
 * set, missing files fail the test.
 */
export function describeWithModels(name: string, body: () => void): void {
  if (modelsDir) describe(name, body);
  else describe.skip(`${name} (skipped: MODELS_DIR is not set)`, body);
}

/** Folder of a pack. */
export const packFolder = (name: string) => join(modelsDir ?? '', name);

/** Path of a sample photo or of a folder of them. */
export const photoPath = (...parts: string[]) => join(modelsDir ?? '', '..', 'photos', ...parts);

/** Bytes of a sample photo. */
export const photo = (...parts: string[]) => readFileSync(photoPath(...parts));

/** File names in a folder of sample photos. */
export const photosIn = (folder: string) => readdirSync(photoPath(folder)).sort();

/** Rows of a CSV beside the sample photos, without its head. */
export function rows(...parts: string[]): string[][] {
  const [, ...lines] = readFileSync(photoPath(...parts), 'utf8')
    .trim()
    .split(/\r?\n/);
  return lines.map((line) => line.split(','));
}

/** Whether a listed photo is among the samples; the lists name a few that are not. */
export const hasPhoto = (...parts: string[]) => existsSync(photoPath(...parts));

/** Cosine of two unit vectors. */
export const cosine = (one: Float32Array, other: Float32Array) =>
  one.reduce((sum, value, index) => sum + value * (other[index] as number), 0);
