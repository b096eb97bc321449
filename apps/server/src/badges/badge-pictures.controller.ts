import { Controller, Get, Header, Param, StreamableFile } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { idParam, type IdParam } from '@rollcall/contracts';
import { Allow } from '../platform/http/access.js';
import { AnswersMedia } from '../platform/http/answers.js';
import { actorOf, Sender, type Principal } from '../platform/http/principal.js';
import { BadgePictures } from './badge-pictures.js';

const MISSING = { 404: ['BADGE_NOT_FOUND', 'PICTURE_NOT_FOUND'] };

@ApiTags('badges')
@Controller('badges/:id')
@Allow('admin', 'enroller')
export class BadgePicturesController {
  constructor(private readonly pictures: BadgePictures) {}

  /** The picture as it is while it grows. */
  @Get('preview.png')
  @Header('Cache-Control', 'private, no-store')
  @AnswersMedia(200, 'image/png', MISSING)
  async preview(@Sender() sender: Principal, @Param({ schema: idParam }) { id }: IdParam) {
    return png(await this.pictures.preview(actorOf(sender), id));
  }

  @Get('portrait.png')
  @Header('Cache-Control', 'private, no-store')
  @AnswersMedia(200, 'image/png', MISSING)
  async portrait(@Sender() sender: Principal, @Param({ schema: idParam }) { id }: IdParam) {
    return png(await this.pictures.portrait(actorOf(sender), id));
  }

  /** The portrait, small: for lists, of which there may be one after the other. */
  @Get('thumbnail.png')
  @Header('Cache-Control', 'private, max-age=3600')
  @AnswersMedia(200, 'image/png', MISSING)
  async thumbnail(@Param({ schema: idParam }) { id }: IdParam) {
    return png(await this.pictures.thumbnail(id));
  }
}

const png = (picture: Uint8Array) => new StreamableFile(picture, { type: 'image/png' });
