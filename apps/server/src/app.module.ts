import { Module, type DynamicModule, type Type } from '@nestjs/common';
import { APP_FILTER, APP_INTERCEPTOR, APP_PIPE, Reflector } from '@nestjs/core';
import { StandardSchemaSerializerInterceptor } from '@nestjs/common';
import { ScheduleModule } from '@nestjs/schedule';
import { AttendanceModule } from './attendance/attendance.module.js';
import { AuditModule } from './audit/audit.module.js';
import { AuthModule } from './auth/auth.module.js';
import { BadgesModule } from './badges/badges.module.js';
import { CheckInModule } from './check-in/check-in.module.js';
import { DevicesModule } from './devices/devices.module.js';
import { EnrollmentModule } from './enrollment/enrollment.module.js';
import { JobOversightModule } from './jobs/job-oversight.module.js';
import { ImportModule } from './enrollment/import/import.module.js';
import { GalleryModule } from './gallery/gallery.module.js';
import { PeopleModule } from './people/people.module.js';
import { BroadcastModule } from './platform/broadcast/broadcast.module.js';
import { ClockModule } from './platform/clock/clock.module.js';
import type { Config } from './platform/config/config.js';
import { ConfigModule } from './platform/config/config.module.js';
import type { Database } from './platform/database/database.js';
import { DatabaseModule } from './platform/database/database.module.js';
import { HealthModule } from './platform/health/health.module.js';
import { ProblemFilter } from './platform/http/problem.filter.js';
import { requestLog } from './platform/http/request-log.js';
import { validationPipe } from './platform/http/validation.js';
import { JobsModule } from './platform/jobs/jobs.module.js';
import { StorageModule } from './platform/storage/storage.module.js';
import { PrivacyModule } from './privacy/privacy.module.js';
import { ReportsModule } from './reports/reports.module.js';
import type { FaceEngine } from './vision/face-engine.js';
import type { PackShelf } from './vision/pack-shelf.js';
import type { Stylizer } from './vision/stylizer.js';
import { VisionModule } from './vision/vision.module.js';

/** What is opened before the app is made, so that what cannot be opened stops the start with one line. */
export interface Foundations {
  readonly config: Config;
  readonly database: Database;
  readonly engine: FaceEngine;
  /** The packs that may take its place. */
  readonly shelf: PackShelf;
  readonly stylizer: Stylizer;
}

@Module({})
export class AppModule {
  /** What people and kiosks talk to. */
  static on(foundations: Foundations): DynamicModule {
    return AppModule.with(foundations, [AuthModule]);
  }

  /**
   * What runs jobs, without HTTP. Nobody signs in here, and the first administrator is a server's to make: it shows the
   * password.
   */
  static forWorker(foundations: Foundations): DynamicModule {
    return AppModule.with(foundations, []);
  }

  private static with(
    { config, database, engine, shelf, stylizer }: Foundations,
    entrance: Type[],
  ): DynamicModule {
    const platform = [
      ConfigModule.with(config),
      requestLog(config),
      ClockModule,
      DatabaseModule.with(database),
      ScheduleModule.forRoot(),
      StorageModule,
      HealthModule,
      BroadcastModule,
      JobsModule,
    ];
    const features = [
      AuditModule,
      JobOversightModule,
      VisionModule.with(engine, shelf, stylizer),
      PeopleModule,
      DevicesModule,
      GalleryModule,
      EnrollmentModule,
      ImportModule,
      AttendanceModule,
      BadgesModule,
      CheckInModule,
      ReportsModule,
      PrivacyModule,
    ];
    return {
      module: AppModule,
      imports: [...platform, ...entrance, ...features],
      providers: [
        { provide: APP_PIPE, useFactory: validationPipe },
        {
          provide: APP_INTERCEPTOR,
          useFactory: (reflector: Reflector) => new StandardSchemaSerializerInterceptor(reflector),
          inject: [Reflector],
        },
        { provide: APP_FILTER, useClass: ProblemFilter },
      ],
    };
  }
}
