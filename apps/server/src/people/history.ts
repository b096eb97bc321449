import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../platform/clock/clock.js';
import { localTime } from '../platform/clock/local-time.js';
import { Config } from '../platform/config/config.js';
import type { Person } from './person.entity.js';
import { PersonPosting } from './person-posting.entity.js';
import { Site } from './site.entity.js';
import { SiteZone } from './site-zone.entity.js';

/** The first day of all: what holds from it on has always held. */
const ALWAYS = '0001-01-01';

/** Keeps where people belonged and which clocks sites had, so that a day that is reckoned later is reckoned as it was. */
@Injectable()
export class History {
  constructor(
    private readonly clock: Clock,
    private readonly config: Config,
  ) {}

  /** A new person has always belonged where they belong now; one who moves does so today, by the clock of their site. */
  async notePosting(manager: EntityManager, person: Person, isNew: boolean): Promise<void> {
    const { id: personId, departmentId = null, siteId = null, shiftId = null } = person;
    const site = siteId ? await manager.findOneBy(Site, { id: siteId }) : null;
    const validFrom = isNew ? ALWAYS : this.today(site?.timeZone ?? this.config.timeZone);
    const posting = {
      personId,
      validFrom,
      departmentId,
      siteId,
      shiftId,
      active: person.status === 'active',
    };
    await manager.upsert(PersonPosting, posting, ['personId', 'validFrom']);
  }

  /** A new site has always had its zone; another one begins today. */
  async noteZone(manager: EntityManager, site: Site, isNew: boolean): Promise<void> {
    const validFrom = isNew ? ALWAYS : this.today(site.timeZone);
    await manager.upsert(SiteZone, { siteId: site.id, validFrom, timeZone: site.timeZone }, [
      'siteId',
      'validFrom',
    ]);
  }

  /** What the clocks of a site showed at an instant: the zone of that day, by its own calendar. */
  async zoneAt(manager: EntityManager, site: Site, instant: Date): Promise<string> {
    const zones = await manager.find(SiteZone, { where: { siteId: site.id }, order: { validFrom: 'DESC' } });
    const then = zones.find(
      ({ validFrom, timeZone }) => localTime(instant, timeZone).slice(0, 10) >= validFrom,
    );
    return then?.timeZone ?? site.timeZone;
  }

  private today(timeZone: string): string {
    return localTime(this.clock.now(), timeZone).slice(0, 10);
  }
}
