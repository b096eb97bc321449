import type { LocalDate } from '@rollcall/attendance';
import type { DayFlag, DayPunch, DayStatus, Direction } from '@rollcall/contracts';

/** Somebody, with the department whose days these are. Who moved within the period is there once for each. */
export interface Member {
  readonly personId: string;
  readonly employeeNo: string;
  readonly name: string;
  readonly departmentId: string | null;
  readonly department: string | null;
}

/** A punch of a day. Instants are milliseconds since the epoch. */
export interface ReportPunch {
  readonly at: number;
  readonly direction: Direction;
  readonly ignored: DayPunch['ignored'];
  /** Null where a correction made it. */
  readonly kiosk: { readonly name: string; readonly site: string } | null;
}

/** A day, as `GET /attendance/days` tells it. */
export interface ReportDay {
  readonly date: LocalDate;
  readonly status: DayStatus;
  readonly dueMinutes: number;
  readonly workedMinutes: number;
  readonly lateMinutes: number;
  readonly earlyMinutes: number;
  readonly overtimeMinutes: number;
  readonly overtimeWaitingMinutes: number;
  readonly breakMinutes: number;
  readonly leaveMinutes: number;
  readonly leaveDays: number;
  readonly flags: readonly DayFlag[];
  readonly timeZone: string;
  readonly siteId: string | null;
  readonly shiftId: string | null;
  readonly firstIn: number | null;
  readonly lastOut: number | null;
  /** Only where they were asked for. */
  readonly punches: readonly ReportPunch[];
}

export interface PersonDays {
  readonly member: Member;
  readonly days: readonly ReportDay[];
}

/** Which days are asked for. */
export interface DayFilter {
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly departmentId?: string | undefined;
  readonly siteId?: string | undefined;
  readonly personId?: string | undefined;
}
