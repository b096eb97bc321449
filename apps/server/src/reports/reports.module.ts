import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AttendanceModule } from '../attendance/attendance.module.js';
import { PeopleModule } from '../people/people.module.js';
import { JobHandlers } from '../platform/jobs/job-handlers.js';
import { MailModule } from '../platform/mail/mail.module.js';
import { TypefaceModule } from '../platform/typeface/typeface.module.js';
import { ChartsService } from './charts.service.js';
import { DayPages } from './days/day-pages.js';
import { FeedsController, ShiftCalendarController } from './feeds/feeds.controller.js';
import { PayrollFeed } from './feeds/payroll-feed.js';
import { ShiftCalendar } from './feeds/shift-calendar.js';
import { ShiftFeed } from './feeds/shift-feed.entity.js';
import { ShiftFeeds } from './feeds/shift-feeds.service.js';
import { ReportFiles } from './formats/report-files.js';
import { OrdersController } from './orders/orders.controller.js';
import { OrdersService } from './orders/orders.service.js';
import { ReportFile } from './orders/report-file.entity.js';
import { ReportJob } from './orders/report-job.js';
import { ReportShelf } from './orders/report-shelf.js';
import { ReportMaker } from './report-maker.js';
import { ReportsController } from './reports.controller.js';
import { ReportsService } from './reports.service.js';
import { DueSchedules } from './schedules/due-schedules.js';
import { MailJob } from './schedules/mail-job.js';
import { ReportSchedule } from './schedules/report-schedule.entity.js';
import { SchedulesController } from './schedules/schedules.controller.js';
import { SchedulesService } from './schedules/schedules.service.js';
import { Surroundings } from './surroundings.js';

@Module({
  imports: [
    TypeOrmModule.forFeature([ReportFile, ReportSchedule, ShiftFeed]),
    PeopleModule,
    AttendanceModule,
    TypefaceModule,
    MailModule,
  ],
  controllers: [
    OrdersController,
    ReportsController,
    SchedulesController,
    FeedsController,
    ShiftCalendarController,
  ],
  providers: [
    ChartsService,
    DayPages,
    Surroundings,
    ReportMaker,
    ReportFiles,
    ReportsService,
    OrdersService,
    ReportShelf,
    ReportJob,
    SchedulesService,
    DueSchedules,
    MailJob,
    ShiftFeeds,
    ShiftCalendar,
    PayrollFeed,
  ],
  exports: [ShiftFeeds],
})
export class ReportsModule {
  constructor(handlers: JobHandlers, report: ReportJob, mail: MailJob) {
    handlers.register(report);
    handlers.register(mail);
  }
}
