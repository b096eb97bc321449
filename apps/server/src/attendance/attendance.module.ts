import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { PeopleModule } from '../people/people.module.js';
import { AttendanceDay } from './days/attendance-day.entity.js';
import { DayKeeper } from './days/day-keeper.js';
import { DayAccountsService } from './days/day-accounts.service.js';
import { DaysCaretaker } from './days/days-caretaker.js';
import { DaysController } from './days/days.controller.js';
import { DaysService } from './days/days.service.js';
import { DaysUpkeep } from './days/days-upkeep.js';
import { Reckoner } from './days/reckoner.js';
import { RosterBook } from './days/roster-book.js';
import { StaleDays as StaleDaysRow } from './days/stale-days.entity.js';
import { StaleDays } from './days/stale-days.js';
import { AttendanceLock } from './periods/attendance-lock.entity.js';
import { LockedMonths } from './periods/locked-months.js';
import { PeriodsController } from './periods/periods.controller.js';
import { PeriodsService } from './periods/periods.service.js';
import { Punch } from './punches/punch.entity.js';
import { PunchesService } from './punches/punches.service.js';
import { Correction } from './requests/correction.entity.js';
import { CorrectionsController } from './requests/corrections.controller.js';
import { CorrectionsService } from './requests/corrections.service.js';
import { Leave } from './requests/leave.entity.js';
import { LeavesController } from './requests/leaves.controller.js';
import { LeavesService } from './requests/leaves.service.js';
import { OvertimeApproval } from './requests/overtime-approval.entity.js';
import { OvertimeController } from './requests/overtime.controller.js';
import { OvertimeService } from './requests/overtime.service.js';
import { RequestTraces } from './requests/request-traces.js';
import { RequestRecord } from './requests/request-record.js';
import { Holiday } from './roster/holiday.entity.js';
import { HolidaysController } from './roster/holidays.controller.js';
import { HolidaysService } from './roster/holidays.service.js';
import { ShiftAssignment } from './roster/shift-assignment.entity.js';
import { RosterController } from './roster/roster.controller.js';
import { RosterService } from './roster/roster.service.js';
import { ShiftAssignmentsController } from './roster/shift-assignments.controller.js';
import { ShiftAssignmentsService } from './roster/shift-assignments.service.js';
import { Shift } from './shifts/shift.entity.js';
import { ShiftVersion } from './shifts/shift-version.entity.js';
import { ShiftVersions } from './shifts/shift-versions.js';
import { ShiftsController } from './shifts/shifts.controller.js';
import { ShiftsService } from './shifts/shifts.service.js';

const TABLES = [
  Punch,
  Shift,
  ShiftVersion,
  ShiftAssignment,
  Holiday,
  Leave,
  Correction,
  OvertimeApproval,
  AttendanceLock,
  AttendanceDay,
  StaleDaysRow,
];

@Module({
  imports: [TypeOrmModule.forFeature(TABLES), PeopleModule],
  controllers: [
    ShiftsController,
    ShiftAssignmentsController,
    HolidaysController,
    LeavesController,
    CorrectionsController,
    OvertimeController,
    DaysController,
    RosterController,
    PeriodsController,
  ],
  providers: [
    PunchesService,
    StaleDays,
    RosterBook,
    Reckoner,
    DayKeeper,
    DaysUpkeep,
    DaysCaretaker,
    DaysService,
    DayAccountsService,
    LockedMonths,
    PeriodsService,
    ShiftsService,
    ShiftVersions,
    ShiftAssignmentsService,
    HolidaysService,
    RosterService,
    LeavesService,
    CorrectionsService,
    OvertimeService,
    RequestRecord,
    RequestTraces,
  ],
  exports: [PunchesService, RequestTraces, DaysService, DaysUpkeep, RosterService],
})
export class AttendanceModule {}
