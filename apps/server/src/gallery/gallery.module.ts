import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { PeopleModule } from '../people/people.module.js';
import { Readiness } from '../platform/health/readiness.js';
import { JobHandlers } from '../platform/jobs/job-handlers.js';
import { CalibrationController } from './calibration.controller.js';
import { CalibrationService } from './calibration.service.js';
import { FaceGallery } from './face-gallery.js';
import { FaceTemplate } from './face-template.entity.js';
import { GalleryChange } from './gallery-change.entity.js';
import { GalleryConfusion } from './gallery-confusion.entity.js';
import { GalleryCaretaker } from './gallery-caretaker.js';
import { GalleryController } from './gallery.controller.js';
import { GalleryIndex } from './gallery-index.js';
import { GalleryInspection } from './gallery-inspection.js';
import { GalleryNegative } from './gallery-negative.entity.js';
import { GallerySearch } from './gallery-search.js';
import { GallerySize } from './gallery-size.js';
import { GalleryState } from './gallery-state.js';
import { GalleryStateRow } from './gallery-state.entity.js';
import { PhotoLikeness } from './likeness.js';
import { PortraitMark } from './portrait-mark.entity.js';
import { PortraitMarks } from './portrait-marks.js';
import { GalleryWork } from './gallery-work.js';
import { KeyRotation } from './key-rotation.js';
import { LeaveOneOut } from './leave-one-out.js';
import { Lessons } from './lessons.js';
import { OwnScores } from './own-scores.js';
import { RecognitionSettings } from './recognition-settings.entity.js';
import { RecognitionSettingsController } from './recognition-settings.controller.js';
import { RecognitionSettingsService } from './recognition-settings.service.js';
import { ServingGallery } from './serving-gallery.js';
import { TemplateKeys } from './template-keys.js';

@Module({
  imports: [
    TypeOrmModule.forFeature([
      FaceTemplate,
      GalleryStateRow,
      GalleryChange,
      GalleryNegative,
      GalleryConfusion,
      RecognitionSettings,
      PortraitMark,
    ]),
    PeopleModule,
  ],
  controllers: [CalibrationController, GalleryController, RecognitionSettingsController],
  providers: [
    CalibrationService,
    OwnScores,
    FaceGallery,
    GalleryCaretaker,
    GalleryIndex,
    GalleryInspection,
    GallerySearch,
    GallerySize,
    GalleryState,
    GalleryWork,
    KeyRotation,
    LeaveOneOut,
    Lessons,
    PhotoLikeness,
    PortraitMarks,
    RecognitionSettingsService,
    ServingGallery,
    TemplateKeys,
  ],
  exports: [
    FaceGallery,
    GalleryState,
    LeaveOneOut,
    Lessons,
    PhotoLikeness,
    PortraitMarks,
    RecognitionSettingsService,
    ServingGallery,
  ],
})
export class GalleryModule {
  constructor(
    handlers: JobHandlers,
    readiness: Readiness,
    inspection: GalleryInspection,
    caretaker: GalleryCaretaker,
    rotation: KeyRotation,
  ) {
    handlers.register(caretaker);
    handlers.register(rotation);
    readiness.register({ name: 'gallery', check: () => inspection.check() });
  }
}
