import { id, localDate } from '@rollcall/contracts';
import { ValidationError } from '../../platform/http/validation.js';

/** Where a page of days ended: they go by date and person. */
export interface DayPlace {
  readonly date: string;
  readonly personId: string;
}

export const cursorAt = ({ date, personId }: DayPlace): string =>
  Buffer.from(`${date} ${personId}`).toString('base64url');

/** @throws ValidationError where it is none that was answered */
export function placeIn(cursor: string): { afterDate: string; afterPerson: string } {
  const [date, personId] = Buffer.from(cursor, 'base64url').toString().split(' ');
  const known = localDate.safeParse(date).success && id.safeParse(personId).success;
  if (!known) throw new ValidationError([{ path: 'cursor', message: 'is not one that this list answered' }]);
  return { afterDate: date!, afterPerson: personId! };
}
