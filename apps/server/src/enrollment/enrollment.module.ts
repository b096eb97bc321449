import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { PeopleModule } from '../people/people.module.js';
import { EnrollmentService } from './enrollment.service.js';
import { FaceAlbum } from './face-album.js';
import { FaceGallery } from './face-gallery.js';
import { FaceTemplate } from './face-template.entity.js';
import { Face } from './face.entity.js';
import { FacesController } from './faces.controller.js';
import { RecognitionToolsController } from './recognition-tools.controller.js';
import { RecognitionToolsService } from './recognition-tools.service.js';

@Module({
  imports: [TypeOrmModule.forFeature([Face, FaceTemplate]), PeopleModule],
  controllers: [FacesController, RecognitionToolsController],
  providers: [EnrollmentService, FaceAlbum, FaceGallery, RecognitionToolsService],
  exports: [EnrollmentService, FaceGallery],
})
export class EnrollmentModule {}
