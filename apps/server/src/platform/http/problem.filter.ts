import { Catch, HttpException, Logger, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { Problem } from '@rollcall/contracts';
import type { Request, Response } from 'express';
import { isOutage } from '../database/outage.js';
import { DomainError, type DomainErrorKind } from '../domain-error.js';
import { problemOf } from './problem.js';
import { ValidationError } from './validation.js';

const STATUS: Record<DomainErrorKind, number> = {
  invalid: 400,
  unauthenticated: 401,
  forbidden: 403,
  'not-found': 404,
  conflict: 409,
  rule: 422,
  locked: 423,
  'too-large': 413,
  unsupported: 415,
  'too-many': 429,
  busy: 503,
};

/** Codes for refusals that the framework raises by itself. */
const FRAMEWORK_CODES: Record<number, string> = {
  400: 'BAD_REQUEST',
  401: 'UNAUTHENTICATED',
  403: 'FORBIDDEN',
  404: 'NOT_FOUND',
  405: 'METHOD_NOT_ALLOWED',
  413: 'PAYLOAD_TOO_LARGE',
  415: 'UNSUPPORTED_MEDIA_TYPE',
  429: 'TOO_MANY_REQUESTS',
};

/** Turns whatever was thrown into RFC 9457 problem details. The only place that maps errors to HTTP. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly log = new Logger('Http');

  catch(error: unknown, host: ArgumentsHost): void {
    const response = host.switchToHttp().getResponse<Response>();
    const problem = this.describe(error, host.switchToHttp().getRequest<Request>());
    if (response.headersSent) {
      response.end();
      return;
    }
    if (problem.status === 429) response.setHeader('Retry-After', '60');
    if (problem.status === 503) response.setHeader('Retry-After', '2');
    if (problem.status === 401) response.setHeader('WWW-Authenticate', 'Bearer');
    response.status(problem.status).type('application/problem+json').send(JSON.stringify(problem));
  }

  private describe(error: unknown, request: Request): Problem {
    if (error instanceof ValidationError) {
      return { ...problemOf(400, 'VALIDATION_FAILED', error.message), errors: error.errors };
    }
    if (error instanceof DomainError) return fromDomain(error);
    if (error instanceof HttpException) return fromFramework(error.getStatus(), error.message, request);
    if (isClientFault(error)) return fromFramework(error.status, error.message, request);
    if (isOutage(error)) {
      this.log.warn(`The database is away: ${(error as Error).message}`);
      return problemOf(
        503,
        'UNAVAILABLE',
        'The database does not answer at the moment. Try again in a moment.',
      );
    }
    this.log.error(error instanceof Error ? (error.stack ?? error.message) : String(error));
    return problemOf(500, 'INTERNAL', 'Something broke on our side. It was logged; nothing was changed.');
  }
}

function fromDomain(error: DomainError): Problem {
  const { errors, reasons, personId } = error.extra;
  return {
    ...problemOf(STATUS[error.kind], error.code, error.message),
    ...(errors && { errors: [...errors] }),
    ...(reasons && { reasons: [...reasons] }),
    ...(personId && { personId }),
  };
}

function fromFramework(status: number, message: string, request: Request): Problem {
  const isPicture = !request.is('json');
  if (status === 413 && isPicture) {
    return problemOf(413, 'IMAGE_TOO_LARGE', 'The picture is larger than 20 MB. Send a smaller one.');
  }
  return problemOf(status, FRAMEWORK_CODES[status] ?? 'REQUEST_REFUSED', message);
}

/** Express's body parsers and routers throw plain errors that carry a 4xx status. */
function isClientFault(error: unknown): error is Error & { status: number } {
  const status = (error as { status?: unknown }).status;
  return error instanceof Error && typeof status === 'number' && status >= 400 && status < 500;
}
