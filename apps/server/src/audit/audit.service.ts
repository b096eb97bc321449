import { Injectable } from '@nestjs/common';
import type {
  AuditQuery,
  AuditVerification,
  Page,
  AuditEntry as AuditEntryMessage,
} from '@rollcall/contracts';
import { DataSource, type EntityManager } from 'typeorm';
import { Clock } from '../platform/clock/clock.js';
import { endOf, startOf } from '../platform/http/time-range.js';
import { AuditEntry } from './audit-entry.entity.js';
import { CHAIN_START, linkHash } from './chain.js';

/** What is done to whom, in words for programs. Details carry ids and counts, never names or addresses. */
export interface AuditEvent {
  readonly actor: string;
  readonly action: string;
  readonly subject?: string;
  readonly details?: Record<string, unknown>;
}

const BATCH = 1_000;

@Injectable()
export class AuditService {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
  ) {}

  /** Adds an entry. With the caller's manager both succeed or neither does. */
  async record(event: AuditEvent, manager?: EntityManager): Promise<void> {
    if (!manager) return this.source.transaction((own) => this.record(event, own));
    // Writers queue here, so that every entry hashes the one before it.
    await manager.query('LOCK TABLE audit_entries IN SHARE ROW EXCLUSIVE MODE');
    const [last] = await manager.find(AuditEntry, { order: { id: 'DESC' }, take: 1 });
    const entry = {
      id: (last?.id ?? 0) + 1,
      at: this.clock.now(),
      actor: event.actor,
      action: event.action,
      subject: event.subject ?? null,
      details: event.details ?? {},
    };
    const hash = linkHash(last?.hash ?? CHAIN_START, entry);
    await manager
      .createQueryBuilder()
      .insert()
      .into(AuditEntry)
      .values({ ...entry, hash } as object)
      .execute();
  }

  async list(query: AuditQuery): Promise<Page<AuditEntryMessage>> {
    const rows = this.source.getRepository(AuditEntry).createQueryBuilder('e').orderBy('e.id', 'DESC');
    if (query.actor) rows.andWhere('e.actor = :actor', { actor: query.actor });
    if (query.action) rows.andWhere('e.action = :action', { action: query.action });
    if (query.from) rows.andWhere('e.at >= :from', { from: startOf(query.from) });
    if (query.to) rows.andWhere('e.at < :to', { to: endOf(query.to) });
    if (query.cursor) rows.andWhere('e.id < :before', { before: Number(query.cursor) });
    const found = await rows.limit(query.limit + 1).getMany();
    const shown = found.slice(0, query.limit);
    const nextCursor = found.length > query.limit ? String(shown.at(-1)?.id) : null;
    return { items: shown.map((entry) => ({ ...entry, at: entry.at.toISOString() })), nextCursor };
  }

  /** Walks the whole chain from its start. */
  async verify(): Promise<AuditVerification> {
    const entries = this.source.getRepository(AuditEntry);
    let previous = CHAIN_START;
    let expected = 1;
    for (;;) {
      const batch = await entries
        .createQueryBuilder('e')
        .where('e.id >= :expected', { expected })
        .orderBy('e.id')
        .limit(BATCH)
        .getMany();
      for (const entry of batch) {
        if (entry.id !== expected || entry.hash !== linkHash(previous, entry)) {
          return { intact: false, entries: await entries.count(), brokenAt: expected };
        }
        previous = entry.hash;
        expected++;
      }
      if (batch.length < BATCH) return { intact: true, entries: expected - 1 };
    }
  }
}
