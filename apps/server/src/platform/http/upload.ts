import type {} from 'multer'; // Brings Express.Multer into scope.
import {
  applyDecorators,
  BadRequestException,
  Injectable,
  UseInterceptors,
  type CallHandler,
  type ExecutionContext,
} from '@nestjs/common';
import { FileFieldsInterceptor } from '@nestjs/platform-express';
import { ApiBody, ApiConsumes } from '@nestjs/swagger';
import { DomainError } from '../domain-error.js';

/** Largest picture that is read, in bytes. Longer uploads are cut off while they arrive. */
export const MAX_IMAGE_BYTES = 20 * 1024 * 1024;

/** Files of a multipart request by their field. */
export type Uploads = Partial<Record<string, Express.Multer.File[]>>;

/** Takes these picture fields (in memory, bounded) from multipart/form-data and describes them. */
export function AcceptsImages(
  fields: Record<string, number>,
  extra: Record<string, object> = {},
): MethodDecorator {
  const files = Object.entries(fields).map(([name, maxCount]) => ({ name, maxCount }));
  const binary = { type: 'string', format: 'binary' } as const;
  const properties = Object.fromEntries(
    files.map(({ name, maxCount }) => [
      name,
      maxCount === 1 ? binary : { type: 'array', items: binary, maxItems: maxCount },
    ]),
  );
  return applyDecorators(
    UseInterceptors(receiving(files)),
    ApiConsumes('multipart/form-data'),
    ApiBody({
      schema: { type: 'object', properties: { ...properties, ...extra }, required: Object.keys(fields) },
    }),
  );
}

/** Reads the files, and names the fields that are expected where another one came, or one too often. */
function receiving(files: { name: string; maxCount: number }[]) {
  const limits = { fileSize: MAX_IMAGE_BYTES, fields: 10, fieldSize: 4096 };
  @Injectable()
  class Receives extends FileFieldsInterceptor(files, { limits }) {
    override async intercept(context: ExecutionContext, next: CallHandler) {
      try {
        return await super.intercept(context, next);
      } catch (error) {
        if (error instanceof BadRequestException && error.message.startsWith('Unexpected'))
          throw unexpected(files);
        throw error;
      }
    }
  }
  return Receives;
}

function unexpected(files: readonly { name: string; maxCount: number }[]): DomainError {
  const wanted = files.map(({ name, maxCount }) =>
    maxCount === 1 ? `one picture in the field "${name}"` : `up to ${maxCount} pictures in "${name}"`,
  );
  return new DomainError('invalid', 'UNEXPECTED_FILE', `Send ${wanted.join(' and ')}, and no other files.`);
}
