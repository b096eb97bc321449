import { Controller, Delete, Get, Header, Param, Post, StreamableFile, UploadedFiles } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { face, facePage, faceParams, idParam, type FaceParams, type IdParam } from '@rollcall/contracts';
import { Allow } from '../platform/http/access.js';
import { Answers, AnswersMedia } from '../platform/http/answers.js';
import { mediaTypeOf, pictureIn } from '../platform/http/picture.js';
import { actorOf, Sender, type Principal } from '../platform/http/principal.js';
import { AcceptsImages, type Uploads } from '../platform/http/upload.js';
import { PhotoLikeness } from '../gallery/likeness.js';
import { FaceEngine } from '../vision/face-engine.js';
import { EnrollmentService, presentFace } from './enrollment.service.js';

@ApiTags('faces')
@Controller('people/:id/faces')
@Allow('admin', 'enroller')
export class FacesController {
  constructor(
    private readonly enrollment: EnrollmentService,
    private readonly engine: FaceEngine,
    private readonly likeness: PhotoLikeness,
  ) {}

  @Post()
  @AcceptsImages({ photo: 1 })
  @Answers(201, face, {
    400: ['IMAGE_MISSING', 'VALIDATION_FAILED'],
    404: 'PERSON_NOT_FOUND',
    409: 'CONSENT_REQUIRED',
    413: 'IMAGE_TOO_LARGE',
    422: [
      'NO_FACE',
      'MULTIPLE_FACES',
      'LOW_QUALITY',
      'SPOOF_SUSPECTED',
      'DUPLICATE_FACE',
      'UNSUPPORTED_IMAGE',
    ],
    503: 'BUSY',
  })
  async enroll(
    @Sender() sender: Principal,
    @Param({ schema: idParam }) { id }: IdParam,
    @UploadedFiles() files: Uploads,
  ) {
    const enrolled = await this.enrollment.enroll(actorOf(sender), id, pictureIn(files, 'photo'));
    return presentFace(enrolled, this.engine.pack.modelId, (await this.likeness.of(id)).get(enrolled.id));
  }

  @Get()
  @Allow('admin', 'enroller', 'auditor')
  @Answers(200, facePage, { 404: 'PERSON_NOT_FOUND' })
  async list(@Param({ schema: idParam }) { id }: IdParam) {
    const faces = await this.enrollment.list(id);
    const likeness = await this.likeness.of(id);
    const { modelId } = this.engine.pack;
    return {
      items: faces.map((each) => presentFace(each, modelId, likeness.get(each.id))),
      nextCursor: null,
    };
  }

  @Get(':faceId/photo')
  @Header('Cache-Control', 'private, no-store')
  @AnswersMedia(200, 'image/*', { 404: ['FACE_NOT_FOUND', 'PHOTO_NOT_FOUND'] })
  async photo(@Sender() sender: Principal, @Param({ schema: faceParams }) { id, faceId }: FaceParams) {
    const picture = await this.enrollment.picture(actorOf(sender), id, faceId);
    return new StreamableFile(picture, { type: mediaTypeOf(picture) });
  }

  @Delete(':faceId')
  @Answers(204, null, { 404: ['PERSON_NOT_FOUND', 'FACE_NOT_FOUND'] })
  remove(@Sender() sender: Principal, @Param({ schema: faceParams }) { id, faceId }: FaceParams) {
    return this.enrollment.remove(actorOf(sender), id, faceId);
  }
}
