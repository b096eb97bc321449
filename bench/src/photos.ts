import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Real people, beside the checkout and never in it. */
export const PHOTOS = fileURLToPath(new URL('../../../shared/photos/', import.meta.url));

export interface Photo {
  readonly path: string;
  readonly person: string;
  /** Of CFP: frontal or profile. LFW does not say; its photos are front views. */
  readonly kind: 'frontal' | 'profile';
}

/** The labelled photos of people.csv. @throws Error where they do not lie beside the checkout */
export function labelledPhotos(folder = PHOTOS): Photo[] {
  const list = join(folder, 'people.csv');
  if (!existsSync(list)) throw new Error(`This measurement needs the labelled photos; ${list} is not there.`);
  const [header = '', ...lines] = readFileSync(list, 'utf8').trim().split(/\r?\n/);
  const columns = header.split(',');
  const [file, person, kind] = ['file', 'person', 'kind'].map((name) => columns.indexOf(name));
  return lines.map((line) => {
    const cells = line.split(',');
    return {
      path: join(folder, cells[file!]!),
      person: cells[person!]!,
      kind: cells[kind!] === 'profile' ? 'profile' : 'frontal',
    };
  });
}
