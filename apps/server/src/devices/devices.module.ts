import { Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { TypeOrmModule } from '@nestjs/typeorm';
import { PeopleModule } from '../people/people.module.js';
import { Device } from './device.entity.js';
import { DeviceGuard } from './device.guard.js';
import { DevicesController } from './devices.controller.js';
import { DevicesService } from './devices.service.js';

@Module({
  imports: [TypeOrmModule.forFeature([Device]), PeopleModule],
  controllers: [DevicesController],
  providers: [DevicesService, { provide: APP_GUARD, useClass: DeviceGuard }],
  exports: [DevicesService],
})
export class DevicesModule {}
