import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AttendanceService } from './attendance.service.js';
import { Punch } from './punch.entity.js';

@Module({
  imports: [TypeOrmModule.forFeature([Punch])],
  providers: [AttendanceService],
  exports: [AttendanceService],
})
export class AttendanceModule {}
