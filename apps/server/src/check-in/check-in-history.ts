import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import type { CheckInQuery, CheckInRecord, Page } from '@rollcall/contracts';
import { MoreThan, type Repository } from 'typeorm';
import { PunchesService } from '../attendance/punches/punches.service.js';
import { DevicesService } from '../devices/devices.service.js';
import { PeopleService } from '../people/people.service.js';
import { notFound } from '../platform/domain-error.js';
import { pageByIdDescending } from '../platform/http/paging.js';
import { endOf, startOf } from '../platform/http/time-range.js';
import { recordOf } from './check-in-message.js';
import { CheckIn } from './check-in.entity.js';

/** The log of check-ins as people read it. */
@Injectable()
export class CheckInHistory {
  constructor(
    @InjectRepository(CheckIn) private readonly checkIns: Repository<CheckIn>,
    private readonly people: PeopleService,
    private readonly devices: DevicesService,
    private readonly attendance: PunchesService,
  ) {}

  async list(query: CheckInQuery, showScores: boolean): Promise<Page<CheckInRecord>> {
    const rows = this.checkIns.createQueryBuilder('c').where('true');
    if (query.from) rows.andWhere('c.captured_at >= :from', { from: startOf(query.from) });
    if (query.to) rows.andWhere('c.captured_at < :to', { to: endOf(query.to) });
    if (query.personId) rows.andWhere('c.person_id = :personId', query);
    if (query.deviceId) rows.andWhere('c.device_id = :deviceId', query);
    if (query.decision) rows.andWhere('c.decision = :decision', query);
    const page = await pageByIdDescending(rows, query, (row) => row);
    return { items: await this.describe(page.items, showScores), nextCursor: page.nextCursor };
  }

  async find(id: string): Promise<CheckIn> {
    const row = await this.checkIns.findOneBy({ id });
    if (!row) throw notFound('check in');
    return row;
  }

  /** With scores. */
  async record(id: string): Promise<CheckInRecord> {
    const [record] = await this.describe([await this.find(id)], true);
    return record!;
  }

  /** Ids of at most so many rows after this one, oldest first. */
  async idsAfter(id: string, limit: number): Promise<string[]> {
    const rows = await this.checkIns.find({
      where: { id: MoreThan(id) },
      select: { id: true },
      order: { id: 'ASC' },
      take: limit,
    });
    return rows.map((row) => row.id);
  }

  /** The newest rows after this id, at most so many, oldest first, with scores. */
  async newestAfter(id: string, limit: number): Promise<CheckInRecord[]> {
    const rows = await this.checkIns.find({
      where: { id: MoreThan(id) },
      order: { id: 'DESC' },
      take: limit,
    });
    return this.describe(rows.reverse(), true);
  }

  async describe(rows: readonly CheckIn[], showScores: boolean): Promise<CheckInRecord[]> {
    const people = await this.people.named(rows.flatMap(({ personId }) => personId ?? []));
    const devices = await this.devices.names(rows.map(({ deviceId }) => deviceId));
    const directions = await this.attendance.directions(rows.map(({ id }) => id));
    return rows.map((row) =>
      recordOf(
        row,
        people.get(row.personId ?? '') ?? null,
        directions.get(row.id) ?? null,
        devices.get(row.deviceId) ?? '',
        showScores,
      ),
    );
  }
}
