import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import type { CheckInSummary, Decision } from '@rollcall/contracts';
import { In, Like, type Repository } from 'typeorm';
import { PunchesService } from '../attendance/punches/punches.service.js';
import { DevicesService } from '../devices/devices.service.js';
import { PeopleService } from '../people/people.service.js';
import { SitesService } from '../people/sites.service.js';
import { CheckIn } from './check-in.entity.js';

const REFUSED: Decision[] = ['low_quality', 'spoof', 'ambiguous'];

/** The numbers of the present day, by the clock of the first site. */
@Injectable()
export class Today {
  constructor(
    @InjectRepository(CheckIn) private readonly checkIns: Repository<CheckIn>,
    private readonly people: PeopleService,
    private readonly sites: SitesService,
    private readonly devices: DevicesService,
    private readonly attendance: PunchesService,
  ) {}

  async summary(): Promise<CheckInSummary> {
    const date = await this.sites.today();
    const onThisDay = { localTime: Like(`${date}T%`) };
    return {
      date,
      ...(await this.people.count()),
      ...(await this.attendance.countOn(date)),
      unknown: await this.checkIns.countBy({ ...onThisDay, decision: 'unknown' }),
      refused: await this.checkIns.countBy({ ...onThisDay, decision: In(REFUSED) }),
      devicesOnline: await this.devices.countOnline(),
    };
  }
}
