import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { In, type Repository } from 'typeorm';
import { Clock } from '../clock/clock.js';
import { BlobContent } from './blob-content.entity.js';
import { Blob } from './blob.entity.js';
import { Keyring } from './keyring.js';
import { SealedBlobStore } from './sealed-blob-store.js';

/** Sealed bytes in the database: for servers that share nothing but that. */
@Injectable()
export class SealedTableStore extends SealedBlobStore {
  constructor(
    @InjectRepository(Blob) blobs: Repository<Blob>,
    @InjectRepository(BlobContent) private readonly contents: Repository<BlobContent>,
    clock: Clock,
    keyring: Keyring,
  ) {
    super(blobs, clock, keyring);
  }

  protected async write(blobId: string, sealed: Buffer): Promise<void> {
    await this.contents.insert({ blobId, sealed });
  }

  protected async read(blobId: string): Promise<Buffer | null> {
    const content = await this.contents.findOneBy({ blobId });
    return content?.sealed ?? null;
  }

  protected async erase(ids: readonly string[]): Promise<void> {
    await this.contents.delete({ blobId: In([...ids]) });
  }
}
