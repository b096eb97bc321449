import { createHash } from 'node:crypto';
import type { DataSource } from 'typeorm';
import type { Broadcast } from '../broadcast/broadcast.js';
import type { Config } from '../config/config.js';
import type { Database } from '../database/database.js';
import { BullJobQueue } from './bull-job-queue.js';
import { InProcessJobQueue } from './in-process-job-queue.js';
import type { JobQueue } from './job-queue.js';

/** Bull where there is a Redis, else a queue in this process. */
export async function openJobQueue(
  config: Config,
  broadcast: Broadcast,
  database: Database,
  source: DataSource,
): Promise<JobQueue> {
  if (!config.redisUrl) return new InProcessJobQueue(broadcast);
  return BullJobQueue.open(config.redisUrl, `rollcall:${await nameOf(database, config, source)}`);
}

/**
 * Servers of one database find each other in Redis by this, however each spells its address; installations that share
 * a Redis stay apart.
 */
async function nameOf({ kind }: Database, { dataDir }: Config, source: DataSource): Promise<string> {
  const [row] = await source.query<{ name: string }[]>(
    `SELECT datname || '-' || oid AS name FROM pg_database WHERE datname = current_database()`,
  );
  // Every embedded database bears the same name, but belongs to one folder.
  const folder = kind === 'embedded' ? createHash('sha256').update(dataDir).digest('hex').slice(0, 12) : '';
  return `${row?.name}${folder}`;
}
