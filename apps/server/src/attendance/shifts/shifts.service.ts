import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import type { Page, PageQuery, Shift as ShiftMessage, ShiftCreate, ShiftUpdate } from '@rollcall/contracts';
import { In, type EntityManager, type Repository } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { AuditService } from '../../audit/audit.service.js';
import { SitesService } from '../../people/sites.service.js';
import { Clock } from '../../platform/clock/clock.js';
import { violatesReference, violatesUnique } from '../../platform/database/constraint.js';
import { DomainError, notFound } from '../../platform/domain-error.js';
import { pageByIdDescending } from '../../platform/http/paging.js';
import { StaleDays } from '../days/stale-days.js';
import { completed, endMinutes, minutesOf } from './shift-fields.js';
import { Shift } from './shift.entity.js';
import { ShiftVersion } from './shift-version.entity.js';

/** What has always held. */
const ALWAYS = '0001-01-01';

@Injectable()
export class ShiftsService {
  constructor(
    @InjectRepository(Shift) private readonly shifts: Repository<Shift>,
    private readonly stale: StaleDays,
    private readonly sites: SitesService,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  async list(page: PageQuery): Promise<Page<ShiftMessage>> {
    const found = await pageByIdDescending(this.shifts.createQueryBuilder('s'), page, (shift) => shift);
    const latest = await this.latest(
      this.shifts.manager,
      found.items.map(({ id }) => id),
    );
    return { ...found, items: found.items.map((shift) => present(shift, latest.get(shift.id)!)) };
  }

  async get(id: string): Promise<ShiftMessage> {
    const shift = await this.find(this.shifts.manager, id);
    return present(shift, (await this.latest(this.shifts.manager, [id])).get(id)!);
  }

  create(actor: string, { name, ...fields }: ShiftCreate): Promise<ShiftMessage> {
    return this.change(async (manager) => {
      const shift = manager.create(Shift, { id: uuidv7(), name, createdAt: this.clock.now() });
      const version = manager.create(ShiftVersion, {
        shiftId: shift.id,
        validFrom: ALWAYS,
        rules: checked(completed(fields)),
      });
      await manager.insert(Shift, shift);
      await manager.insert(ShiftVersion, version);
      await this.audit.record({ actor, action: 'shift.create', subject: `shift:${shift.id}` }, manager);
      return present(shift, version);
    });
  }

  /** Days before `validFrom`, today where nothing is said, keep what the shift said then. */
  async update(
    actor: string,
    id: string,
    { name, validFrom, ...fields }: ShiftUpdate,
  ): Promise<ShiftMessage> {
    const from = validFrom ?? (await this.sites.today());
    return this.change(async (manager) => {
      const shift = await this.find(manager, id);
      if (name) await manager.save(Shift, Object.assign(shift, { name }));
      const before = (await this.latest(manager, [id])).get(id)!;
      if (Object.keys(fields).length === 0) return present(shift, before);
      if (before.validFrom > from) throw laterVersion(before.validFrom);
      const version = { shiftId: id, validFrom: from, rules: checked({ ...before.rules, ...fields }) };
      await manager.upsert(ShiftVersion, version, ['shiftId', 'validFrom']);
      await this.stale.ofShift(manager, id, from);
      const details = { from, fields: Object.keys(fields) };
      await this.audit.record({ actor, action: 'shift.update', subject: `shift:${id}`, details }, manager);
      return present(shift, manager.create(ShiftVersion, version));
    });
  }

  remove(actor: string, id: string): Promise<void> {
    return this.change(async (manager) => {
      await manager.remove(Shift, await this.find(manager, id));
      await this.audit.record({ actor, action: 'shift.delete', subject: `shift:${id}` }, manager);
    });
  }

  private async find(manager: EntityManager, id: string): Promise<Shift> {
    const shift = await manager.findOneBy(Shift, { id });
    if (!shift) throw notFound('shift');
    return shift;
  }

  private async latest(manager: EntityManager, ids: readonly string[]): Promise<Map<string, ShiftVersion>> {
    const versions = await manager.find(ShiftVersion, {
      where: { shiftId: In([...ids]) },
      order: { validFrom: 'ASC' },
    });
    return new Map(versions.map((version) => [version.shiftId, version]));
  }

  private async change<T>(work: (manager: EntityManager) => Promise<T>): Promise<T> {
    try {
      return await this.shifts.manager.transaction(work);
    } catch (error) {
      if (violatesUnique(error, 'shifts_name_key'))
        throw new DomainError('conflict', 'SHIFT_NAME_TAKEN', 'There is a shift of that name already.');
      if (!violatesReference(error)) throw error;
      throw new DomainError(
        'conflict',
        'SHIFT_IN_USE',
        'People work this shift, or did. Its days would be lost.',
      );
    }
  }
}

const laterVersion = (validFrom: string) =>
  new DomainError(
    'conflict',
    'SHIFT_CHANGED_LATER',
    `This shift reads otherwise from ${validFrom} on. A change cannot begin before that day.`,
  );

/** @throws DomainError SHIFT_HOURS where the parts of a shift do not fit each other */
function checked(rules: ShiftVersion['rules']): ShiftVersion['rules'] {
  const refuse = (detail: string) => new DomainError('rule', 'SHIFT_HOURS', detail);
  const length = endMinutes(rules.start, rules.end) - minutesOf(rules.start);
  if (rules.breakMinutes >= length) throw refuse('The break is as long as the shift. Make it shorter.');
  if (rules.kind === 'flexible' && !rules.coreStart !== !rules.coreEnd)
    throw refuse('Core hours have a start and an end. Give both, or neither.');
  if (rules.breakRule === 'fixed' && rules.breakWindows.length === 0 && rules.breakMinutes > 0)
    throw refuse('A break at a fixed time needs that time: breakWindows.');
  return rules;
}

const present = ({ id, name, createdAt }: Shift, { rules, validFrom }: ShiftVersion): ShiftMessage => ({
  id,
  name,
  ...rules,
  overnight: endMinutes(rules.start, rules.end) > 1440,
  validFrom: validFrom === ALWAYS ? null : validFrom,
  createdAt: createdAt.toISOString(),
});
