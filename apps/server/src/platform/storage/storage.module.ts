import { Global, Module } from '@nestjs/common';
import { getRepositoryToken, TypeOrmModule } from '@nestjs/typeorm';
import type { Repository } from 'typeorm';
import { Clock } from '../clock/clock.js';
import { Config } from '../config/config.js';
import { BlobContent } from './blob-content.entity.js';
import { Blob } from './blob.entity.js';
import { BlobStore } from './blob-store.js';
import { Keyring } from './keyring.js';
import { RetentionSweep } from './retention-sweep.js';
import { SealedFileStore } from './sealed-file-store.js';
import { SealedTableStore } from './sealed-table-store.js';

@Global()
@Module({
  imports: [TypeOrmModule.forFeature([Blob, BlobContent])],
  providers: [
    { provide: Keyring, useFactory: (config: Config) => Keyring.open(config), inject: [Config] },
    {
      provide: BlobStore,
      inject: [Config, Clock, Keyring, getRepositoryToken(Blob), getRepositoryToken(BlobContent)],
      useFactory: (
        config: Config,
        clock: Clock,
        keyring: Keyring,
        blobs: Repository<Blob>,
        contents: Repository<BlobContent>,
      ) =>
        config.blobs === 'database'
          ? new SealedTableStore(blobs, contents, clock, keyring)
          : new SealedFileStore(blobs, clock, keyring, config),
    },
    RetentionSweep,
  ],
  exports: [BlobStore, Keyring],
})
export class StorageModule {}
