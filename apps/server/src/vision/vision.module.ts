import { Global, Module, type DynamicModule } from '@nestjs/common';
import { Readiness } from '../platform/health/readiness.js';
import { FaceEngine } from './face-engine.js';
import { PackShelf } from './pack-shelf.js';
import { ServingFaceEngine } from './serving-face-engine.js';
import { Stylizer } from './stylizer.js';
import { VisionController } from './vision.controller.js';

/** The face engine is opened before the app is made: a pack that cannot be used stops the start with one line. */
@Global()
@Module({})
export class VisionModule {
  constructor(engine: FaceEngine, readiness: Readiness) {
    readiness.register({ name: 'models', check: () => engine.check() });
  }

  static with(engine: FaceEngine, shelf: PackShelf, stylizer: Stylizer): DynamicModule {
    return {
      module: VisionModule,
      controllers: [VisionController],
      providers: [
        { provide: ServingFaceEngine, useValue: new ServingFaceEngine(engine) },
        { provide: FaceEngine, useExisting: ServingFaceEngine },
        { provide: PackShelf, useValue: shelf },
        { provide: Stylizer, useValue: stylizer },
      ],
      exports: [FaceEngine, ServingFaceEngine, PackShelf, Stylizer],
    };
  }
}
