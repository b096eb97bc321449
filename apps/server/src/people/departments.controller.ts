import { Body, Controller, Delete, Get, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  idParam,
  pageQuery,
  department,
  departmentCreate,
  departmentPage,
  departmentUpdate,
  type IdParam,
  type PageQuery,
  type DepartmentCreate,
  type DepartmentUpdate,
} from '@rollcall/contracts';
import { Allow } from '../platform/http/access.js';
import { Answers } from '../platform/http/answers.js';
import { actorOf, Sender, type Principal } from '../platform/http/principal.js';
import { DepartmentsService } from './departments.service.js';

@ApiTags('organisation')
@Controller('departments')
@Allow('admin')
export class DepartmentsController {
  constructor(private readonly departments: DepartmentsService) {}

  @Post()
  @Answers(201, department, { 409: 'DEPARTMENT_NAME_TAKEN' })
  create(@Sender() sender: Principal, @Body({ schema: departmentCreate }) body: DepartmentCreate) {
    return this.departments.create(actorOf(sender), body);
  }

  @Get()
  @Allow('admin', 'enroller', 'hr', 'auditor')
  @Answers(200, departmentPage)
  list(@Query({ schema: pageQuery }) query: PageQuery) {
    return this.departments.list(query);
  }

  @Patch(':id')
  @Answers(200, department, { 404: 'DEPARTMENT_NOT_FOUND', 409: 'DEPARTMENT_NAME_TAKEN' })
  update(
    @Sender() sender: Principal,
    @Param({ schema: idParam }) { id }: IdParam,
    @Body({ schema: departmentUpdate }) body: DepartmentUpdate,
  ) {
    return this.departments.update(actorOf(sender), id, body);
  }

  @Delete(':id')
  @Answers(204, null, { 404: 'DEPARTMENT_NOT_FOUND', 409: 'DEPARTMENT_IN_USE' })
  remove(@Sender() sender: Principal, @Param({ schema: idParam }) { id }: IdParam) {
    return this.departments.remove(actorOf(sender), id);
  }
}
