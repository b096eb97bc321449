import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Department } from './department.entity.js';
import { DepartmentsController } from './departments.controller.js';
import { DepartmentsService } from './departments.service.js';
import { PeopleController } from './people.controller.js';
import { PeopleService } from './people.service.js';
import { History } from './history.js';
import { PersonPosting } from './person-posting.entity.js';
import { Person } from './person.entity.js';
import { PinCheck } from './pin-check.js';
import { Pin } from './pin.entity.js';
import { PinsController } from './pins.controller.js';
import { PinsService } from './pins.service.js';
import { SiteZone } from './site-zone.entity.js';
import { Site } from './site.entity.js';
import { SitesController } from './sites.controller.js';
import { SitesService } from './sites.service.js';

@Module({
  imports: [TypeOrmModule.forFeature([Person, PersonPosting, Pin, Department, Site, SiteZone])],
  controllers: [PeopleController, PinsController, DepartmentsController, SitesController],
  providers: [History, PeopleService, PinsService, PinCheck, DepartmentsService, SitesService],
  exports: [History, PeopleService, PinCheck, DepartmentsService, SitesService],
})
export class PeopleModule {}
