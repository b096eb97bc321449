import { Body, Controller, Delete, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  apiTokenCreate,
  apiTokenCreated,
  apiTokenPage,
  idParam,
  pageQuery,
  type ApiTokenCreate,
  type IdParam,
  type PageQuery,
} from '@rollcall/contracts';
import { Allow } from '../platform/http/access.js';
import { Answers } from '../platform/http/answers.js';
import { actorOf, Sender, type Principal } from '../platform/http/principal.js';
import { ApiTokensService } from './api-tokens.service.js';

@ApiTags('users')
@Controller('api-tokens')
@Allow('admin')
export class ApiTokensController {
  constructor(private readonly tokens: ApiTokensService) {}

  @Post()
  @Answers(201, apiTokenCreated, { 422: 'EXPIRES_IN_PAST' })
  create(@Sender() sender: Principal, @Body({ schema: apiTokenCreate }) body: ApiTokenCreate) {
    return this.tokens.create(actorOf(sender), body);
  }

  @Get()
  @Allow('admin', 'auditor')
  @Answers(200, apiTokenPage)
  list(@Query({ schema: pageQuery }) query: PageQuery) {
    return this.tokens.list(query);
  }

  @Delete(':id')
  @Answers(204, null, { 404: 'API_TOKEN_NOT_FOUND' })
  remove(@Sender() sender: Principal, @Param({ schema: idParam }) { id }: IdParam) {
    return this.tokens.remove(actorOf(sender), id);
  }
}
