import type {} from 'multer'; // Brings Express.Multer into scope.
import { applyDecorators, UseInterceptors } from '@nestjs/common';
import { FileFieldsInterceptor } from '@nestjs/platform-express';
import { ApiBody, ApiConsumes } from '@nestjs/swagger';

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
    UseInterceptors(
      FileFieldsInterceptor(files, { limits: { fileSize: MAX_IMAGE_BYTES, fields: 10, fieldSize: 4096 } }),
    ),
    ApiConsumes('multipart/form-data'),
    ApiBody({
      schema: { type: 'object', properties: { ...properties, ...extra }, required: Object.keys(fields) },
    }),
  );
}
