import { Body, Controller, Delete, Get, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  idParam,
  pageQuery,
  user,
  userCreate,
  userCreated,
  userNames,
  userPage,
  userUpdate,
  type IdParam,
  type PageQuery,
  type UserCreate,
  type UserUpdate,
} from '@rollcall/contracts';
import { Allow } from '../platform/http/access.js';
import { Answers } from '../platform/http/answers.js';
import { actorOf, Sender, type Principal } from '../platform/http/principal.js';
import { UsersService } from './users.service.js';

@ApiTags('users')
@Controller('users')
@Allow('admin')
export class UsersController {
  constructor(private readonly users: UsersService) {}

  @Post()
  @Answers(201, userCreated, { 409: 'EMAIL_TAKEN' })
  create(@Sender() sender: Principal, @Body({ schema: userCreate }) body: UserCreate) {
    return this.users.create(actorOf(sender), body);
  }

  @Get()
  @Allow('admin', 'auditor')
  @Answers(200, userPage)
  list(@Query({ schema: pageQuery }) query: PageQuery) {
    return this.users.list(query);
  }

  @Get('names')
  @Allow('admin', 'hr', 'auditor')
  @Answers(200, userNames)
  names() {
    return this.users.names();
  }

  @Patch(':id')
  @Answers(200, user, { 404: 'USER_NOT_FOUND', 409: ['EMAIL_TAKEN', 'LAST_ADMIN'] })
  update(
    @Sender() sender: Principal,
    @Param({ schema: idParam }) { id }: IdParam,
    @Body({ schema: userUpdate }) body: UserUpdate,
  ) {
    return this.users.update(actorOf(sender), id, body);
  }

  @Delete(':id')
  @Answers(204, null, { 404: 'USER_NOT_FOUND', 409: 'LAST_ADMIN' })
  remove(@Sender() sender: Principal, @Param({ schema: idParam }) { id }: IdParam) {
    return this.users.remove(actorOf(sender), id);
  }
}
