import {
  Body,
  Controller,
  Delete,
  Get,
  Header,
  Param,
  Post,
  Query,
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
  type StyleCreate,
} from '@rollcall/contracts';
import { Allow } from '../../platform/http/access.js';
import { Answers, AnswersMedia } from '../../platform/http/answers.js';
import { mediaTypeOf, pictureIn } from '../../platform/http/picture.js';
import { actorOf, Sender, type Principal } from '../../platform/http/principal.js';
import { AcceptsImages, type Uploads } from '../../platform/http/upload.js';
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
    409: 'TOO_MANY_STYLES',
    413: 'IMAGE_TOO_LARGE',
    422: ['UNSUPPORTED_IMAGE', 'IMAGE_TOO_SMALL', 'STYLE_TOO_ELONGATED'],
  })
  upload(
    @Sender() sender: Principal,
    @Body({ schema: styleCreate }) body: StyleCreate,
    @UploadedFiles() files: Uploads,
  ) {
    return this.styles.upload(actorOf(sender), body, pictureIn(files, 'image'));
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
