import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { In, LessThanOrEqual, type EntityManager, type Repository } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { Clock } from '../clock/clock.js';
import { Config } from '../config/config.js';
import { Blob } from './blob.entity.js';
import { BlobStore, type BlobKind } from './blob-store.js';
import { Keyring } from './keyring.js';
import { seal, unseal } from './sealed.js';

const SWEEP_BATCH = 500;

/** Sealed files under `<DATA_DIR>/blobs`, two levels of folders by id. */
@Injectable()
export class SealedFileStore extends BlobStore {
  private readonly root: string;
  private readonly key: Buffer;

  constructor(
    @InjectRepository(Blob) private readonly blobs: Repository<Blob>,
    private readonly clock: Clock,
    config: Config,
    keyring: Keyring,
  ) {
    super();
    this.root = join(config.dataDir, 'blobs');
    this.key = keyring.derive('blobs');
  }

  async put(kind: BlobKind, bytes: Uint8Array, deleteAfter: Date | null): Promise<string> {
    const id = uuidv7();
    const path = this.pathOf(id);
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    // The row first: a crash in between leaves a row without a file, which goes when it is due, and never a picture
    // that nobody knows of.
    await this.blobs.insert({ id, kind, bytes: bytes.length, createdAt: this.clock.now(), deleteAfter });
    await writeFile(path, seal(this.key, id, bytes), { mode: 0o600 });
    return id;
  }

  async get(id: string): Promise<Buffer | null> {
    const sealed = await readFile(this.pathOf(id)).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return null;
      throw error;
    });
    return sealed && unseal(this.key, id, sealed);
  }

  async keep(manager: EntityManager, id: string): Promise<void> {
    await manager.update(Blob, { id }, { deleteAfter: null });
  }

  async expire(manager: EntityManager, ids: readonly string[]): Promise<void> {
    if (ids.length === 0) return;
    await manager.update(Blob, { id: In([...ids]) }, { deleteAfter: this.clock.now() });
  }

  async remove(ids: readonly string[]): Promise<void> {
    if (ids.length === 0) return;
    await Promise.all(ids.map((id) => rm(this.pathOf(id), { force: true })));
    await this.blobs.delete({ id: In([...ids]) });
  }

  async sweep(): Promise<number> {
    const due = await this.blobs.find({
      where: { deleteAfter: LessThanOrEqual(this.clock.now()) },
      select: { id: true },
      take: SWEEP_BATCH,
    });
    await this.remove(due.map((blob) => blob.id));
    return due.length;
  }

  /** The end of a UUIDv7 is random, its start is the time: folders by its end stay evenly filled. */
  private pathOf(id: string): string {
    return join(this.root, id.slice(-2), id.slice(-4, -2), id);
  }
}
