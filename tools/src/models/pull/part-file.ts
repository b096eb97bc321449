import { createHash } from 'node:crypto';
import { constants, createReadStream } from 'node:fs';
import { open, readFile, rename, rm, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { ByteRange } from '@rollcall/vision';
import { PartName } from './part-name.js';
import { writingFailed } from './pull-error.js';

/** What of a published file is wanted. */
export interface PartContent {
  /** Written before the rest; empty where the file is wanted as it is. */
  readonly header: Uint8Array;
  readonly ranges: readonly ByteRange[];
  /** Bytes of header and ranges; Infinity where it is not known. */
  readonly size: number;
}

/** A whole file, as it is. */
export const wholeFile = (size: number | null): PartContent => ({
  header: new Uint8Array(),
  ranges: [{ from: 0, to: size ?? Infinity }],
  size: size ?? Infinity,
});

/**
 * A cut on its way. It stays where the command ends before its end, and is gone on with where it is the same cut of the
 * same file. Each command has a file of its own, so that two at once only do the work twice.
 */
export class PartFile {
  private constructor(
    private readonly name: PartName,
    private readonly folder: string,
    private readonly cut: PartContent,
    private readonly file: FileHandle,
    /** How much of the cut is there. */
    private have: number,
  ) {}

  /**
   * @param id of the source
   * @param tag of the source's file; another one begins from the start
   */
  static async open(folder: string, id: string, cut: PartContent, tag: string | null): Promise<PartFile> {
    const key = createHash('sha256')
      .update(cut.header)
      .update(JSON.stringify([cut.ranges, tag]));
    try {
      const name = await PartName.claim(folder, id, key.digest('hex').slice(0, 12));
      const file = await open(join(folder, name.mine), constants.O_RDWR | constants.O_CREAT, 0o644);
      const { size } = await file.stat();
      const part = new PartFile(name, folder, cut, file, Math.min(size, cut.size));
      return await part.begun();
    } catch (error) {
      throw writingFailed(error, folder, cut.size);
    }
  }

  /** Where it lies until it is moved. */
  get path(): string {
    return join(this.folder, this.name.mine);
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

  /** Of what is there, once it lies on the disk; read in pieces, however large it is. */
  async sha256(): Promise<string> {
    await this.file.sync();
    const hash = createHash('sha256');
    await pipeline(createReadStream(this.path), hash);
    return hash.digest('hex');
  }

  /** Moves it to its place in one step. */
  moveTo(path: string): Promise<void> {
    return rename(this.path, path);
  }

  remove(): Promise<void> {
    return rm(this.path, { force: true });
  }

  /** Leaves what is not finished to the next command. */
  async close(): Promise<void> {
    await this.file.close();
    await this.name.release();
  }
}
