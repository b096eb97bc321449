import { Injectable } from '@nestjs/common';
import type { LocalDate } from '@rollcall/attendance';
import type { EntityManager } from 'typeorm';
import { AuditService, type AuditEvent } from '../../audit/audit.service.js';
import { StaleDays } from '../days/stale-days.js';
import { LockedMonths } from '../periods/locked-months.js';

/** The days of somebody that something was said about. */
export interface ConcernedDays {
  readonly personId: string;
  readonly from: LocalDate;
  readonly to: LocalDate;
}

/** Writes what was asked or decided about days: not where their month is locked, and the days follow from it. */
@Injectable()
export class RequestRecord {
  constructor(
    private readonly stale: StaleDays,
    private readonly locked: LockedMonths,
    private readonly audit: AuditService,
  ) {}

  /** @throws DomainError PERIOD_LOCKED */
  async keep(
    manager: EntityManager,
    { personId, from, to }: ConcernedDays,
    event: AuditEvent,
    write: () => Promise<unknown>,
  ): Promise<void> {
    await this.locked.refuse(manager, from, to);
    await write();
    await this.stale.ofPerson(manager, personId, from, to);
    await this.audit.record(event, manager);
  }
}
