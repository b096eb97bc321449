import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import type { Repository } from 'typeorm';
import { Clock } from '../clock/clock.js';
import { Config } from '../config/config.js';
import { Blob } from './blob.entity.js';
import { Keyring } from './keyring.js';
import { SealedBlobStore } from './sealed-blob-store.js';

export const blobFolder = ({ dataDir }: Config) => join(dataDir, 'blobs');

/** The end of a UUIDv7 is random, its start is the time: folders by its end stay evenly filled. */
export const blobPath = (root: string, id: string) => join(root, id.slice(-2), id.slice(-4, -2), id);

/** Sealed files under `<DATA_DIR>/blobs`, two levels of folders by id. */
@Injectable()
export class SealedFileStore extends SealedBlobStore {
  private readonly root: string;

  constructor(
    @InjectRepository(Blob) blobs: Repository<Blob>,
    clock: Clock,
    keyring: Keyring,
    config: Config,
  ) {
    super(blobs, clock, keyring);
    this.root = blobFolder(config);
  }

  protected async write(id: string, sealed: Buffer): Promise<void> {
    const path = this.pathOf(id);
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    await writeFile(path, sealed, { mode: 0o600 });
  }

  protected read(id: string): Promise<Buffer | null> {
    return readFile(this.pathOf(id)).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return null;
      throw error;
    });
  }

  protected async erase(ids: readonly string[]): Promise<void> {
    await Promise.all(ids.map((id) => rm(this.pathOf(id), { force: true })));
  }

  private pathOf(id: string): string {
    return blobPath(this.root, id);
  }
}
