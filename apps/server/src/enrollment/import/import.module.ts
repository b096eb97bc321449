import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { PeopleModule } from '../../people/people.module.js';
import { JobHandlers } from '../../platform/jobs/job-handlers.js';
import { EnrollmentModule } from '../enrollment.module.js';
import { ImportJob } from './import-job.js';
import { ImportLedger } from './import-ledger.js';
import { ImportPhoto } from './import-photo.entity.js';
import { ImportReport } from './import-report.js';
import { ImportRetention } from './import-retention.js';
import { ImportRow } from './import-row.entity.js';
import { PeopleImport } from './import.entity.js';
import { ImportsController } from './imports.controller.js';
import { PeopleImports } from './people-imports.service.js';
import { PhotoStaging } from './photo-staging.js';
import { PhotoTakeIn } from './photo-take-in.js';
import { RowTakeIn } from './row-take-in.js';
import { UploadFolder } from './upload-folder.js';

@Module({
  imports: [TypeOrmModule.forFeature([PeopleImport, ImportRow, ImportPhoto]), PeopleModule, EnrollmentModule],
  controllers: [ImportsController],
  providers: [
    PeopleImports,
    PhotoStaging,
    ImportLedger,
    ImportJob,
    RowTakeIn,
    PhotoTakeIn,
    ImportReport,
    ImportRetention,
    UploadFolder,
  ],
  exports: [PeopleImports],
})
export class ImportModule {
  constructor(handlers: JobHandlers, job: ImportJob) {
    handlers.register(job);
  }
}
