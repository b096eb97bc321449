import { Module } from '@nestjs/common';
import { AttendanceModule } from '../attendance/attendance.module.js';
import { TypefaceModule } from '../platform/typeface/typeface.module.js';
import { ChartsService } from './charts.service.js';
import { DayPages } from './days/day-pages.js';
import { ReportFiles } from './formats/report-files.js';
import { ReportMaker } from './report-maker.js';
import { ReportsController } from './reports.controller.js';
import { ReportsService } from './reports.service.js';
import { Surroundings } from './surroundings.js';

@Module({
  imports: [AttendanceModule, TypefaceModule],
  controllers: [ReportsController],
  providers: [ChartsService, DayPages, Surroundings, ReportMaker, ReportFiles, ReportsService],
})
export class ReportsModule {}
