import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Broadcast } from '../platform/broadcast/broadcast.js';
import type { JobHandler } from '../platform/jobs/job-handler.js';
import { Jobs } from '../platform/jobs/jobs.service.js';
import { GalleryIndex } from './gallery-index.js';
import { GalleryInspection } from './gallery-inspection.js';
import { ServingGallery } from './serving-gallery.js';

const LOOK_MS = 60_000;
/** Changes are kept this many versions back, for servers that follow; one that is further behind fills afresh. */
const VERSIONS_KEPT = 100_000;
const ACTOR = 'system';
const REPAIR = 'gallery.repair';

/**
 * Watches over what the gallery is searched by: that memory holds as many templates as the database, that the index is
 * there and whole, and has it repaired where it is not.
 */
@Injectable()
export class GalleryCaretaker
  implements JobHandler<'gallery.index'>, OnApplicationBootstrap, OnApplicationShutdown
{
  readonly kind = 'gallery.index';
  private readonly log = new Logger(GalleryCaretaker.name);
  private timer: NodeJS.Timeout | null = null;
  private looking: Promise<void> = Promise.resolve();

  constructor(
    private readonly source: DataSource,
    private readonly gallery: GalleryInspection,
    private readonly serving: ServingGallery,
    private readonly index: GalleryIndex,
    private readonly jobs: Jobs,
    private readonly broadcast: Broadcast,
  ) {}

  onApplicationBootstrap(): void {
    this.broadcast.on(REPAIR, () => void this.serving.refill());
    this.timer = setInterval(() => this.lookAgain(), LOOK_MS).unref();
    this.lookAgain();
  }

  async onApplicationShutdown(): Promise<void> {
    if (this.timer) clearInterval(this.timer);
    await this.looking;
  }

  /** The job: every server reads its memory again, and the index that should be there is built. */
  async run(): Promise<Record<string, unknown>> {
    this.broadcast.tell(REPAIR, 'memory');
    const { set, templates } = await this.gallery.present();
    return { ...(await this.index.repair(set, templates)) };
  }

  private lookAgain(): void {
    this.looking = this.looking.then(() => this.look());
  }

  private async look(): Promise<void> {
    try {
      await this.source.query(
        'DELETE FROM gallery_changes WHERE version < (SELECT version FROM gallery_state) - $1',
        [VERSIONS_KEPT],
      );
      if (await this.gallery.memoryIsWrong()) await this.serving.refill();
      const { set, templates } = await this.gallery.present();
      const { state } = await this.index.inspect(set, templates);
      if (state !== 'missing' && state !== 'invalid') return;
      await this.jobs.enqueue(ACTOR, 'gallery.index', {}, { uniqueKey: 'gallery.index' });
    } catch (error) {
      this.log.warn(`The gallery could not be looked after: ${(error as Error).message}`);
    }
  }
}
