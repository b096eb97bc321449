import { rm } from 'node:fs/promises';
import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import type { Request, RequestHandler, Response } from 'express';
import multer from 'multer';
import { finalize, type Observable } from 'rxjs';
import { DomainError } from '../../platform/domain-error.js';
import type { Uploads } from '../../platform/http/upload.js';
import { UploadFolder } from './upload-folder.js';

const MEGABYTE = 1024 * 1024;
export const MAX_ARCHIVE_BYTES = 256 * MEGABYTE;
export const MAX_CSV_BYTES = 20 * MEGABYTE;

const FIELDS = ['csv', 'photos'].map((name) => ({ name, maxCount: 1 }));
const LIMITS = { fileSize: MAX_ARCHIVE_BYTES, files: 2, fields: 10, fieldSize: 4096, parts: 12 };

/** Takes `csv` and `photos` to the disk; they are gone when the request is over, however it ends. */
@Injectable()
export class ReceivesImport implements NestInterceptor {
  private readonly receive: RequestHandler;

  constructor(folder: UploadFolder) {
    const storage = multer.diskStorage({
      destination: (_request, _file, done) => {
        folder.ready().then(
          (path) => done(null, path),
          (error: Error) => done(error, ''),
        );
      },
    });
    this.receive = multer({ storage, limits: LIMITS, defParamCharset: 'utf8' }).fields(FIELDS);
  }

  async intercept(context: ExecutionContext, next: CallHandler): Promise<Observable<unknown>> {
    const http = context.switchToHttp();
    const request = http.getRequest<Request>();
    await new Promise<void>((resolve, reject) => {
      this.receive(request, http.getResponse<Response>(), (error?: unknown) =>
        error instanceof Error ? reject(refusalOf(error)) : resolve(),
      );
    });
    const files = Object.values((request.files ?? {}) as Uploads).flatMap((each) => each ?? []);
    return next
      .handle()
      .pipe(finalize(() => void Promise.all(files.map(({ path }) => rm(path, { force: true })))));
  }
}

export const importTooLarge = () =>
  new DomainError(
    'too-large',
    'IMPORT_TOO_LARGE',
    'The list may have 20 MB and the archive 256 MB. Split them, or use the command "rollcall people import", which ' +
      'takes any number of photos.',
  );

/** Multer and the parser below it say what is wrong with a request in plain errors; the disk's carry an errno. */
function refusalOf(error: Error): Error {
  const { code, errno, message } = error as NodeJS.ErrnoException;
  if (code === 'LIMIT_FILE_SIZE') return importTooLarge();
  if (errno !== undefined) return error;
  return new DomainError(
    'invalid',
    'BAD_REQUEST',
    `The request is no multipart/form-data that can be read: ${message}.`,
  );
}
