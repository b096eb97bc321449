import {
  planShift,
  rosteredOn,
  Zone,
  type Correction,
  type DayPlan,
  type Leave,
  type LocalDate,
  type Rostered,
  type RosterLevel,
} from '@rollcall/attendance';
import type { Leave as LeaveRow } from '../requests/leave.entity.js';
import type { PersonPosting } from '../../people/person-posting.entity.js';
import type { RosterPage } from './roster-book.js';

/** What somebody was meant to do on a day, and where they belonged. */
export interface PlannedDay {
  readonly plan: DayPlan;
  /** Who says so; null where nobody does. */
  readonly level: RosterLevel | null;
  readonly departmentId: string | null;
  readonly siteId: string | null;
}

/** Where those work who belong to no site. */
export interface UsualSite {
  readonly id: string;
  readonly timeZone: string;
}

/**
 * The plan of a person's day, from what is known about rosters.
 *
 * @param seenAt the site where they were seen first on that day: whoever works elsewhere works by the clock there
 */
export function planDay(
  page: RosterPage,
  personId: string,
  date: LocalDate,
  usualSite: UsualSite,
  seenAt?: string,
): PlannedDay {
  const posting = page.postings.get(personId)?.on(date) ?? null;
  const siteId = posting?.siteId ?? usualSite.id;
  const timeZone = page.zones.get(seenAt ?? siteId)?.on(date) ?? usualSite.timeZone;
  const departmentId = posting?.departmentId ?? null;
  const rostered = posting?.active ? rosterOf(page, posting, date) : null;
  const zone = Zone.of(timeZone);
  const shifts = (rostered?.shiftIds ?? []).flatMap((shiftId) => {
    const rules = page.rules.get(shiftId)?.on(date);
    return rules ? [planShift(shiftId, rules, date, zone)] : [];
  });
  const plan: DayPlan = {
    date,
    timeZone,
    shifts: shifts.sort((a, b) => a.span.from - b.span.from),
    rostered: rostered !== null,
    holiday: holidayOn(page, siteId, date),
    leaves: (page.leaves.get(personId) ?? [])
      .filter((each) => each.firstDate <= date && date <= each.lastDate)
      .map(leaveOf),
    corrections: correctionsOn(page, personId, date),
    overtimeApprovedMinutes: approvedMinutes(page, personId, date),
    overtimeOnDayOff: overtimeOnDayOff(page, rostered, date),
  };
  return { plan, level: rostered?.level ?? null, departmentId, siteId: posting?.siteId ?? null };
}

/** A holiday of the site, or of all. */
const holidayOn = ({ holidays }: RosterPage, siteId: string, date: LocalDate) =>
  holidays.find((each) => each.date === date && (!each.siteId || each.siteId === siteId))?.name ?? null;

const approvedMinutes = ({ overtime }: RosterPage, personId: string, date: LocalDate) =>
  overtime.get(`${personId} ${date}`) ?? 0;

/** Where any of somebody's shifts asks for approval, work on a day off waits for it too. */
function overtimeOnDayOff(page: RosterPage, rostered: Rostered | null, date: LocalDate) {
  const rules = (rostered?.allShiftIds ?? []).flatMap(
    (shiftId) => page.rules.get(shiftId)?.on(date)?.overtime ?? [],
  );
  return rules.find(({ needsApproval }) => needsApproval) ?? rules[0] ?? null;
}

function rosterOf(page: RosterPage, { personId, departmentId, shiftId }: PersonPosting, date: LocalDate) {
  const roster = {
    own: page.own.get(personId) ?? [],
    ofDepartment: (departmentId && page.ofDepartment.get(departmentId)) || [],
    usual: shiftId,
  };
  return rosteredOn(date, roster, (id) => page.rules.get(id)?.on(date)?.hours ?? null);
}

function leaveOf({ kind, startMinute, endMinute }: LeaveRow): Leave {
  return kind === 'hours' ? { kind, span: { start: startMinute!, end: endMinute! } } : { kind };
}

function correctionsOn(page: RosterPage, personId: string, date: LocalDate): Correction[] {
  const own = (page.corrections.get(personId) ?? []).filter((each) => each.date === date);
  return own.map(({ inAt, outAt }) => ({ in: inAt?.getTime() ?? null, out: outAt?.getTime() ?? null }));
}
