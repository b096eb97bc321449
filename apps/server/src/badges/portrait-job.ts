import { Injectable } from '@nestjs/common';
import type { PortraitResult } from '@rollcall/contracts';
import type { JobContext, JobHandler } from '../platform/jobs/job-handler.js';
import { Jobs } from '../platform/jobs/jobs.service.js';
import { Stylizer } from '../vision/stylizer.js';
import type { Badge } from './badge.entity.js';
import { BadgeLedger } from './badge-ledger.js';
import { PortraitDelivery, resultOf } from './portrait-delivery.js';
import { PortraitGrowth, PAINTING_SHARE } from './portrait-growth.js';
import { PortraitMaterial, type Material } from './portrait-material.js';

/** Paints a portrait. Stopped in the middle, it goes on from the last picture that was kept. */
@Injectable()
export class PortraitJob implements JobHandler<'badges.render'> {
  readonly kind = 'badges.render';
  /** A painting takes up to a gigabyte of memory and every core. */
  readonly atOnce = 1;

  constructor(
    private readonly ledger: BadgeLedger,
    private readonly material: PortraitMaterial,
    private readonly stylizer: Stylizer,
    private readonly delivery: PortraitDelivery,
    private readonly jobs: Jobs,
  ) {}

  async run(
    { badgeId }: { badgeId: string },
    context: JobContext,
  ): Promise<PortraitResult & Record<string, unknown>> {
    const badge = await this.ledger.find(badgeId);
    if (badge.portraitId && badge.step >= badge.settings.steps) return resultOf(badge);
    const material = await this.material.of(badge);
    const picture = await this.paint(badge, material, context).catch(async (error: unknown) => {
      if (context.signal.aborted) await this.keepWhatIsThere(badge, material, context);
      throw error;
    });
    context.progress({ progress: PAINTING_SHARE });
    const { photo } = material.sitting;
    const painted = { picture, photo, step: badge.settings.steps };
    return resultOf(await this.delivery.deliver(context.actor, badge, painted));
  }

  private async paint(badge: Badge, material: Material, context: JobContext): Promise<Uint8Array> {
    const { sitting, style, styles, from } = material;
    const { size: _, ...settings } = badge.settings;
    context.signal.throwIfAborted();
    if (style.preset) return this.stylizer.applyPreset(style.preset, sitting, settings);
    if (from && from.step >= settings.steps) return from.picture;
    const growth = new PortraitGrowth(badge, context, this.ledger);
    return this.stylizer.paint(
      { ...sitting, ...settings, styles, from },
      { signal: context.signal, onStep: (step) => growth.note(step) },
    );
  }

  /** Whoever cancels has the best picture so far; a server that merely stops leaves it to the next attempt. */
  private async keepWhatIsThere(badge: Badge, { sitting }: Material, context: JobContext): Promise<void> {
    const { cancelRequested } = await this.jobs.get(context.jobId);
    if (!cancelRequested || !badge.previewId) return;
    const picture = await this.ledger.picture(badge.previewId);
    await this.delivery.deliver(context.actor, badge, { picture, photo: sitting.photo, step: badge.step });
  }
}
