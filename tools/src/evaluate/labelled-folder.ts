import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/** A picture and whom it shows. */
export interface LabelledPicture {
  readonly path: string;
  readonly person: string;
}

const PICTURE = /\.(jpe?g|png|webp)$/i;

/** Pictures of a folder with one sub-folder per person whose names fit. @throws Error when there is none */
export function labelledPictures(folder: string, fitting = /(?:)/): LabelledPicture[] {
  const people = readdirSync(folder, { withFileTypes: true }).filter((entry) => !PICTURE.test(entry.name));
  const pictures = people.flatMap(({ name: person }) =>
    readdirSync(join(folder, person))
      .filter((name) => PICTURE.test(name) && fitting.test(name))
      .sort()
      .map((name) => ({ path: join(folder, person, name), person })),
  );
  if (pictures.length > 0) return pictures;
  throw new Error(
    `${folder} holds no such pictures: give a folder with one sub-folder of pictures per person.`,
  );
}
