import { Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Config } from '../config/config.js';
import { Blob } from './blob.entity.js';
import { BlobStore } from './blob-store.js';
import { Keyring } from './keyring.js';
import { RetentionSweep } from './retention-sweep.js';
import { SealedFileStore } from './sealed-file-store.js';

@Global()
@Module({
  imports: [TypeOrmModule.forFeature([Blob])],
  providers: [
    { provide: Keyring, useFactory: (config: Config) => Keyring.open(config), inject: [Config] },
    { provide: BlobStore, useClass: SealedFileStore },
    RetentionSweep,
  ],
  exports: [BlobStore, Keyring],
})
export class StorageModule {}
