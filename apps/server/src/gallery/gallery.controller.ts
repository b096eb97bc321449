import { Controller, Get, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { galleryStatus, jobAccepted } from '@rollcall/contracts';
import { Allow } from '../platform/http/access.js';
import { Answers } from '../platform/http/answers.js';
import { actorOf, Sender, type Principal } from '../platform/http/principal.js';
import { GalleryInspection } from './gallery-inspection.js';
import { GalleryWork } from './gallery-work.js';

/** What the gallery is searched by, and the two things that can be done to it. */
@ApiTags('recognition')
@Controller('gallery')
@Allow('admin')
export class GalleryController {
  constructor(
    private readonly inspection: GalleryInspection,
    private readonly work: GalleryWork,
  ) {}

  @Get()
  @Allow('admin', 'auditor')
  @Answers(200, galleryStatus)
  status() {
    return this.inspection.status();
  }

  /** Has every server fill its memory again, builds the index that should be there, drops those that should not. */
  @Post('index')
  @Answers(202, jobAccepted)
  async repair(@Sender() sender: Principal) {
    return { jobId: await this.work.start(actorOf(sender), 'gallery.index') };
  }

  /** Re-issues every template under the newest key of ROLLCALL_TEMPLATE_KEYS. */
  @Post('rotate-key')
  @Answers(202, jobAccepted, { 409: 'KEY_ALREADY_SERVES' })
  async rotateKey(@Sender() sender: Principal) {
    return { jobId: await this.work.rotateKey(actorOf(sender)) };
  }
}
