import {
  Controller,
  Delete,
  Get,
  Header,
  Param,
  Post,
  Query,
  Req,
  StreamableFile,
  UploadedFiles,
} from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  idParam,
  pageQuery,
  style,
  styleCreate,
  stylePage,
  type IdParam,
  type PageQuery,
} from '@rollcall/contracts';
import type { Request } from 'express';
import { Allow } from '../../platform/http/access.js';
import { Answers, AnswersMedia } from '../../platform/http/answers.js';
import { mediaTypeOf, pictureIn } from '../../platform/http/picture.js';
import { actorOf, Sender, type Principal } from '../../platform/http/principal.js';
import { AcceptsImages, type Uploads } from '../../platform/http/upload.js';
import { parseAs } from '../../platform/http/validation.js';
import { StylesService } from './styles.service.js';

const NAME = { name: { type: 'string', maxLength: 80 } };

/** The manners in which portraits are painted. */
@ApiTags('badges')
@Controller('styles')
@Allow('admin', 'enroller')
export class StylesController {
  constructor(private readonly styles: StylesService) {}

  @Get()
  @Allow('admin', 'enroller', 'auditor')
  @Answers(200, stylePage)
  list(@Query({ schema: pageQuery }) query: PageQuery) {
    return this.styles.list(query);
  }

  @Post()
  @AcceptsImages({ image: 1 }, NAME)
  @Answers(201, style, {
    400: ['IMAGE_MISSING', 'VALIDATION_FAILED'],
    409: ['TOO_MANY_STYLES', 'STYLE_NAME_TAKEN'],
    413: 'IMAGE_TOO_LARGE',
    422: ['UNSUPPORTED_IMAGE', 'IMAGE_TOO_SMALL', 'STYLE_BLANK', 'STYLE_TOO_ELONGATED'],
  })
  upload(
    @Sender() sender: Principal,
    // As a body with a schema it would take the picture's place in the contract.
    @Req() request: Request,
    @UploadedFiles() files: Uploads,
  ) {
    const { name } = (request.body ?? {}) as { name?: unknown };
    const fields = { name: parseAs(styleCreate.shape.name, name, 'name') };
    return this.styles.upload(actorOf(sender), fields, pictureIn(files, 'image'));
  }

  @Get(':id/picture')
  @Allow('admin', 'enroller', 'auditor')
  @Header('Cache-Control', 'private, max-age=86400')
  @AnswersMedia(200, 'image/*', { 404: ['STYLE_NOT_FOUND', 'PICTURE_NOT_FOUND'] })
  async picture(@Param({ schema: idParam }) { id }: IdParam) {
    const picture = await this.styles.picture(id);
    return new StreamableFile(picture, { type: mediaTypeOf(picture) });
  }

  @Delete(':id')
  @Answers(204, null, { 404: 'STYLE_NOT_FOUND', 409: ['STYLE_BUILT_IN', 'STYLE_IN_USE'] })
  remove(@Sender() sender: Principal, @Param({ schema: idParam }) { id }: IdParam) {
    return this.styles.remove(actorOf(sender), id);
  }
}
