import { Injectable } from '@nestjs/common';
import type { ImportResult } from '@rollcall/contracts';
import { poolSizeHere } from '@rollcall/vision';
import { Config } from '../../platform/config/config.js';
import { notFound } from '../../platform/domain-error.js';
import type { JobContext, JobHandler } from '../../platform/jobs/job-handler.js';
import { ImportLedger } from './import-ledger.js';
import type { ImportPhoto } from './import-photo.entity.js';
import type { ImportRow } from './import-row.entity.js';
import { inParallel } from '../../platform/in-parallel.js';
import { PhotoTakeIn } from './photo-take-in.js';
import { RowTakeIn } from './row-take-in.js';

interface Waiting {
  readonly row: ImportRow;
  /** Null for a row by itself. */
  readonly photo: ImportPhoto | null;
  /** What is done with it, in the unit of the import's progress. */
  readonly counts: number;
}

/** Works off an import from what is stored of it: what is done already, by an earlier attempt, is passed over. */
@Injectable()
export class ImportJob implements JobHandler<'people.import'> {
  readonly kind = 'people.import';
  private readonly photosAtOnce: number;

  constructor(
    private readonly ledger: ImportLedger,
    private readonly rows: RowTakeIn,
    private readonly photos: PhotoTakeIn,
    config: Config,
  ) {
    // While one photo is in the networks of a worker, the next is being opened, and the one before stored.
    this.photosAtOnce = 2 * (config.inference.workers ?? poolSizeHere().workers);
  }

  async run(
    { importId }: { importId: string },
    context: JobContext,
  ): Promise<ImportResult & Record<string, unknown>> {
    const list = await this.ledger.find(importId);
    if (!list) throw notFound('import');
    const { done: before, all, byPhotos } = await this.ledger.progress(importId);
    let done = before;
    const tell = () =>
      context.progress({ progress: all === 0 ? 0 : (100 * done) / all, step: done, steps: all });
    tell();
    const waiting = this.waiting(importId, byPhotos, context);
    await inParallel(waiting, this.photosAtOnce, async ({ row, photo, counts }) => {
      if (photo) await this.photos.take(context.actor, row, photo, context.signal);
      done += counts;
      tell();
    });
    context.signal.throwIfAborted();
    return this.ledger.result(list);
  }

  /** One person after another, and their photos. A line that is refused takes its photos along. */
  private async *waiting(
    importId: string,
    byPhotos: boolean,
    { actor, signal }: JobContext,
  ): AsyncGenerator<Waiting> {
    for (let line = 0; ;) {
      signal.throwIfAborted();
      const row = await this.ledger.rowBelow(importId, line);
      if (!row) return;
      line = row.line;
      const photos = await this.ledger.waitingPhotos(row.id);
      const taken = row.outcome === 'waiting' ? await this.rows.take(actor, row) : row;
      if (!taken || photos.length === 0) {
        yield { row, photo: null, counts: byPhotos ? photos.length : 1 };
        continue;
      }
      for (const photo of photos) {
        signal.throwIfAborted();
        yield { row, photo, counts: 1 };
      }
    }
  }
}
