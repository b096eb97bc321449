import { Body, Controller, Delete, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  badge,
  badgeAccepted,
  badgeCreate,
  badgePage,
  badgeQuery,
  idParam,
  type BadgeCreate,
  type BadgeQuery,
  type IdParam,
} from '@rollcall/contracts';
import { Allow } from '../platform/http/access.js';
import { Answers } from '../platform/http/answers.js';
import { actorOf, Sender, type Principal } from '../platform/http/principal.js';
import { BadgeOverview } from './badge-overview.js';
import { BadgesService } from './badges.service.js';

const CONFLICTS = [
  'CONSENT_REQUIRED',
  'PHOTO_REQUIRED',
  'STYLE_WEIGHTS_MISSING',
  'STYLE_LAYERS_MISSING',
  'STUDIO_QUEUE_FULL',
  'STUDIO_MEMORY',
];

@ApiTags('badges')
@Controller('badges')
@Allow('admin', 'enroller')
export class BadgesController {
  constructor(
    private readonly badges: BadgesService,
    private readonly overview: BadgeOverview,
  ) {}

  /** The job's progress tells step, loss and where the growing picture is. */
  @Post()
  @Answers(202, badgeAccepted, {
    404: ['PERSON_NOT_FOUND', 'FACE_NOT_FOUND', 'STYLE_NOT_FOUND'],
    409: CONFLICTS,
    422: 'STYLE_NOT_BLENDABLE',
  })
  ask(@Sender() sender: Principal, @Body({ schema: badgeCreate }) body: BadgeCreate) {
    return this.badges.ask(actorOf(sender), body);
  }

  @Get()
  @Allow('admin', 'enroller', 'auditor')
  @Answers(200, badgePage)
  list(@Query({ schema: badgeQuery }) query: BadgeQuery) {
    return this.overview.list(query);
  }

  @Get(':id')
  @Allow('admin', 'enroller', 'auditor')
  @Answers(200, badge, { 404: 'BADGE_NOT_FOUND' })
  get(@Param({ schema: idParam }) { id }: IdParam) {
    return this.overview.get(id);
  }

  @Delete(':id')
  @Answers(204, null, { 404: 'BADGE_NOT_FOUND' })
  remove(@Sender() sender: Principal, @Param({ schema: idParam }) { id }: IdParam) {
    return this.badges.remove(actorOf(sender), id);
  }
}
