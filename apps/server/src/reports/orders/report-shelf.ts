import { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { Cron, CronExpression } from '@nestjs/schedule';
import type { ReportFormat } from '@rollcall/contracts';
import { LessThanOrEqual, MoreThan, type Repository } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { Clock } from '../../platform/clock/clock.js';
import { notFound } from '../../platform/domain-error.js';
import { BlobStore } from '../../platform/storage/blob-store.js';
import { ReportFile } from './report-file.entity.js';

const KEPT_MS = 7 * 86_400_000;
/** Sealed and stored at once: what a process holds of a file, however long it is. */
const PART_BYTES = 4 * 2 ** 20;

/** Where reports lie that jobs have made: sealed, in parts, each with its deletion date. */
@Injectable()
export class ReportShelf {
  constructor(
    @InjectRepository(ReportFile) private readonly files: Repository<ReportFile>,
    private readonly blobs: BlobStore,
    private readonly clock: Clock,
  ) {}

  ofJob(jobId: string): Promise<ReportFile | null> {
    return this.files.findOneBy({ jobId });
  }

  /** Keeps what comes. Where it ends early, nothing is kept. */
  async keep(jobId: string, name: string, format: ReportFormat, content: Readable): Promise<ReportFile> {
    const createdAt = this.clock.now();
    const deleteAfter = new Date(createdAt.getTime() + KEPT_MS);
    const parts: string[] = [];
    let bytes = 0;
    try {
      for await (const part of inParts(content)) {
        parts.push(await this.blobs.put('report', part, deleteAfter));
        bytes += part.length;
      }
    } catch (error) {
      await this.blobs.remove(parts);
      throw error;
    }
    const file = { id: uuidv7(), jobId, name, format, bytes: String(bytes), parts, createdAt, deleteAfter };
    await this.files.insert(file);
    return this.files.create(file);
  }

  /** @throws DomainError REPORT_FILE_NOT_FOUND, also once its time is over */
  async find(id: string): Promise<ReportFile> {
    const file = await this.files.findOneBy({ id, deleteAfter: MoreThan(this.clock.now()) });
    if (!file) throw notFound('report file');
    return file;
  }

  open({ parts }: ReportFile): Readable {
    return Readable.from(this.read(parts), { objectMode: false });
  }

  private async *read(parts: readonly string[]): AsyncGenerator<Buffer> {
    for (const part of parts) {
      const bytes = await this.blobs.get(part);
      if (!bytes) throw new Error('A part of a report is gone before its time.');
      yield bytes;
    }
  }

  /** The blobs go by themselves. */
  @Cron(CronExpression.EVERY_HOUR)
  async sweep(): Promise<void> {
    await this.files.delete({ deleteAfter: LessThanOrEqual(this.clock.now()) });
  }
}

async function* inParts(content: Readable): AsyncGenerator<Buffer> {
  let waiting: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of content as AsyncIterable<Buffer>) {
    waiting.push(chunk);
    bytes += chunk.length;
    if (bytes < PART_BYTES) continue;
    yield Buffer.concat(waiting);
    [waiting, bytes] = [[], 0];
  }
  if (bytes > 0) yield Buffer.concat(waiting);
}
