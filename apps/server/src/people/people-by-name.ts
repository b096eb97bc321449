import type { Page, PageQuery, Person as PersonMessage } from '@rollcall/contracts';
import type { SelectQueryBuilder } from 'typeorm';
import { z } from 'zod';
import { ValidationError } from '../platform/http/validation.js';
import type { Person } from './person.entity.js';
import { presentPerson } from './person-message.js';

/** The last person of a page; somebody of that name may come before or after by their id. */
const place = z.tuple([z.string(), z.uuid()]);

/**
 * One page of people by their names, capitals or not. The cursor carries the name and the id, so that nobody is left
 * out or told twice where the last one of a page is renamed or erased meanwhile.
 *
 * @param rows of people under the alias `p`
 * @throws ValidationError where the cursor is not one of this list
 */
export async function pageByName(
  rows: SelectQueryBuilder<Person>,
  { limit, cursor }: PageQuery,
): Promise<Page<PersonMessage>> {
  if (cursor !== undefined) {
    const [name, id] = decode(cursor);
    rows.andWhere('(lower(p.name), p.id) > (lower(:after), CAST(:afterId AS uuid))', {
      after: name,
      afterId: id,
    });
  }
  // TypeORM orders by columns alone where it pages, so what is ordered by is selected under a name.
  const found = await rows
    .addSelect('lower(p.name)', 'sort_name')
    .orderBy('sort_name', 'ASC')
    .addOrderBy('p.id', 'ASC')
    .limit(limit + 1)
    .getMany();
  const shown = found.slice(0, limit);
  const last = found.length > limit ? shown.at(-1) : undefined;
  return { items: shown.map(presentPerson), nextCursor: last ? encode(last) : null };
}

const encode = ({ name, id }: Person) => Buffer.from(JSON.stringify([name, id])).toString('base64url');

function decode(cursor: string): [name: string, id: string] {
  try {
    return place.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')));
  } catch {
    throw new ValidationError([{ path: 'cursor', message: 'is not one that this list answered' }]);
  }
}
