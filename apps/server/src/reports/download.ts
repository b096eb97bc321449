import type { Readable } from 'node:stream';
import { Logger, StreamableFile } from '@nestjs/common';
import type { ReportFormat } from '@rollcall/contracts';
import type { Response } from 'express';
import { problemOf } from '../platform/http/problem.js';
import { MEDIA } from './formats/report-files.js';

const log = new Logger('Reports');

/**
 * A file that is made while it is sent. Where making it fails in the middle the connection breaks off: a list that ends
 * early must not look like a whole one.
 */
export function download(file: Readable, format: ReportFormat, name: string): StreamableFile {
  const disposition = `attachment; filename="${name}"`;
  const sent = new StreamableFile(file, { type: MEDIA[format], disposition });
  return sent.setErrorHandler((error, answer) => {
    const response = answer as unknown as Response;
    log.error(error.stack);
    if (response.headersSent) return void response.destroy();
    const problem = problemOf(
      500,
      'INTERNAL',
      'The report could not be made. The log of the server says why.',
    );
    response.removeHeader('Content-Disposition');
    response.status(500).type('application/problem+json').send(JSON.stringify(problem));
  });
}
