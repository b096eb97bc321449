import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import type { Page, PageQuery, Site as SiteMessage, SiteCreate, SiteUpdate } from '@rollcall/contracts';
import type { EntityManager, Repository } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { AuditService } from '../audit/audit.service.js';
import { Clock } from '../platform/clock/clock.js';
import { localTime } from '../platform/clock/local-time.js';
import { Config } from '../platform/config/config.js';
import { violatesReference, violatesUnique } from '../platform/database/constraint.js';
import { DomainError, notFound } from '../platform/domain-error.js';
import { pageByIdDescending } from '../platform/http/paging.js';
import { History } from './history.js';
import { Site } from './site.entity.js';

@Injectable()
export class SitesService implements OnApplicationBootstrap {
  constructor(
    @InjectRepository(Site) private readonly sites: Repository<Site>,
    private readonly audit: AuditService,
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly history: History,
  ) {}

  /** A new installation has one site, in the zone it runs in, so that a first kiosk needs no preparation. */
  async onApplicationBootstrap(): Promise<void> {
    if ((await this.sites.count()) > 0) return;
    try {
      await this.create('system', { name: 'Main site', timeZone: this.config.timeZone });
    } catch (error) {
      // Another server that starts at the same moment was first.
      if (!(error instanceof DomainError && error.code === 'SITE_NAME_TAKEN')) throw error;
    }
  }

  list(page: PageQuery): Promise<Page<SiteMessage>> {
    return pageByIdDescending(this.sites.createQueryBuilder('s'), page, present);
  }

  async get(id: string): Promise<Site> {
    const site = await this.sites.findOneBy({ id });
    if (!site) throw notFound('site');
    return site;
  }

  /** The site of this name, whatever its case. */
  async named(name: string): Promise<Site | null> {
    return this.sites
      .createQueryBuilder('s')
      .where('lower(s.name) = lower(:name)', { name })
      .orderBy('s.id')
      .getOne();
  }

  /** The oldest site: where a kiosk or a person that names none belongs. */
  async first(manager: EntityManager = this.sites.manager): Promise<Site> {
    const [site] = await manager.find(Site, { order: { id: 'ASC' }, take: 1 });
    if (!site) throw notFound('site');
    return site;
  }

  /** The date on the first site's clock: "today" where no site is named. */
  async today(): Promise<string> {
    const { timeZone } = await this.first();
    return localTime(this.clock.now(), timeZone).slice(0, 10);
  }

  /** The latest date that has begun at every site. */
  async begunEverywhere(): Promise<string> {
    const now = this.clock.now();
    const dates = (await this.sites.find()).map(({ timeZone }) => localTime(now, timeZone).slice(0, 10));
    return dates.reduce((a, b) => (b < a ? b : a));
  }

  async create(actor: string, fields: SiteCreate): Promise<SiteMessage> {
    const site = this.sites.create({ id: uuidv7(), ...fields, createdAt: this.clock.now() });
    await this.write(async (manager) => {
      await manager.insert(Site, site);
      await this.history.noteZone(manager, site, true);
    });
    await this.audit.record({ actor, action: 'site.create', subject: `site:${site.id}` });
    return present(site);
  }

  async update(actor: string, id: string, fields: SiteUpdate): Promise<SiteMessage> {
    const site = Object.assign(await this.get(id), fields);
    await this.write(async (manager) => {
      await manager.save(Site, site);
      if (fields.timeZone) await this.history.noteZone(manager, site, false);
    });
    await this.audit.record({ actor, action: 'site.update', subject: `site:${id}`, details: fields });
    return present(site);
  }

  async remove(actor: string, id: string): Promise<void> {
    const site = await this.get(id);
    if ((await this.sites.count()) === 1) {
      throw new DomainError('conflict', 'LAST_SITE', 'This is the only site. Make another one first.');
    }
    await this.write((manager) => manager.remove(Site, site));
    await this.audit.record({ actor, action: 'site.delete', subject: `site:${id}` });
  }

  private async write(work: (manager: EntityManager) => Promise<unknown>): Promise<void> {
    try {
      await this.sites.manager.transaction(work);
    } catch (error) {
      if (violatesUnique(error, 'sites_name_key')) {
        throw new DomainError('conflict', 'SITE_NAME_TAKEN', 'There is a site of that name already.');
      }
      if (!violatesReference(error)) throw error;
      throw new DomainError('conflict', 'SITE_IN_USE', 'People, kiosks or records belong to this site.');
    }
  }
}

const present = (site: Site): SiteMessage => ({ ...site, createdAt: site.createdAt.toISOString() });
