import { Injectable } from '@nestjs/common';
import type { PortraitResult } from '@rollcall/contracts';
import type { EntityManager } from 'typeorm';
import { DomainError } from '../platform/domain-error.js';
import type { JobContext, JobHandler } from '../platform/jobs/job-handler.js';
import { Stylizer } from '../vision/stylizer.js';
import { Badge } from './badge.entity.js';
import { BadgeLedger } from './badge-ledger.js';
import { previewUrlOf } from './badge-message.js';
import { PortraitDelivery, resultOf, type Delivered } from './portrait-delivery.js';
import { PortraitGrowth, PAINTING_SHARE } from './portrait-growth.js';
import { PortraitMaterial, type Material } from './portrait-material.js';
import { paintingSettings } from './used-settings.js';
import { StoppedPortraits } from './stopped-portraits.js';

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
    private readonly stopped: StoppedPortraits,
  ) {}

  async requireWork({ badgeId }: { badgeId: string }, manager: EntityManager): Promise<void> {
    if (!(await manager.existsBy(Badge, { id: badgeId }))) throw deleted();
  }

  async run(
    { badgeId }: { badgeId: string },
    context: JobContext,
  ): Promise<PortraitResult & Record<string, unknown>> {
    const badge = await this.ledger.find(badgeId);
    if (badge.complete) return resultOf(badge);
    const material = await this.material.of(badge);
    const { photo } = material.sitting;
    const painted = await this.paint(badge, material, context).catch(async (error: unknown) => {
      if (context.signal.aborted) await this.stopped.keep(badge, photo, context);
      throw error;
    });
    context.progress({ progress: PAINTING_SHARE });
    const delivered = { ...painted, photo, complete: true };
    return resultOf(await this.delivery.deliver(context.actor, badge, delivered));
  }

  private async paint(
    badge: Badge,
    { sitting, style, styles, from }: Material,
    context: JobContext,
  ): Promise<Omit<Delivered, 'photo' | 'complete'>> {
    context.signal.throwIfAborted();
    if (style.preset) {
      const picture = await this.stylizer.applyPreset(style.preset, sitting, badge.settings);
      // Whoever waits sees it while it is looked at; that takes longer than painting it.
      await this.ledger.show(badge, picture, { step: 0, losses: [] });
      context.progress({ previewUrl: previewUrlOf(badge.id, 0) });
      return { picture, step: 0, losses: [] };
    }
    const { size: _, ...settings } = paintingSettings(badge.settings);
    if (from && from.step >= settings.steps) return { ...from, losses: badge.losses };
    if (!from && badge.step > 0) {
      await this.ledger.beginAgain(badge);
      context.progress({ progress: 0, step: 0 });
    }
    const growth = new PortraitGrowth(badge, settings.steps, context, this.ledger);
    const { picture, step } = await this.stylizer.paint(
      { ...sitting, ...settings, styles, from },
      { signal: context.signal, onStep: (step) => growth.note(step) },
    );
    return { picture, step, losses: growth.curve };
  }
}

const deleted = () =>
  new DomainError(
    'conflict',
    'PORTRAIT_DELETED',
    'The portrait that this job was to paint was deleted, perhaps with the photos of its person. Ask for a new one.',
  );
