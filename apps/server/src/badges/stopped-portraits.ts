import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable, Logger } from '@nestjs/common';
import { DomainError } from '../platform/domain-error.js';
import type { JobContext } from '../platform/jobs/job-handler.js';
import { Jobs } from '../platform/jobs/jobs.service.js';
import type { Badge } from './badge.entity.js';
import { BadgeLedger } from './badge-ledger.js';
import { PortraitDelivery } from './portrait-delivery.js';
import { paintingSettings } from './used-settings.js';

/** The networks that look at a portrait may be busy with kiosks; they are not for longer than this together. */
const TRIES = 40;
const PAUSE_MS = 250;

/** Whoever cancels has the best picture so far; a server that merely stops leaves it to the next attempt. */
@Injectable()
export class StoppedPortraits {
  private readonly log = new Logger('Portraits');

  constructor(
    private readonly ledger: BadgeLedger,
    private readonly delivery: PortraitDelivery,
    private readonly jobs: Jobs,
  ) {}

  async keep(badge: Badge, photo: Uint8Array, context: JobContext): Promise<void> {
    try {
      const { cancelRequested } = await this.jobs.get(context.jobId);
      if (cancelRequested && badge.previewId)
        await this.deliver(badge, badge.previewId, photo, context.actor);
    } catch (error) {
      // A badge that was deleted, or went with its person, is no loss.
      if (error instanceof DomainError && error.kind === 'not-found') return;
      const reason =
        error instanceof DomainError ? error.code : error instanceof Error ? error.name : 'unknown';
      this.log.warn(
        `The picture of the cancelled job ${context.jobId} was not kept as a portrait (${reason}). Tried again, the job goes on from it for a day.`,
      );
    }
  }

  private async deliver(badge: Badge, previewId: string, photo: Uint8Array, actor: string): Promise<void> {
    const picture = await this.ledger.picture(previewId);
    const { step, losses } = badge;
    const complete = step >= paintingSettings(badge.settings).steps;
    for (let tries = 1; ; tries++) {
      try {
        await this.delivery.deliver(actor, badge, { picture, photo, step, losses, complete });
        return;
      } catch (error) {
        if (tries === TRIES || !(error instanceof DomainError && error.kind === 'busy')) throw error;
        await sleep(PAUSE_MS);
      }
    }
  }
}
