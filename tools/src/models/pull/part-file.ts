import { createHash } from 'node:crypto';
import { constants } from 'node:fs';
import { open, readdir, readFile, rename, rm, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import type { Vgg16Cut } from '@rollcall/vision';
import { writingFailed } from './pull-error.js';

const ENDING = '.part';

/**
 * A cut on its way. It stays where the command ends before its end, and is gone on with where it is the same cut of the
 * same file. Bytes go to their own places, so that two commands at once only do the work twice.
 */
export class PartFile {
  private constructor(
    private readonly path: string,
    private readonly folder: string,
    private readonly cut: Vgg16Cut,
    private readonly file: FileHandle,
    /** How much of the cut is there. */
    private have: number,
  ) {}

  /**
   * @param id of the source
   * @param tag of the source's file; another one begins from the start
   */
  static async open(folder: string, id: string, cut: Vgg16Cut, tag: string | null): Promise<PartFile> {
    const key = createHash('sha256')
      .update(cut.header)
      .update(JSON.stringify([cut.ranges, tag]));
    const name = `.${id}-${key.digest('hex').slice(0, 12)}${ENDING}`;
    try {
      for (const other of await readdir(folder))
        if (other.startsWith(`.${id}-`) && other.endsWith(ENDING) && other !== name)
          await rm(join(folder, other));
      const path = join(folder, name);
      const file = await open(path, constants.O_RDWR | constants.O_CREAT, 0o644);
      const { size } = await file.stat();
      const part = new PartFile(path, folder, cut, file, Math.min(size, cut.size));
      return await part.begun();
    } catch (error) {
      throw writingFailed(error, folder, cut.size);
    }
  }

  private async begun(): Promise<this> {
    try {
      if (this.have < this.cut.header.length) await this.restart();
      return this;
    } catch (error) {
      await this.close();
      throw error;
    }
  }

  /** Bytes that were there before, the header included. */
  get length(): number {
    return this.have;
  }

  /** Begins with the header again. */
  async restart(): Promise<void> {
    this.have = 0;
    await this.append(this.cut.header);
  }

  async append(bytes: Uint8Array): Promise<void> {
    try {
      for (let written = 0; written < bytes.length;) {
        const { bytesWritten } = await this.file.write(bytes, written, bytes.length - written, this.have);
        written += bytesWritten;
        this.have += bytesWritten;
      }
    } catch (error) {
      throw writingFailed(error, this.folder, this.cut.size);
    }
  }

  /** What is there, once it lies on the disk. */
  async bytes(): Promise<Uint8Array> {
    await this.file.sync();
    return readFile(this.path);
  }

  /** Moves it to its place in one step. */
  moveTo(path: string): Promise<void> {
    return rename(this.path, path);
  }

  remove(): Promise<void> {
    return rm(this.path, { force: true });
  }

  close(): Promise<void> {
    return this.file.close();
  }
}
