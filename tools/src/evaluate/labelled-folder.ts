import { join } from 'node:path';
import { entriesOf, isPicture } from '../pictures.js';

/** A picture and whom it shows. */
export interface LabelledPicture {
  readonly path: string;
  readonly person: string;
}

/** Pictures of a folder with one sub-folder per person whose names fit. @throws Error when there is none */
export function labelledPictures(folder: string, fitting = /(?:)/): LabelledPicture[] {
  const people = entriesOf(folder).filter((entry) => !isPicture(entry.name) && !entry.isFile());
  const pictures = people.flatMap(({ name: person }) =>
    entriesOf(join(folder, person))
      .map(({ name }) => name)
      .filter((name) => isPicture(name) && fitting.test(name))
      .sort()
      .map((name) => ({ path: join(folder, person, name), person })),
  );
  if (pictures.length > 0) return pictures;
  throw new Error(
    `${folder} holds no such pictures: give a folder with one sub-folder of pictures per person.`,
  );
}
