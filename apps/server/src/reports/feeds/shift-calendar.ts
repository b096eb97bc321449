import { Injectable } from '@nestjs/common';
import { addDays, leaveSpans, withNightLeave, without, type DayPlan, type Span } from '@rollcall/attendance';
import ical from 'ical-generator';
import { DataSource } from 'typeorm';
import { RosterService } from '../../attendance/roster/roster.service.js';
import { Clock } from '../../platform/clock/clock.js';

const PAST_DAYS = 30;
const FUTURE_DAYS = 120;
const REFRESH_SECONDS = 3600;

/**
 * What somebody is meant to work, as an iCalendar (RFC 5545). Its times are instants in UTC, so that no reader has to know
 * when clocks change; days off, holidays and leave are not in it.
 */
@Injectable()
export class ShiftCalendar {
  constructor(
    private readonly roster: RosterService,
    private readonly source: DataSource,
    private readonly clock: Clock,
  ) {}

  async of(personId: string): Promise<string> {
    const now = this.clock.now();
    const today = now.toISOString().slice(0, 10);
    const plans = await this.roster.plans(personId, addDays(today, -PAST_DAYS), addDays(today, FUTURE_DAYS));
    const names = await this.shiftNames();
    const calendar = ical({ name: 'Rollcall', prodId: '-//Rollcall//Shifts//EN', ttl: REFRESH_SECONDS });
    for (const plan of withNightLeave(plans))
      for (const [i, { shiftId, from, to }] of workOf(plan).entries())
        calendar.createEvent({
          id: `${personId}-${plan.date}-${i}@rollcall`,
          stamp: now,
          start: new Date(from),
          end: new Date(to),
          summary: names.get(shiftId) ?? '',
        });
    return calendar.toString();
  }

  private async shiftNames(): Promise<Map<string, string>> {
    const rows = await this.source.query<{ id: string; name: string }[]>('SELECT id, name FROM shifts');
    return new Map(rows.map(({ id, name }) => [id, name]));
  }
}

/** What is left of a day's shifts. */
function workOf(plan: DayPlan): (Span & { shiftId: string })[] {
  if (plan.holiday !== null) return [];
  return plan.shifts.flatMap((shift) =>
    without(shift.span, leaveSpans(plan, shift)).map((span) => ({
      ...span,
      shiftId: shift.shiftId,
    })),
  );
}
