import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { GalleryModule } from '../gallery/gallery.module.js';
import { PeopleModule } from '../people/people.module.js';
import { Readiness } from '../platform/health/readiness.js';
import { JobHandlers } from '../platform/jobs/job-handlers.js';
import { EnrollmentGate } from './enrollment-gate.js';
import { EnrollmentService } from './enrollment.service.js';
import { FaceAlbum } from './face-album.js';
import { Face } from './face.entity.js';
import { FacesController } from './faces.controller.js';
import { Agreement } from './models/agreement.js';
import { ModelCatalog } from './models/model-catalog.js';
import { ModelPreparation } from './models/model-preparation.js';
import { ModelTakeover } from './models/model-takeover.js';
import { ModelTemplates } from './models/model-templates.js';
import { ModelsController } from './models/models.controller.js';
import { ModelsService } from './models/models.service.js';
import { Reembedding } from './models/reembedding.js';
import { PhotoFingerprint } from './photo-fingerprint.js';
import { RecognitionToolsController } from './recognition-tools.controller.js';
import { RecognitionToolsService } from './recognition-tools.service.js';

@Module({
  imports: [TypeOrmModule.forFeature([Face]), GalleryModule, PeopleModule],
  controllers: [FacesController, ModelsController, RecognitionToolsController],
  providers: [
    EnrollmentService,
    EnrollmentGate,
    FaceAlbum,
    PhotoFingerprint,
    RecognitionToolsService,
    Agreement,
    ModelCatalog,
    ModelPreparation,
    ModelTakeover,
    ModelTemplates,
    ModelsService,
    Reembedding,
  ],
  exports: [EnrollmentService, FaceAlbum, PhotoFingerprint],
})
export class EnrollmentModule {
  constructor(
    handlers: JobHandlers,
    readiness: Readiness,
    preparation: ModelPreparation,
    takeover: ModelTakeover,
  ) {
    handlers.register(preparation);
    readiness.register({ name: 'model', check: () => takeover.check() });
  }
}
