import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { notFound } from '../platform/domain-error.js';
import type { Surroundings as Around } from './kinds/sheet-plan.js';
import type { ReportWish } from './report-wish.js';
import { dateInWords } from './words/dates.js';
import { wordsOf } from './words/words-of.js';

/** What a report says around its rows, and names that its rows need. */
@Injectable()
export class Surroundings {
  constructor(private readonly source: DataSource) {}

  async of(wish: ReportWish): Promise<Around> {
    const { from, to, lang, columns, preset } = wish;
    return {
      from,
      to,
      lang,
      columns,
      preset,
      words: wordsOf(lang),
      shifts: await this.names('shifts'),
      sites: await this.names('sites'),
      lockedMonths: await this.lockedMonths(),
    };
  }

  /** Period and filters in words. @throws DomainError where a filter names nobody */
  async heading({ from, to, lang, departmentId, siteId, personId }: ReportWish): Promise<string[]> {
    const { period, filters, between, colon } = wordsOf(lang);
    const named = [
      departmentId &&
        `${filters.department}${colon}${await this.nameOf('departments', departmentId, 'department')}`,
      siteId && `${filters.site}${colon}${await this.nameOf('sites', siteId, 'site')}`,
      personId && `${filters.person}${colon}${await this.nameOf('people', personId, 'person')}`,
    ];
    const filter = named.filter(Boolean).join(between);
    return [period(dateInWords(from, lang), dateInWords(to, lang)), ...(filter ? [filter] : [])];
  }

  private async nameOf(table: string, id: string, noun: string): Promise<string> {
    const living = table === 'people' ? 'AND erased_at IS NULL' : '';
    const statement = `SELECT name FROM ${table} WHERE id = $1 ${living}`;
    const [row] = await this.source.query<{ name: string }[]>(statement, [id]);
    if (!row) throw notFound(noun);
    return row.name;
  }

  private async names(table: 'shifts' | 'sites'): Promise<Map<string, string>> {
    const rows = await this.source.query<{ id: string; name: string }[]>(`SELECT id, name FROM ${table}`);
    return new Map(rows.map(({ id, name }) => [id, name]));
  }

  private async lockedMonths(): Promise<Set<string>> {
    const rows = await this.source.query<{ month: string }[]>('SELECT month FROM attendance_locks');
    return new Set(rows.map(({ month }) => month));
  }
}
