import { Injectable } from '@nestjs/common';
import type { JobKind, WaitingCancelled } from '@rollcall/contracts';
import { DataSource, type EntityManager } from 'typeorm';
import { AuditService } from '../audit/audit.service.js';
import { DomainError } from '../platform/domain-error.js';
import { Jobs } from '../platform/jobs/jobs.service.js';
import type { KnownStyle } from './styles/style-catalog.js';

type Lane = Extract<JobKind, `badges.${string}`>;
const LANES: readonly Lane[] = ['badges.render', 'badges.instant'];

/** Portraits that may wait in a lane: of one who asks, and of all. */
const MOST_OF_ONE = 20;
const MOST = 100;

/** One at a time asks for a portrait, else many at once would each find room. */
const LOCK = "SELECT pg_advisory_xact_lock(hashtextextended('badges waiting', 0))";

/** The portraits that wait for their turn. */
@Injectable()
export class PortraitQueue {
  constructor(
    private readonly source: DataSource,
    private readonly jobs: Jobs,
    private readonly audit: AuditService,
  ) {}

  /** Answers the job's id. @throws DomainError STUDIO_QUEUE_FULL */
  async join(manager: EntityManager, actor: string, badgeId: string, style: KnownStyle): Promise<string> {
    const lane: Lane = style.preset === null ? 'badges.render' : 'badges.instant';
    await manager.query(LOCK);
    const waiting = await this.waitingIn(manager, lane);
    const own = waiting.filter(({ createdBy }) => createdBy === actor);
    if (own.length >= MOST_OF_ONE || waiting.length >= MOST) throw full();
    return this.jobs.enqueue(actor, lane, { badgeId }, { manager });
  }

  /** What is being painted goes on. */
  async cancelWaiting(actor: string): Promise<WaitingCancelled> {
    return this.source.transaction(async (manager) => {
      const waiting = [];
      for (const lane of LANES) waiting.push(...(await this.waitingIn(manager, lane)));
      for (const { id } of waiting) await this.jobs.cancelIfRunning(manager, id);
      const details = { portraits: waiting.length };
      await this.audit.record({ actor, action: 'badge.cancel-waiting', details }, manager);
      return { cancelled: waiting.length };
    });
  }

  private async waitingIn(manager: EntityManager, lane: Lane) {
    return (await this.jobs.unfinishedOf(manager, lane)).filter(({ state }) => state === 'waiting');
  }
}

const full = () =>
  new DomainError(
    'conflict',
    'STUDIO_QUEUE_FULL',
    `At most ${MOST_OF_ONE} portraits of one who asks may wait, ${MOST} of all. Wait until some are painted, or cancel them.`,
  );
