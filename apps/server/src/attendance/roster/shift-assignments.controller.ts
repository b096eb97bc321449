import { Body, Controller, Delete, Get, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  idParam,
  shiftAssignment,
  shiftAssignmentCreate,
  shiftAssignmentPage,
  shiftAssignmentQuery,
  shiftAssignmentUpdate,
  type IdParam,
  type ShiftAssignmentCreate,
  type ShiftAssignmentQuery,
  type ShiftAssignmentUpdate,
} from '@rollcall/contracts';
import { Allow } from '../../platform/http/access.js';
import { Answers } from '../../platform/http/answers.js';
import { actorOf, Sender, type Principal } from '../../platform/http/principal.js';
import { ShiftAssignmentsService } from './shift-assignments.service.js';

@ApiTags('attendance')
@Controller('shift-assignments')
@Allow('admin', 'hr')
export class ShiftAssignmentsController {
  constructor(private readonly assignments: ShiftAssignmentsService) {}

  @Post()
  @Answers(201, shiftAssignment, {
    409: ['ASSIGNMENT_EXISTS', 'PERIOD_LOCKED'],
    422: ['SHIFT_NOT_FOUND', 'PERSON_NOT_FOUND', 'DEPARTMENT_NOT_FOUND'],
  })
  create(@Sender() sender: Principal, @Body({ schema: shiftAssignmentCreate }) body: ShiftAssignmentCreate) {
    return this.assignments.create(actorOf(sender), body);
  }

  @Get()
  @Allow('admin', 'hr', 'auditor')
  @Answers(200, shiftAssignmentPage)
  list(@Query({ schema: shiftAssignmentQuery }) query: ShiftAssignmentQuery) {
    return this.assignments.list(query);
  }

  @Patch(':id')
  @Answers(200, shiftAssignment, {
    404: 'SHIFT_ASSIGNMENT_NOT_FOUND',
    409: 'PERIOD_LOCKED',
    422: 'ENDS_BEFORE_IT_BEGINS',
  })
  end(
    @Sender() sender: Principal,
    @Param({ schema: idParam }) { id }: IdParam,
    @Body({ schema: shiftAssignmentUpdate }) { to }: ShiftAssignmentUpdate,
  ) {
    return this.assignments.end(actorOf(sender), id, to);
  }

  @Delete(':id')
  @Answers(204, null, { 404: 'SHIFT_ASSIGNMENT_NOT_FOUND', 409: 'PERIOD_LOCKED' })
  remove(@Sender() sender: Principal, @Param({ schema: idParam }) { id }: IdParam) {
    return this.assignments.remove(actorOf(sender), id);
  }
}
