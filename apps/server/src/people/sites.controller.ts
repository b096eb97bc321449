import { Body, Controller, Delete, Get, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  idParam,
  pageQuery,
  site,
  siteCreate,
  sitePage,
  siteUpdate,
  type IdParam,
  type PageQuery,
  type SiteCreate,
  type SiteUpdate,
} from '@rollcall/contracts';
import { Allow } from '../platform/http/access.js';
import { Answers } from '../platform/http/answers.js';
import { actorOf, Sender, type Principal } from '../platform/http/principal.js';
import { SitesService } from './sites.service.js';

@ApiTags('organisation')
@Controller('sites')
@Allow('admin')
export class SitesController {
  constructor(private readonly sites: SitesService) {}

  @Post()
  @Answers(201, site, { 409: 'SITE_NAME_TAKEN' })
  create(@Sender() sender: Principal, @Body({ schema: siteCreate }) body: SiteCreate) {
    return this.sites.create(actorOf(sender), body);
  }

  @Get()
  @Allow('admin', 'enroller', 'hr', 'auditor')
  @Answers(200, sitePage)
  list(@Query({ schema: pageQuery }) query: PageQuery) {
    return this.sites.list(query);
  }

  @Patch(':id')
  @Answers(200, site, { 404: 'SITE_NOT_FOUND', 409: 'SITE_NAME_TAKEN' })
  update(
    @Sender() sender: Principal,
    @Param({ schema: idParam }) { id }: IdParam,
    @Body({ schema: siteUpdate }) body: SiteUpdate,
  ) {
    return this.sites.update(actorOf(sender), id, body);
  }

  @Delete(':id')
  @Answers(204, null, { 404: 'SITE_NOT_FOUND', 409: ['SITE_IN_USE', 'LAST_SITE'] })
  remove(@Sender() sender: Principal, @Param({ schema: idParam }) { id }: IdParam) {
    return this.sites.remove(actorOf(sender), id);
  }
}
