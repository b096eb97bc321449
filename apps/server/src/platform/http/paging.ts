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

/**
 * One page of what is at hand as a whole, in its own order.
 *
 * @param placeOf where to go on behind an id that is not there any more
 */
export function pageOfAll<T extends { id: string }>(
  all: readonly T[],
  page: PageQuery,
  placeOf: (id: string) => number,
): Page<T> {
  const cursor = decode(page.cursor);
  const last = cursor === undefined ? -1 : all.findIndex(({ id }) => id === cursor);
  const from = cursor !== undefined && last < 0 ? placeOf(cursor) : last + 1;
  const items = all.slice(from, from + page.limit);
  return { items, nextCursor: from + page.limit < all.length ? encode(items.at(-1)!.id) : null };
}

const encode = (id: string) => Buffer.from(id).toString('base64url');

function decode(cursor: string | undefined): string | undefined {
  if (cursor === undefined) return undefined;
  const id = Buffer.from(cursor, 'base64url').toString('utf8');
  if (!isUuid(id))
    throw new ValidationError([{ path: 'cursor', message: 'is not one that this list answered' }]);
  return id;
}
