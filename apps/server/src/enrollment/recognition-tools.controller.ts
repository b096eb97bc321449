import { Controller, Post, Query, UploadedFiles } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  analyzeResponse,
  compareResponse,
  searchQuery,
  searchResponse,
  type SearchQuery,
} from '@rollcall/contracts';
import { Allow } from '../platform/http/access.js';
import { Answers } from '../platform/http/answers.js';
import { pictureIn } from '../platform/http/picture.js';
import { actorOf, Sender, type Principal } from '../platform/http/principal.js';
import { AcceptsImages, type Uploads } from '../platform/http/upload.js';
import { RecognitionToolsService } from './recognition-tools.service.js';

const UNREAD = ['UNSUPPORTED_IMAGE'];
const REFUSALS = { 400: 'IMAGE_MISSING', 413: 'IMAGE_TOO_LARGE', 422: UNREAD, 503: 'BUSY' };

@ApiTags('recognition')
@Controller('vision')
@Allow('admin', 'enroller')
export class RecognitionToolsController {
  constructor(private readonly tools: RecognitionToolsService) {}

  @Post('analyze')
  @AcceptsImages({ image: 1 })
  @Answers(200, analyzeResponse, REFUSALS)
  analyze(@UploadedFiles() files: Uploads) {
    return this.tools.analyze(pictureIn(files, 'image'));
  }

  @Post('compare')
  @AcceptsImages({ a: 1, b: 1 })
  @Answers(200, compareResponse, { ...REFUSALS, 422: [...UNREAD, 'NO_FACE'] })
  compare(@UploadedFiles() files: Uploads) {
    return this.tools.compare(pictureIn(files, 'a'), pictureIn(files, 'b'));
  }

  @Post('search')
  @AcceptsImages({ image: 1 })
  @Answers(200, searchResponse, REFUSALS)
  search(
    @Sender() sender: Principal,
    @Query({ schema: searchQuery }) { k }: SearchQuery,
    @UploadedFiles() files: Uploads,
  ) {
    return this.tools.search(actorOf(sender), pictureIn(files, 'image'), k);
  }
}
