import { Global, Module, type DynamicModule } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Readiness } from '../platform/health/readiness.js';
import { FaceEngine } from './face-engine.js';
import { RecognitionSettings } from './recognition-settings.entity.js';
import { RecognitionSettingsService } from './recognition-settings.service.js';
import { VisionController } from './vision.controller.js';

/** The face engine is opened before the app is made: a pack that cannot be used stops the start with one line. */
@Global()
@Module({})
export class VisionModule {
  constructor(engine: FaceEngine, readiness: Readiness) {
    readiness.register({ name: 'models', check: () => engine.check() });
  }

  static with(engine: FaceEngine): DynamicModule {
    return {
      module: VisionModule,
      imports: [TypeOrmModule.forFeature([RecognitionSettings])],
      controllers: [VisionController],
      providers: [RecognitionSettingsService, { provide: FaceEngine, useValue: engine }],
      exports: [FaceEngine, RecognitionSettingsService],
    };
  }
}
