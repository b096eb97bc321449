import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { EnrollmentModule } from '../enrollment/enrollment.module.js';
import { GalleryModule } from '../gallery/gallery.module.js';
import { PeopleModule } from '../people/people.module.js';
import { JobHandlers } from '../platform/jobs/job-handlers.js';
import { TypefaceModule } from '../platform/typeface/typeface.module.js';
import { Badge } from './badge.entity.js';
import { BadgeLedger } from './badge-ledger.js';
import { BadgeOverview } from './badge-overview.js';
import { BadgePictures } from './badge-pictures.js';
import { BadgePicturesController } from './badge-pictures.controller.js';
import { BadgesController } from './badges.controller.js';
import { BadgesService } from './badges.service.js';
import { BadgeCards } from './cards/badge-cards.js';
import { BadgeCardsController } from './cards/badge-cards.controller.js';
import { BadgeTemplateRow } from './cards/badge-template.entity.js';
import { BadgeTemplates } from './cards/badge-templates.service.js';
import { CardWordsController } from './cards/card-words.controller.js';
import { CardDesk } from './cards/card-desk.js';
import { BadgeTemplatesController } from './cards/badge-templates.controller.js';
import { InstantPortraitJob } from './instant-portrait-job.js';
import { PortraitCheck } from './portrait-check.js';
import { PortraitDelivery } from './portrait-delivery.js';
import { PortraitJob } from './portrait-job.js';
import { PortraitMaterial } from './portrait-material.js';
import { PortraitQueue } from './portrait-queue.js';
import { PortraitQueueController } from './portrait-queue.controller.js';
import { PortraitWishes } from './portrait-wishes.js';
import { StoppedPortraits } from './stopped-portraits.js';
import { Style } from './styles/style.entity.js';
import { StyleCatalog } from './styles/style-catalog.js';
import { StylesController } from './styles/styles.controller.js';
import { StylesService } from './styles/styles.service.js';

@Module({
  imports: [
    TypeOrmModule.forFeature([Style, Badge, BadgeTemplateRow]),
    PeopleModule,
    GalleryModule,
    EnrollmentModule,
    TypefaceModule,
  ],
  // What has a name of its own comes before `badges/:id`.
  controllers: [
    StylesController,
    BadgeTemplatesController,
    CardWordsController,
    BadgeCardsController,
    PortraitQueueController,
    BadgesController,
    BadgePicturesController,
  ],
  providers: [
    StyleCatalog,
    StylesService,
    BadgeLedger,
    BadgeOverview,
    BadgePictures,
    BadgesService,
    PortraitWishes,
    PortraitMaterial,
    PortraitCheck,
    PortraitDelivery,
    StoppedPortraits,
    PortraitJob,
    InstantPortraitJob,
    PortraitQueue,
    BadgeCards,
    BadgeTemplates,
    CardDesk,
  ],
  exports: [BadgesService],
})
export class BadgesModule {
  constructor(handlers: JobHandlers, job: PortraitJob, instant: InstantPortraitJob) {
    handlers.register(job);
    handlers.register(instant);
  }
}
