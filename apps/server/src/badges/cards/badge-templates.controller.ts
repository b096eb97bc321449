import { Body, Controller, Delete, Get, Header, Put, StreamableFile, UploadedFiles } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { badgeTemplate, badgeTemplateUpdate, type BadgeTemplateUpdate } from '@rollcall/contracts';
import { Allow } from '../../platform/http/access.js';
import { Answers, AnswersMedia } from '../../platform/http/answers.js';
import { pictureIn } from '../../platform/http/picture.js';
import { actorOf, Sender, type Principal } from '../../platform/http/principal.js';
import { AcceptsImages, type Uploads } from '../../platform/http/upload.js';
import { BadgeTemplates } from './badge-templates.service.js';

const LOGO_REFUSALS = ['UNSUPPORTED_IMAGE', 'LOGO_BLANK', 'LOGO_TOO_SMALL', 'LOGO_TOO_ELONGATED'];

/** How the cards look; the same for everybody. */
@ApiTags('badges')
@Controller('badges/template')
@Allow('admin')
export class BadgeTemplatesController {
  constructor(private readonly templates: BadgeTemplates) {}

  @Get()
  @Allow('admin', 'enroller', 'auditor')
  @Answers(200, badgeTemplate)
  shown() {
    return this.templates.current();
  }

  @Put()
  @Answers(200, badgeTemplate, { 422: 'CARD_UNREADABLE' })
  change(@Sender() sender: Principal, @Body({ schema: badgeTemplateUpdate }) body: BadgeTemplateUpdate) {
    return this.templates.change(actorOf(sender), body);
  }

  @Get('logo')
  @Allow('admin', 'enroller', 'auditor')
  @Header('Cache-Control', 'private, no-store')
  @AnswersMedia(200, 'image/png', { 404: 'LOGO_NOT_FOUND' })
  async logo() {
    return new StreamableFile(await this.templates.shownLogo(), { type: 'image/png' });
  }

  @Put('logo')
  @AcceptsImages({ logo: 1 })
  @Answers(200, badgeTemplate, { 400: 'IMAGE_MISSING', 413: 'IMAGE_TOO_LARGE', 422: LOGO_REFUSALS })
  setLogo(@Sender() sender: Principal, @UploadedFiles() files: Uploads) {
    return this.templates.changeLogo(actorOf(sender), pictureIn(files, 'logo'));
  }

  @Delete('logo')
  @Answers(200, badgeTemplate)
  removeLogo(@Sender() sender: Principal) {
    return this.templates.changeLogo(actorOf(sender), null);
  }
}
