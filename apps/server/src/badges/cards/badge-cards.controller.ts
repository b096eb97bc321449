import { Controller, Get, Header, Param, Query, StreamableFile } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  cardPdfQuery,
  cardPngQuery,
  idParam,
  sheetQuery,
  type CardPdfQuery,
  type CardPngQuery,
  type IdParam,
  type SheetQuery,
} from '@rollcall/contracts';
import { Allow } from '../../platform/http/access.js';
import { AnswersMedia } from '../../platform/http/answers.js';
import { actorOf, Sender, type Principal } from '../../platform/http/principal.js';
import { BadgeCards } from './badge-cards.js';

const REFUSALS = {
  404: ['BADGE_NOT_FOUND', 'PICTURE_NOT_FOUND'],
  409: ['PORTRAIT_NOT_READY', 'PORTRAIT_NOT_PAINTED'],
};

@ApiTags('badges')
@Controller('badges')
@Allow('admin', 'enroller')
export class BadgeCardsController {
  constructor(private readonly cards: BadgeCards) {}

  /** Ten cards to a page, the backs on every second one. */
  @Get('sheet.pdf')
  @Header('Cache-Control', 'private, no-store')
  @AnswersMedia(200, 'application/pdf', REFUSALS)
  async sheet(@Sender() sender: Principal, @Query({ schema: sheetQuery }) { badge, paper }: SheetQuery) {
    return pdf(await this.cards.sheet(actorOf(sender), [badge].flat(), paper));
  }

  /** 300 dpi. */
  @Get(':id/card.png')
  @Header('Cache-Control', 'private, no-store')
  @AnswersMedia(200, 'image/png', REFUSALS)
  async png(
    @Sender() sender: Principal,
    @Param({ schema: idParam }) { id }: IdParam,
    @Query({ schema: cardPngQuery }) { side }: CardPngQuery,
  ) {
    return new StreamableFile(await this.cards.png(actorOf(sender), id, side), { type: 'image/png' });
  }

  /** Front and back. */
  @Get(':id/card.pdf')
  @Header('Cache-Control', 'private, no-store')
  @AnswersMedia(200, 'application/pdf', REFUSALS)
  async pdf(
    @Sender() sender: Principal,
    @Param({ schema: idParam }) { id }: IdParam,
    @Query({ schema: cardPdfQuery }) { paper }: CardPdfQuery,
  ) {
    return pdf(await this.cards.pdf(actorOf(sender), id, paper));
  }
}

const pdf = (document: Buffer) => new StreamableFile(document, { type: 'application/pdf' });
