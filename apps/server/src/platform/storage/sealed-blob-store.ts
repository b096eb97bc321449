import { Logger } from '@nestjs/common';
import { In, LessThanOrEqual, type EntityManager, type Repository } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import type { Clock } from '../clock/clock.js';
import { Blob } from './blob.entity.js';
import { BlobStore, type BlobKind } from './blob-store.js';
import type { Keyring } from './keyring.js';
import { seal, unseal } from './sealed.js';

const SWEEP_BATCH = 500;

/** What both stores share: a row for each blob with its deletion date, and the seal. Where bytes rest is theirs. */
export abstract class SealedBlobStore extends BlobStore {
  private readonly log = new Logger('Blobs');
  private readonly key: Buffer;

  constructor(
    protected readonly blobs: Repository<Blob>,
    private readonly clock: Clock,
    keyring: Keyring,
  ) {
    super();
    this.key = keyring.derive('blobs');
  }

  protected abstract write(id: string, sealed: Buffer): Promise<void>;
  /** Null where there is nothing. */
  protected abstract read(id: string): Promise<Buffer | null>;
  protected abstract erase(ids: readonly string[]): Promise<void>;

  async put(kind: BlobKind, bytes: Uint8Array, deleteAfter: Date | null): Promise<string> {
    const id = uuidv7();
    // The row first: a crash in between leaves a row without bytes, which goes when it is due, and never a picture
    // that nobody knows of.
    await this.blobs.insert({ id, kind, bytes: bytes.length, createdAt: this.clock.now(), deleteAfter });
    await this.write(id, seal(this.key, id, bytes));
    return id;
  }

  async get(id: string): Promise<Buffer | null> {
    const sealed = await this.read(id);
    if (sealed) return unseal(this.key, id, sealed);
    if (await this.isKept(id)) {
      this.log.error(
        `The picture ${id} should be kept and is missing. Look after the place of the photos (BLOBS).`,
      );
    }
    return null;
  }

  async isKept(id: string): Promise<boolean> {
    const blob = await this.blobs.findOneBy({ id });
    return blob !== null && (blob.deleteAfter === null || blob.deleteAfter > this.clock.now());
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
    await this.erase(ids);
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
}
