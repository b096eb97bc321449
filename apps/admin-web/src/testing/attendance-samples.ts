import type {
  AttendanceDay,
  AttendancePeriod,
  Correction,
  DayAccount,
  Leave,
  RosterRow,
  Shift,
  ShiftAssignment,
} from '@rollcall/contracts';
import { AT, idOf } from './samples.js';

export const aShift = (change: Partial<Shift> = {}): Shift => ({
  id: idOf(900),
  name: 'Day',
  kind: 'fixed',
  start: '09:00',
  end: '18:00',
  coreStart: null,
  coreEnd: null,
  dueMinutes: null,
  breakRule: 'deducted',
  breakMinutes: 60,
  breakAfterMinutes: 360,
  secondBreakMinutes: 0,
  secondBreakAfterMinutes: 0,
  breakWindows: [],
  graceInMinutes: 10,
  graceOutMinutes: 10,
  halfDayMinutes: 240,
  absentMinutes: 120,
  earlyArrivalCounts: true,
  overtimeBasis: 'planned',
  overtimeAfterMinutes: 30,
  overtimeRoundMinutes: 1,
  overtimeNeedsApproval: false,
  pairing: 'first-last',
  directions: 'device',
  windowBeforeMinutes: 240,
  windowAfterMinutes: 480,
  closing: 'none',
  minGapOutMinutes: 1,
  minGapInMinutes: 1,
  overnight: false,
  validFrom: null,
  createdAt: AT,
  ...change,
});

/** Monday, twenty minutes late. */
export const aDay = (change: Partial<AttendanceDay> = {}): AttendanceDay => ({
  personId: idOf(100),
  date: '2026-03-02',
  timeZone: 'Europe/Berlin',
  shiftId: idOf(900),
  status: 'late',
  firstIn: '2026-03-02T08:20:00.000Z',
  lastOut: '2026-03-02T17:00:00.000Z',
  dueMinutes: 480,
  workedMinutes: 460,
  lateMinutes: 20,
  earlyMinutes: 0,
  overtimeMinutes: 0,
  overtimeWaitingMinutes: 0,
  breakMinutes: 60,
  leaveMinutes: 0,
  leaveDays: 0,
  punches: [
    {
      id: idOf(400),
      checkInId: idOf(400),
      at: '2026-03-02T08:20:00.000Z',
      localTime: '2026-03-02T09:20:00',
      direction: 'in',
      ignored: null,
    },
    {
      id: idOf(401),
      checkInId: idOf(401),
      at: '2026-03-02T17:00:00.000Z',
      localTime: '2026-03-02T18:00:00',
      direction: 'out',
      ignored: null,
    },
  ],
  flags: [],
  locked: false,
  ...change,
});

export const anAccount = (change: Partial<DayAccount> = {}): DayAccount => ({
  day: aDay(),
  plan: [
    {
      shift: aShift(),
      opens: '2026-03-02T04:00:00.000Z',
      start: '2026-03-02T08:00:00.000Z',
      end: '2026-03-02T17:00:00.000Z',
      closes: '2026-03-03T01:00:00.000Z',
      core: null,
      breaks: [],
    },
  ],
  presence: [{ from: '2026-03-02T08:20:00.000Z', to: '2026-03-02T17:00:00.000Z' }],
  holiday: null,
  overtimeApproved: false,
  unlocked: null,
  ...change,
});

export const aCorrection = (change: Partial<Correction> = {}): Correction => ({
  id: idOf(910),
  personId: idOf(100),
  date: '2026-03-02',
  in: null,
  out: '2026-03-02T17:30:00.000Z',
  reason: 'Forgot to punch',
  status: 'requested',
  requestedBy: `user:${idOf(2)}`,
  decidedBy: null,
  note: null,
  before: aDay(),
  createdAt: AT,
  decidedAt: null,
  ...change,
});

export const aLeave = (change: Partial<Leave> = {}): Leave => ({
  id: idOf(920),
  personId: idOf(100),
  from: '2026-03-09',
  to: '2026-03-11',
  kind: 'full',
  start: null,
  end: null,
  type: 'vacation',
  reason: null,
  status: 'requested',
  requestedBy: `user:${idOf(1)}`,
  decidedBy: null,
  note: null,
  createdAt: AT,
  decidedAt: null,
  ...change,
});

export const anAssignment = (change: Partial<ShiftAssignment> = {}): ShiftAssignment => ({
  id: idOf(930),
  personId: idOf(100),
  departmentId: null,
  shiftId: idOf(900),
  from: '2026-03-01',
  to: null,
  weekdays: [1, 2, 3, 4, 5],
  rotation: null,
  createdAt: AT,
  ...change,
});

/** Mina, who works by day from Monday to Friday. */
export const aRosterRow = (dates: string[], change: Partial<RosterRow> = {}): RosterRow => ({
  person: { id: idOf(100), name: 'Mina Okafor', employeeNo: '1042' },
  departmentId: idOf(20),
  days: dates.map((date) => {
    const off = [0, 6].includes(new Date(date).getUTCDay());
    return { date, shiftIds: off ? [] : [idOf(900)], level: 'own', holiday: null, leave: null };
  }),
  ...change,
});

export const aPeriod = (change: Partial<AttendancePeriod> = {}): AttendancePeriod => ({
  month: '2026-03',
  locked: false,
  lockedAt: null,
  lockedBy: null,
  days: 22,
  toReview: 2,
  openRequests: 1,
  lateEvents: 0,
  ...change,
});
