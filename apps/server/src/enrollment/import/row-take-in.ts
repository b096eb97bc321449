import { Injectable } from '@nestjs/common';
import { hasConsent } from '../../people/person-message.js';
import { DepartmentsService } from '../../people/departments.service.js';
import { PeopleService } from '../../people/people.service.js';
import type { Person } from '../../people/person.entity.js';
import { SitesService } from '../../people/sites.service.js';
import { DomainError } from '../../platform/domain-error.js';
import { ImportLedger } from './import-ledger.js';
import type { ImportRow, RowFields } from './import-row.entity.js';
import { isNewer } from './photo-take-in.js';
import { reasonOf } from './reason.js';

/** Finds or makes the person of one line. */
@Injectable()
export class RowTakeIn {
  constructor(
    private readonly ledger: ImportLedger,
    private readonly people: PeopleService,
    private readonly departments: DepartmentsService,
    private readonly sites: SitesService,
  ) {}

  /** The row with its person, or null where it is refused. */
  async take(actor: string, row: ImportRow): Promise<ImportRow | null> {
    try {
      const person = (await this.known(row)) ?? (await this.made(actor, row));
      const consented = await this.consent(actor, person, row.fields);
      const created = isNewer(person, row.importId);
      const outcome = created || consented ? ('taken' as const) : ('unchanged' as const);
      const settled = { personId: person.id, created, outcome };
      await this.ledger.settleRow(row.id, settled);
      return Object.assign(row, settled);
    } catch (error) {
      await this.ledger.refuseRow(row.id, reasonOf(error));
      return null;
    }
  }

  private async known({ employeeNo }: ImportRow): Promise<Person | undefined> {
    return (await this.people.withNumbers([employeeNo!])).get(employeeNo!);
  }

  private async made(actor: string, row: ImportRow): Promise<Person> {
    const { email, department, site } = row.fields;
    const siteId = site && (await this.siteNamed(site));
    const departmentId = department && (await this.departments.named(actor, department));
    const fields = {
      ...(email && { email }),
      ...(siteId && { siteId }),
      ...(departmentId && { departmentId }),
    };
    const { id } = await this.people.create(actor, {
      employeeNo: row.employeeNo!,
      name: row.name!,
      ...fields,
    });
    return this.people.find(id);
  }

  private async siteNamed(name: string): Promise<string> {
    const site = await this.sites.named(name);
    if (site) return site.id;
    const detail = `There is no site "${name}". Make it first, since a site needs a time zone, or leave the cell empty.`;
    throw new DomainError('rule', 'SITE_NOT_FOUND', detail);
  }

  /** What was withdrawn stays so, unless the list tells of a later consent. True where one was added. */
  private async consent(actor: string, person: Person, { consent }: RowFields): Promise<boolean> {
    if (!consent || hasConsent(person)) return false;
    if (person.consentWithdrawnAt && person.consentWithdrawnAt >= new Date(consent.givenAt)) return false;
    await this.people.giveConsent(actor, person.id, consent);
    return true;
  }
}
