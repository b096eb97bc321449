import { Injectable } from '@nestjs/common';
import type { LocalDate } from '@rollcall/attendance';
import { DataSource, MoreThanOrEqual, type EntityManager } from 'typeorm';
import { DomainError } from '../../platform/domain-error.js';
import { AttendanceLock } from './attendance-lock.entity.js';

/** Which months do not change any more. */
@Injectable()
export class LockedMonths {
  constructor(private readonly source: DataSource) {}

  async all(manager: EntityManager = this.source.manager): Promise<Set<string>> {
    const locks = await manager.find(AttendanceLock);
    return new Set(locks.map(({ month }) => month));
  }

  /**
   * @param instead what can be done without unlocking
   * @throws DomainError PERIOD_LOCKED where a day of these lies in a locked month
   */
  async refuse(manager: EntityManager, from: LocalDate, to: LocalDate, instead = ''): Promise<void> {
    const locks = await manager.findBy(AttendanceLock, { month: MoreThanOrEqual(from.slice(0, 7)) });
    const lock = locks.find(({ month }) => month <= to.slice(0, 7));
    if (!lock) return;
    throw new DomainError(
      'conflict',
      'PERIOD_LOCKED',
      `${lock.month} is locked: it does not change any more. ${instead && `${instead} `}An administrator can unlock it.`,
    );
  }
}
