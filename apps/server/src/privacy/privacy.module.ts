import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AttendanceModule } from '../attendance/attendance.module.js';
import { BadgesModule } from '../badges/badges.module.js';
import { CheckInModule } from '../check-in/check-in.module.js';
import { EnrollmentModule } from '../enrollment/enrollment.module.js';
import { ImportModule } from '../enrollment/import/import.module.js';
import { GalleryModule } from '../gallery/gallery.module.js';
import { PeopleModule } from '../people/people.module.js';
import { ReportsModule } from '../reports/reports.module.js';
import { ErasureReceipt } from './erasure-receipt.entity.js';
import { ErasureController } from './erasure.controller.js';
import { ErasureService } from './erasure.service.js';
import { FaceTraces } from './face-traces.js';
import { PersonalTraces } from './personal-traces.js';
import { WorkTraces } from './work-traces.js';

@Module({
  imports: [
    TypeOrmModule.forFeature([ErasureReceipt]),
    PeopleModule,
    EnrollmentModule,
    GalleryModule,
    ImportModule,
    BadgesModule,
    CheckInModule,
    AttendanceModule,
    ReportsModule,
  ],
  controllers: [ErasureController],
  providers: [ErasureService, FaceTraces, WorkTraces, PersonalTraces],
})
export class PrivacyModule {}
