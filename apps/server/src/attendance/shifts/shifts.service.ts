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
import { checked } from './checked.js';
import { completed } from './shift-fields.js';
import { ALWAYS, presentShift } from './shift-message.js';
import { Shift } from './shift.entity.js';
import { ShiftVersion } from './shift-version.entity.js';
import { ShiftVersions } from './shift-versions.js';

@Injectable()
export class ShiftsService {
  constructor(
    @InjectRepository(Shift) private readonly shifts: Repository<Shift>,
    private readonly versions: ShiftVersions,
    private readonly sites: SitesService,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  async list(page: PageQuery): Promise<Page<ShiftMessage>> {
    const found = await pageByIdDescending(this.shifts.createQueryBuilder('s'), page, (shift) => shift);
    const latest = await this.versions.latest(
      this.shifts.manager,
      found.items.map(({ id }) => id),
    );
    return { ...found, items: found.items.map((shift) => presentShift(shift, latest.get(shift.id)!)) };
  }

  async get(id: string): Promise<ShiftMessage> {
    const shift = await this.find(this.shifts.manager, id);
    return presentShift(shift, (await this.versions.latest(this.shifts.manager, [id])).get(id)!);
  }

  /** As they read on a day, in no particular order. */
  async on(date: string, ids: readonly string[]): Promise<ShiftMessage[]> {
    const shifts = await this.shifts.findBy({ id: In([...ids]) });
    const versions = await this.versions.latest(this.shifts.manager, ids, date);
    return shifts.flatMap((shift) => {
      const version = versions.get(shift.id);
      return version ? [presentShift(shift, version)] : [];
    });
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
      return presentShift(shift, version);
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
      const before = (await this.versions.latest(manager, [id])).get(id)!;
      if (Object.keys(fields).length === 0) return presentShift(shift, before);
      if (before.validFrom > from) throw laterVersion(before.validFrom);
      const version = await this.versions.change(manager, id, from, checked({ ...before.rules, ...fields }));
      const details = { from, fields: Object.keys(fields) };
      await this.audit.record({ actor, action: 'shift.update', subject: `shift:${id}`, details }, manager);
      return presentShift(shift, version);
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
