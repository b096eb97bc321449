import { BadRequestException, mixin, type CallHandler, type ExecutionContext } from '@nestjs/common';
import { FileFieldsInterceptor } from '@nestjs/platform-express';
import express, { type Request, type Response } from 'express';
import { DomainError } from '../platform/domain-error.js';
import { MAX_IMAGE_BYTES } from '../platform/http/upload.js';

export const MAX_FRAMES = 5;
const PICTURES = ['image/jpeg', 'image/png', 'image/webp'];

const readRaw = express.raw({ type: PICTURES, limit: MAX_IMAGE_BYTES });
const Multipart = FileFieldsInterceptor([{ name: 'frame', maxCount: MAX_FRAMES }], {
  limits: { fileSize: MAX_IMAGE_BYTES, fields: 10, fieldSize: 4096 },
});

/**
 * Takes the frames of a check-in, as the plain bytes of one picture or as `frame` parts of multipart/form-data. It
 * runs after the guards, so that nothing is read from a kiosk that nobody paired.
 */
export const ReadsFrames = mixin(
  class extends Multipart {
    override async intercept(context: ExecutionContext, next: CallHandler) {
      const http = context.switchToHttp();
      const request = http.getRequest<Request>();
      if (request.is('multipart/form-data')) {
        return Promise.resolve(super.intercept(context, next)).catch(sayHowMany);
      }
      if (!request.is(PICTURES)) throw unsupported();
      await new Promise<void>((resolve, reject) => {
        readRaw(request, http.getResponse<Response>(), (error?: Error) =>
          error ? reject(error) : resolve(),
        );
      });
      return next.handle();
    }
  },
);

/** Multer calls the sixth file of a field an unexpected one. */
function sayHowMany(error: unknown): never {
  if (!(error instanceof BadRequestException && error.message.endsWith(' - frame'))) throw error;
  const detail = `A check-in takes at most ${MAX_FRAMES} frames. Send fewer.`;
  throw new DomainError('invalid', 'TOO_MANY_FRAMES', detail);
}

const unsupported = () =>
  new DomainError(
    'unsupported',
    'UNSUPPORTED_IMAGE',
    'Send the frame as image/jpeg, image/png or image/webp, or as "frame" parts of multipart/form-data.',
  );
