import { Injectable, Logger } from '@nestjs/common';
import { Cron, CronExpression } from '@nestjs/schedule';
import { BlobStore } from './blob-store.js';

/** Every hour, what has outlived its deletion date goes. */
@Injectable()
export class RetentionSweep {
  private readonly log = new Logger(RetentionSweep.name);

  constructor(private readonly blobs: BlobStore) {}

  @Cron(CronExpression.EVERY_HOUR)
  async run(): Promise<void> {
    let removed = 0;
    for (let batch = await this.blobs.sweep(); batch > 0; batch = await this.blobs.sweep()) removed += batch;
    if (removed > 0)
      this.log.log(`${removed} photos and frames reached their deletion date and were removed`);
  }
}
