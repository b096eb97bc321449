import { Controller, Get, Param, Post, Query, UploadedFiles, UseInterceptors } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiTags } from '@nestjs/swagger';
import {
  importRowPage,
  importRowParams,
  importRowQuery,
  jobAccepted,
  type ImportRowParams,
  type ImportRowQuery,
} from '@rollcall/contracts';
import { Allow } from '../../platform/http/access.js';
import { Answers } from '../../platform/http/answers.js';
import { actorOf, Sender, type Principal } from '../../platform/http/principal.js';
import type { Uploads } from '../../platform/http/upload.js';
import { ImportReport } from './import-report.js';
import { listAndPhotos } from './list-and-photos.js';
import { PeopleImports } from './people-imports.service.js';
import { ReceivesImport } from './receives-import.interceptor.js';

const binary = { type: 'string', format: 'binary' };

@ApiTags('people')
@Controller('people/import')
@Allow('admin', 'enroller')
export class ImportsController {
  constructor(
    private readonly imports: PeopleImports,
    private readonly report: ImportReport,
  ) {}

  @Post()
  @UseInterceptors(ReceivesImport)
  @ApiConsumes('multipart/form-data')
  @ApiBody({ schema: { type: 'object', properties: { csv: binary, photos: binary }, required: ['csv'] } })
  @Answers(202, jobAccepted, {
    400: 'IMPORT_CSV_MISSING',
    413: 'IMPORT_TOO_LARGE',
    422: [
      'IMPORT_CSV_INVALID',
      'IMPORT_ARCHIVE_INVALID',
      'IMPORT_ARCHIVE_ENCRYPTED',
      'IMPORT_ARCHIVE_TOO_MANY_FILES',
      'IMPORT_ARCHIVE_UNPACKS_TOO_LARGE',
    ],
  })
  async start(@Sender() sender: Principal, @UploadedFiles() files: Uploads) {
    return { jobId: await this.imports.start(actorOf(sender), listAndPhotos(files)) };
  }

  @Get(':jobId/rows')
  @Answers(200, importRowPage, { 404: 'IMPORT_NOT_FOUND' })
  rows(
    @Param({ schema: importRowParams }) { jobId }: ImportRowParams,
    @Query({ schema: importRowQuery }) query: ImportRowQuery,
  ) {
    return this.report.rows(jobId, query);
  }
}
