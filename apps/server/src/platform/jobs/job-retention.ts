import { Injectable } from '@nestjs/common';
import { Cron, CronExpression } from '@nestjs/schedule';
import { DataSource } from 'typeorm';

const KEPT_DAYS = 90;

/** Every hour, jobs that came to a good end long ago go. Failed ones stay: somebody still has to look at them. */
@Injectable()
export class JobRetention {
  constructor(private readonly source: DataSource) {}

  @Cron(CronExpression.EVERY_HOUR)
  async run(): Promise<void> {
    await this.source.query(
      `DELETE FROM jobs WHERE state IN ('completed', 'cancelled') AND finished_at < now() - $1 * interval '1 day'`,
      [KEPT_DAYS],
    );
  }
}
