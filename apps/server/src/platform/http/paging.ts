import type { Page, PageQuery } from '@rollcall/contracts';
import type { ObjectLiteral, SelectQueryBuilder } from 'typeorm';
import { validate as isUuid } from 'uuid';
import { ValidationError } from './validation.js';

/**
 * One page of rows, newest first. Ids are UUIDv7, so their order is the order of creation and the last id of a page
 * is all that the next one needs: rows that arrive meanwhile shift nothing.
 */
export async function pageByIdDescending<T extends ObjectLiteral & { id: string }, R>(
  query: SelectQueryBuilder<T>,
  page: PageQuery,
  present: (row: T) => R,
): Promise<Page<R>> {
  const cursor = decode(page.cursor);
  if (cursor) query.andWhere(`${query.alias}.id < :cursor`, { cursor });
  const rows = await query
    .orderBy(`${query.alias}.id`, 'DESC')
    .limit(page.limit + 1)
    .getMany();
  const shown = rows.slice(0, page.limit);
  const last = rows.length > page.limit ? shown.at(-1) : undefined;
  return { items: shown.map(present), nextCursor: last ? encode(last.id) : null };
}

const encode = (id: string) => Buffer.from(id).toString('base64url');

function decode(cursor: string | undefined): string | undefined {
  if (cursor === undefined) return undefined;
  const id = Buffer.from(cursor, 'base64url').toString('utf8');
  if (!isUuid(id))
    throw new ValidationError([{ path: 'cursor', message: 'is not one that this list answered' }]);
  return id;
}
