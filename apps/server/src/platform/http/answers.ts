import { applyDecorators, HttpCode, SerializeOptions } from '@nestjs/common';
import { ApiResponse } from '@nestjs/swagger';
import { problem } from '@rollcall/contracts';
import type { z } from 'zod';

/** Refusals of one route: status to the codes that may come with it. */
export type Refusals = Partial<Record<number, string | readonly string[]>>;

/**
 * The success of a route and everything that it refuses, once: sets the status, serialises by the contract (what the
 * schema does not name never leaves the server) and describes it in the OpenAPI document.
 */
export function Answers(status: number, schema: z.ZodType | null, refusals: Refusals = {}): MethodDecorator {
  return applyDecorators(
    HttpCode(status),
    ...(schema
      ? [SerializeOptions({ schema }), ApiResponse({ status, description: 'Done.', standardSchema: schema })]
      : [ApiResponse({ status, description: 'Done.' })]),
    ...refusalResponses(refusals),
  );
}

/** A success that is not JSON: a picture, a stream of events. */
export function AnswersMedia(status: number, media: string, refusals: Refusals = {}): MethodDecorator {
  return applyDecorators(
    HttpCode(status),
    ApiResponse({ status, description: 'Done.', content: { [media]: { schema: { type: 'string' } } } }),
    ...refusalResponses(refusals),
  );
}

/** What any request may be told: its shape, or even its bytes, fit nothing. */
const ALWAYS = ['VALIDATION_FAILED', 'BAD_REQUEST'];

const refusalResponses = (refusals: Refusals) =>
  Object.entries({ 400: [], ...refusals }).map(([status, codes]) =>
    ApiResponse({
      status: Number(status),
      description: [...new Set([...[codes].flat(), ...(status === '400' ? ALWAYS : [])])].join(', '),
      standardSchema: problem,
    }),
  );
