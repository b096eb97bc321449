import { Injectable } from '@nestjs/common';
import { DaysUpkeep } from '../attendance/days/days-upkeep.js';
import { DayPages } from './days/day-pages.js';
import type { Member } from './days/person-days.js';
import { planOf } from './kinds/plan-of.js';
import type { SheetPlan } from './kinds/sheet-plan.js';
import { USUAL_CSV, type Batch, type Report } from './report.js';
import type { ReportWish } from './report-wish.js';
import { Surroundings } from './surroundings.js';
import { wordsOf } from './words/words-of.js';

/** How far something is: `done` of `all`. */
export type Told = (done: number, all: number) => void;
const NOBODY_TOLD: Told = () => undefined;

/** Makes reports of days as they are now. Whatever can be refused is refused before the first row is read. */
@Injectable()
export class ReportMaker {
  constructor(
    private readonly upkeep: DaysUpkeep,
    private readonly pages: DayPages,
    private readonly surroundings: Surroundings,
  ) {}

  /**
   * @param told of people whose rows were read
   * @throws DomainError where a filter names nobody, ValidationError where the period is too long for the kind
   */
  async make(wish: ReportWish, told: Told = NOBODY_TOLD): Promise<Report> {
    const { plan, notes } = await this.check(wish);
    await this.upkeep.refresh(wish);
    const members = await this.pages.members(wish);
    return {
      title: wordsOf(wish.lang).kinds[wish.kind],
      notes: [...notes, ...(plan.notes ?? [])],
      columns: plan.columns,
      csv: plan.csv ?? USUAL_CSV,
      batches: this.batches(wish, plan, members, told),
    };
  }

  /** Whether it can be made. @throws as `make` does */
  async check(wish: ReportWish): Promise<{ plan: SheetPlan; notes: readonly string[] }> {
    const plan = planOf(wish.kind, await this.surroundings.of(wish));
    return { plan, notes: await this.surroundings.heading(wish) };
  }

  private async *batches(
    wish: ReportWish,
    plan: SheetPlan,
    members: readonly Member[],
    told: Told,
  ): AsyncGenerator<Batch> {
    const { noDepartment } = wordsOf(wish.lang);
    let done = 0;
    for await (const page of this.pages.pages(wish, members, plan.withPunches ?? false)) {
      for (let first = 0; first < page.length;) {
        const { departmentId, department } = page[first]!.member;
        const end = page.findIndex(({ member }, i) => i > first && member.departmentId !== departmentId);
        const own = page.slice(first, end < 0 ? undefined : end);
        const rows = own.flatMap((person) => plan.rowsOf(person));
        if (rows.length > 0) yield { section: department ?? noDepartment, rows };
        first += own.length;
      }
      done += page.length;
      told(done, members.length);
    }
  }
}
