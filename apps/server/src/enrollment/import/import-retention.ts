import { Injectable } from '@nestjs/common';
import { Cron, CronExpression } from '@nestjs/schedule';
import { ImportLedger } from './import-ledger.js';

/** Every hour, what imports say of people goes when its time is over. Their photos go with the other pictures. */
@Injectable()
export class ImportRetention {
  constructor(private readonly ledger: ImportLedger) {}

  @Cron(CronExpression.EVERY_HOUR)
  async run(): Promise<void> {
    await this.ledger.sweep();
  }
}
