import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, open as openFile, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join, resolve, sep } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { claimName, isWorkedOn, ownName, releaseName } from '../pull/part-name.js';
import { PullError, writingFailed } from '../pull/pull-error.js';

const PLACING = '.placing-';
const REPLACED = '.replaced-';

/**
 * A pack on its way: a hidden folder beside its place, which takes that place in one step. What a command left that was
 * killed is tidied by the next one.
 */
export class Staging {
  private constructor(
    private readonly modelsDir: string,
    private readonly name: string,
  ) {
    claimName(name);
  }

  static async open(modelsDir: string, pack: string): Promise<Staging> {
    const staging = new Staging(modelsDir, ownName(`${PLACING}${pack}`));
    try {
      await mkdir(staging.folder, { recursive: true });
      await tidy(modelsDir);
      return staging;
    } catch (error) {
      throw writingFailed(error, modelsDir, Infinity);
    }
  }

  get folder(): string {
    return join(this.modelsDir, this.name);
  }

  /** Where a file of the pack goes; its folder is made. */
  async path(file: string): Promise<string> {
    const path = resolve(this.folder, file);
    if (!path.startsWith(resolve(this.folder) + sep))
      throw new PullError(`${file} lies outside of its pack. Nothing was changed.`);
    await mkdir(dirname(path), { recursive: true });
    return path;
  }

  /**
   * Writes a file; answers its sha256.
   *
   * @param open is called once somebody listens: a stream that fails before would end the process
   */
  async write(
    file: string,
    open: () => Promise<Readable>,
    onBytes: (count: number) => void,
  ): Promise<string> {
    const hash = createHash('sha256');
    const path = await this.path(file);
    const watched = async function* (chunks: AsyncIterable<Uint8Array>) {
      for await (const chunk of chunks) {
        hash.update(chunk);
        onBytes(chunk.length);
        yield chunk;
      }
    };
    try {
      await pipeline(await open(), watched, createWriteStream(path));
    } catch (error) {
      throw notWritten(error, file, this.modelsDir);
    }
    return hash.digest('hex');
  }

  describe(manifest: string): Promise<void> {
    return writeFile(join(this.folder, 'pack.json'), manifest);
  }

  /**
   * Gives the pack its place.
   *
   * @param replace what lies there
   */
  async place(pack: string, replace: boolean): Promise<string> {
    const place = join(this.modelsDir, pack);
    const aside = ownName(`${REPLACED}${pack}`);
    for (const file of await readdir(this.folder, { recursive: true })) await toDisk(join(this.folder, file));
    claimName(aside);
    if (replace && (await isThere(place))) await rename(place, join(this.modelsDir, aside));
    try {
      await rename(this.folder, place);
    } catch (error) {
      await rename(join(this.modelsDir, aside), place).catch(() => undefined);
      throw notPlaced(error, place);
    } finally {
      releaseName(aside);
    }
    await rm(join(this.modelsDir, aside), { recursive: true, force: true });
    return place;
  }

  /** Leaves nothing of it; after `place` there is nothing left. */
  async discard(): Promise<void> {
    await rm(this.folder, { recursive: true, force: true });
    releaseName(this.name);
  }
}

function notWritten(error: unknown, file: string, modelsDir: string): unknown {
  const failed = writingFailed(error, modelsDir, Infinity);
  if (failed instanceof PullError) return failed;
  return new PullError(
    `${file} cannot be taken (${(error as Error).message}). Nothing was placed; fetch or pack the archive again.`,
  );
}

function notPlaced(error: unknown, place: string): unknown {
  if (!['ENOTEMPTY', 'EEXIST'].includes((error as NodeJS.ErrnoException).code ?? '')) return error;
  return new PullError(
    `${place} was placed by another command meanwhile. "models verify" says whether it is whole.`,
  );
}

export const isThere = (path: string) => stat(path).then(Boolean, () => false);

/** What commands left that are no more: half a pack goes, one that was put aside and not replaced returns. */
async function tidy(modelsDir: string): Promise<void> {
  for (const name of await readdir(modelsDir)) {
    if (!name.endsWith('.part') || isWorkedOn(name)) continue;
    const path = join(modelsDir, name);
    const pack = new RegExp(`^\\${REPLACED}(.+)\\.\\d+-[0-9a-f]+\\.part$`).exec(name)?.[1];
    if (pack !== undefined && !(await isThere(join(modelsDir, pack))))
      await rename(path, join(modelsDir, pack));
    else if (pack !== undefined || name.startsWith(PLACING)) await rm(path, { recursive: true, force: true });
  }
}

async function toDisk(path: string): Promise<void> {
  const file = await openFile(path, 'r');
  await file.sync().finally(() => file.close());
}
