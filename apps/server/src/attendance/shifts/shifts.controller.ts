import { Body, Controller, Delete, Get, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  idParam,
  pageQuery,
  dayAccount,
  shift,
  shiftCreate,
  shiftPage,
  shiftTry,
  shiftUpdate,
  type IdParam,
  type PageQuery,
  type ShiftCreate,
  type ShiftTry,
  type ShiftUpdate,
} from '@rollcall/contracts';
import { Allow } from '../../platform/http/access.js';
import { Answers } from '../../platform/http/answers.js';
import { actorOf, Sender, type Principal } from '../../platform/http/principal.js';
import { tryShift } from './try-shift.js';
import { ShiftsService } from './shifts.service.js';

@ApiTags('attendance')
@Controller('shifts')
@Allow('admin', 'hr')
export class ShiftsController {
  constructor(private readonly shifts: ShiftsService) {}

  @Post()
  @Answers(201, shift, { 409: 'SHIFT_NAME_TAKEN', 422: 'SHIFT_HOURS' })
  create(@Sender() sender: Principal, @Body({ schema: shiftCreate }) body: ShiftCreate) {
    return this.shifts.create(actorOf(sender), body);
  }

  /** A day that nobody worked: what the shift would make of these punches. */
  @Post('try')
  @Answers(200, dayAccount, { 422: 'SHIFT_HOURS' })
  try(@Body({ schema: shiftTry }) body: ShiftTry) {
    return tryShift(body);
  }

  @Get()
  @Allow('admin', 'enroller', 'hr', 'auditor')
  @Answers(200, shiftPage)
  list(@Query({ schema: pageQuery }) query: PageQuery) {
    return this.shifts.list(query);
  }

  @Get(':id')
  @Allow('admin', 'enroller', 'hr', 'auditor')
  @Answers(200, shift, { 404: 'SHIFT_NOT_FOUND' })
  get(@Param({ schema: idParam }) { id }: IdParam) {
    return this.shifts.get(id);
  }

  @Patch(':id')
  @Answers(200, shift, {
    404: 'SHIFT_NOT_FOUND',
    409: ['SHIFT_NAME_TAKEN', 'SHIFT_CHANGED_LATER', 'PERIOD_LOCKED'],
    422: 'SHIFT_HOURS',
  })
  update(
    @Sender() sender: Principal,
    @Param({ schema: idParam }) { id }: IdParam,
    @Body({ schema: shiftUpdate }) body: ShiftUpdate,
  ) {
    return this.shifts.update(actorOf(sender), id, body);
  }

  @Delete(':id')
  @Answers(204, null, { 404: 'SHIFT_NOT_FOUND', 409: 'SHIFT_IN_USE' })
  remove(@Sender() sender: Principal, @Param({ schema: idParam }) { id }: IdParam) {
    return this.shifts.remove(actorOf(sender), id);
  }
}
