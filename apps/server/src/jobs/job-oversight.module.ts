import { Module } from '@nestjs/common';
import { JobOversight } from './job-oversight.service.js';
import { JobsController } from './jobs.controller.js';

@Module({ controllers: [JobsController], providers: [JobOversight] })
export class JobOversightModule {}
