import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Department } from './department.entity.js';
import { DepartmentsController } from './departments.controller.js';
import { DepartmentsService } from './departments.service.js';
import { PeopleController } from './people.controller.js';
import { PeopleService } from './people.service.js';
import { Person } from './person.entity.js';
import { PinCheck } from './pin-check.js';
import { Pin } from './pin.entity.js';
import { PinsController } from './pins.controller.js';
import { PinsService } from './pins.service.js';
import { Site } from './site.entity.js';
import { SitesController } from './sites.controller.js';
import { SitesService } from './sites.service.js';

@Module({
  imports: [TypeOrmModule.forFeature([Person, Pin, Department, Site])],
  controllers: [PeopleController, PinsController, DepartmentsController, SitesController],
  providers: [PeopleService, PinsService, PinCheck, DepartmentsService, SitesService],
  exports: [PeopleService, PinCheck, DepartmentsService, SitesService],
})
export class PeopleModule {}
