import { Body, Controller, Get, Param, Patch, Post, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  consentGiven,
  idParam,
  person,
  personCreate,
  personPage,
  personQuery,
  personUpdate,
  type ConsentGiven,
  type IdParam,
  type PersonCreate,
  type PersonQuery,
  type PersonUpdate,
} from '@rollcall/contracts';
import { Allow } from '../platform/http/access.js';
import { Answers } from '../platform/http/answers.js';
import { actorOf, Sender, type Principal } from '../platform/http/principal.js';
import { PeopleService } from './people.service.js';

@ApiTags('people')
@Controller('people')
@Allow('admin', 'enroller')
export class PeopleController {
  constructor(private readonly people: PeopleService) {}

  @Post()
  @Answers(201, person, {
    409: 'EMPLOYEE_NO_TAKEN',
    422: ['DEPARTMENT_NOT_FOUND', 'SITE_NOT_FOUND', 'SHIFT_NOT_FOUND'],
  })
  create(@Sender() sender: Principal, @Body({ schema: personCreate }) body: PersonCreate) {
    return this.people.create(actorOf(sender), body);
  }

  @Get()
  @Allow('admin', 'enroller', 'hr', 'auditor')
  @Answers(200, personPage)
  list(@Query({ schema: personQuery }) query: PersonQuery) {
    return this.people.list(query);
  }

  @Get(':id')
  @Allow('admin', 'enroller', 'hr', 'auditor')
  @Answers(200, person, { 404: 'PERSON_NOT_FOUND' })
  get(@Param({ schema: idParam }) { id }: IdParam) {
    return this.people.get(id);
  }

  @Patch(':id')
  @Answers(200, person, {
    404: 'PERSON_NOT_FOUND',
    409: 'EMPLOYEE_NO_TAKEN',
    422: ['DEPARTMENT_NOT_FOUND', 'SITE_NOT_FOUND', 'SHIFT_NOT_FOUND'],
  })
  update(
    @Sender() sender: Principal,
    @Param({ schema: idParam }) { id }: IdParam,
    @Body({ schema: personUpdate }) body: PersonUpdate,
  ) {
    return this.people.update(actorOf(sender), id, body);
  }

  @Put(':id/consent')
  @Answers(200, person, { 404: 'PERSON_NOT_FOUND', 422: 'CONSENT_IN_FUTURE' })
  consent(
    @Sender() sender: Principal,
    @Param({ schema: idParam }) { id }: IdParam,
    @Body({ schema: consentGiven }) body: ConsentGiven,
  ) {
    return this.people.giveConsent(actorOf(sender), id, body);
  }
}
