import { Injectable } from '@nestjs/common';
import type { LocalDate } from '@rollcall/attendance';
import type { ShiftFields } from '@rollcall/contracts';
import { In, LessThanOrEqual, type EntityManager } from 'typeorm';
import { NO_END, StaleDays } from '../days/stale-days.js';
import { LockedMonths } from '../periods/locked-months.js';
import { ShiftVersion } from './shift-version.entity.js';

const EVER: LocalDate = '9999-12-31';

/** What shifts say from which day on. */
@Injectable()
export class ShiftVersions {
  constructor(
    private readonly stale: StaleDays,
    private readonly locked: LockedMonths,
  ) {}

  /** By shift, the version that holds on a day. */
  async latest(
    manager: EntityManager,
    ids: readonly string[],
    until: LocalDate = EVER,
  ): Promise<Map<string, ShiftVersion>> {
    const versions = await manager.find(ShiftVersion, {
      where: { shiftId: In([...ids]), validFrom: LessThanOrEqual(until) },
      order: { validFrom: 'ASC' },
    });
    return new Map(versions.map((version) => [version.shiftId, version]));
  }

  /** From a day on a shift says something else. @throws DomainError PERIOD_LOCKED where that day is not behind all locked months */
  async change(
    manager: EntityManager,
    shiftId: string,
    validFrom: LocalDate,
    rules: ShiftFields,
  ): Promise<ShiftVersion> {
    const instead = 'Let the change begin after it: `validFrom`.';
    await this.locked.refuse(manager, validFrom, NO_END, instead);
    const version = manager.create(ShiftVersion, { shiftId, validFrom, rules });
    await manager.upsert(ShiftVersion, { shiftId, validFrom, rules }, ['shiftId', 'validFrom']);
    await this.stale.ofShift(manager, shiftId, validFrom);
    return version;
  }
}
