import { MAX_PRESENCE_MINUTES, Zone, type LocalDate } from '@rollcall/attendance';
import type { CorrectionCreate } from '@rollcall/contracts';
import { DomainError } from '../../platform/domain-error.js';
import { minutesOf } from '../shifts/shift-fields.js';

/** When somebody says to have come and left. */
export interface CorrectedTimes {
  readonly inAt: Date | null;
  readonly outAt: Date | null;
}

const isClock = (moment: string) => moment.length === 'HH:MM'.length;

/**
 * The instants of a correction. Times of the clock are those of the day's site; an OUT that is not after the IN, the
 * corrected one or else the first that was seen, is on the next day.
 *
 * @throws DomainError CORRECTION_TIMES where nobody can have been there like that
 */
export function correctedTimes(
  { date, in: came, out: left }: Pick<CorrectionCreate, 'date' | 'in' | 'out'>,
  timeZone: string,
  firstSeen: string | null,
): CorrectedTimes {
  const zone = Zone.of(timeZone);
  const at = (moment: string, days: number) =>
    isClock(moment) ? new Date(zone.instantAt(date, minutesOf(moment) + days * 1440)) : new Date(moment);
  const inAt = came ? at(came, 0) : null;
  const begin = inAt ?? (firstSeen ? new Date(firstSeen) : null);
  const sameDay = left ? at(left, 0) : null;
  const outAt = left && sameDay && begin && sameDay <= begin ? at(left, 1) : sameDay;
  refuseImpossible({ inAt, outAt }, date, zone);
  return { inAt, outAt };
}

function refuseImpossible({ inAt, outAt }: CorrectedTimes, date: LocalDate, zone: Zone): void {
  const refuse = (detail: string) => new DomainError('rule', 'CORRECTION_TIMES', detail);
  if (inAt && outAt && outAt <= inAt) throw refuse('The OUT has to be after the IN.');
  if (inAt && outAt && outAt.getTime() - inAt.getTime() > MAX_PRESENCE_MINUTES * 60_000)
    throw refuse('More than sixteen hours at a stretch are not taken. Correct two days.');
  const [begins, ends] = [zone.beginningOf(date) - 86_400_000 / 2, zone.beginningOf(date) + 2 * 86_400_000];
  for (const each of [inAt, outAt])
    if (each && (each.getTime() < begins || each.getTime() > ends))
      throw refuse('These times do not belong to that day.');
}
