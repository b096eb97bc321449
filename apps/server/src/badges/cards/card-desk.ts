import { Injectable } from '@nestjs/common';
import type { BadgeTemplate, CardWords } from '@rollcall/contracts';
import { DepartmentsService } from '../../people/departments.service.js';
import type { Person } from '../../people/person.entity.js';
import { PeopleService } from '../../people/people.service.js';
import { DomainError, notFound } from '../../platform/domain-error.js';
import { isUnfinished, Jobs } from '../../platform/jobs/jobs.service.js';
import type { Badge } from '../badge.entity.js';
import { BadgeLedger } from '../badge-ledger.js';
import { BadgeTemplates } from './badge-templates.service.js';
import type { CardDrawings } from './card-documents.js';
import { cutOnFront } from './card-cuts.js';
import { printed } from './printed-portrait.js';
import { backOf, backTextOf, frontOf, type Stacked } from './card-sides.js';
import { Typeface } from '../../platform/typeface/typeface.js';

/** What all cards have in common. */
interface Look {
  readonly template: BadgeTemplate;
  readonly logo: Buffer | null;
  readonly backText: readonly Stacked[];
}

/** Lays out the cards of badges, by what is known of their people now. */
@Injectable()
export class CardDesk {
  constructor(
    private readonly ledger: BadgeLedger,
    private readonly people: PeopleService,
    private readonly departments: DepartmentsService,
    private readonly templates: BadgeTemplates,
    private readonly typeface: Typeface,
    private readonly jobs: Jobs,
  ) {}

  async draw(badgeIds: readonly string[]): Promise<CardDrawings[]> {
    const [template, logo] = [await this.templates.current(), await this.templates.logo()];
    const look = { template, logo, backText: await backTextOf(template, this.typeface) };
    const cards: CardDrawings[] = [];
    for (const { badge, person, department } of await this.bearers(badgeIds))
      cards.push(await this.card(badge, person, department, look));
    return cards;
  }

  /** What would be printed as a square or cut short, card by card. */
  async words(badgeIds: readonly string[]): Promise<CardWords['items']> {
    const template = await this.templates.current();
    const found: CardWords['items'] = [];
    for (const { badge, person, department } of await this.bearers(badgeIds)) {
      const words = [person.name, person.employeeNo, template.showDepartment && department];
      const own = await this.typeface.unprintable(words.filter(Boolean).join(' '));
      const { name, employeeNo } = person;
      const cut = await cutOnFront(
        { name, employeeNo: employeeNo ?? '', department, template },
        this.typeface,
      );
      found.push({
        badgeId: badge.id,
        unprintable: [...new Set([...own, ...template.unprintable])],
        cut: [...cut, ...template.cut],
      });
    }
    return found;
  }

  /** The badges in this order, each with who wears it. */
  private async bearers(badgeIds: readonly string[]) {
    const badges = await this.ledger.findAll(badgeIds);
    const people = await this.people.named(badges.map(({ personId }) => personId));
    const departments = await this.departments.names(
      [...people.values()].flatMap((p) => p.departmentId ?? []),
    );
    return badges.map((badge) => {
      const person = people.get(badge.personId);
      if (!person) throw notFound('badge');
      const department = person.departmentId ? (departments.get(person.departmentId) ?? null) : null;
      return { badge, person, department };
    });
  }

  private async card(
    badge: Badge,
    { name, employeeNo }: Person,
    department: string | null,
    { backText, ...look }: Look,
  ): Promise<CardDrawings> {
    if (!badge.portraitId) throw await this.missing(badge);
    const portrait = await printed(await this.ledger.picture(badge.portraitId));
    const content = { name, employeeNo: employeeNo ?? '', department, portrait, ...look };
    return {
      front: await frontOf(content, this.typeface),
      back: await backOf(content, backText, this.typeface),
    };
  }

  /** Whoever waits for a portrait that was cancelled or failed would wait for ever. */
  private async missing({ id, jobId }: Badge): Promise<DomainError> {
    const job = (await this.jobs.named([jobId])).get(jobId);
    return job && isUnfinished(job) ? notReady() : notPainted(id);
  }
}

const notReady = () =>
  new DomainError(
    'conflict',
    'PORTRAIT_NOT_READY',
    'This badge has no portrait yet. Wait until it is painted.',
  );

const notPainted = (id: string) =>
  new DomainError(
    'conflict',
    'PORTRAIT_NOT_PAINTED',
    `The badge ${id} has no portrait: painting it failed or was cancelled. Run it again.`,
  );
