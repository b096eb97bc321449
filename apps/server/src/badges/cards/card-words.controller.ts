import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { cardWords, cardWordsQuery, type CardWordsQuery } from '@rollcall/contracts';
import { Allow } from '../../platform/http/access.js';
import { Answers } from '../../platform/http/answers.js';
import { CardDesk } from './card-desk.js';

@ApiTags('badges')
@Controller('badges/cards')
@Allow('admin', 'enroller')
export class CardWordsController {
  constructor(private readonly desk: CardDesk) {}

  /** Which characters would be printed as squares, and which texts cut short. Nobody's portrait is looked at. */
  @Get()
  @Answers(200, cardWords, { 404: 'BADGE_NOT_FOUND' })
  async words(@Query({ schema: cardWordsQuery }) { badge }: CardWordsQuery) {
    return { items: await this.desk.words([badge].flat()) };
  }
}
