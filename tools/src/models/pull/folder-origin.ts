import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { NotThere } from './pull-error.js';
import type { Answer, Origin } from './origin.js';

/** A file in a folder. */
export class FolderOrigin implements Origin {
  constructor(readonly address: string) {}

  async read(from: number, to: number): Promise<Answer> {
    const found = await stat(this.address).catch(() => null);
    if (!found?.isFile()) throw new NotThere(`${this.address} is not there.`);
    const body = createReadStream(this.address, { start: from, end: Math.min(to, found.size) - 1 });
    return { from, partial: true, size: found.size, tag: `${found.size} ${found.mtimeMs}`, body };
  }
}
