import { StandardSchemaValidationPipe, type ArgumentMetadata } from '@nestjs/common';
import type { z } from 'zod';

/** What a client sent does not have the shape of the contract. */
export class ValidationError extends Error {
  constructor(readonly errors: { path: string; message: string }[]) {
    // Some messages are sentences already.
    const faults = errors.map((e) => `${e.path || 'body'}: ${e.message.replace(/\.$/, '')}`);
    super(`The request does not fit: ${faults.join('; ')}.`);
  }
}

interface Issue {
  readonly message: string;
  readonly path?: readonly (PropertyKey | { readonly key: PropertyKey })[];
}

const pathOf = (issue: Issue) =>
  (issue.path ?? []).map((step) => String(typeof step === 'object' ? step.key : step)).join('.');

const UNKNOWN = 'is no field of this request: check how it is written';
/** Whoever sends more of them is not helped by reading them all. */
const MOST_UNKNOWN = 20;

/**
 * Reads what a client sent by the schema of the route. A schema drops what it does not know; in a body that is refused,
 * because a misspelt field would seem to be taken.
 */
class SchemaPipe extends StandardSchemaValidationPipe {
  override async transform<T>(sent: T, metadata: ArgumentMetadata): Promise<T> {
    const read = (await super.transform(sent, metadata)) as T;
    const unknown = metadata.type === 'body' && metadata.schema ? droppedFrom(sent, read) : [];
    if (unknown.length === 0) return read;
    throw new ValidationError(
      unknown.slice(0, MOST_UNKNOWN).map((steps) => ({ path: steps.join('.'), message: UNKNOWN })),
    );
  }
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

/** Paths of the fields that were sent and not read. */
const droppedFrom = (sent: unknown, read: unknown): string[][] =>
  isObject(sent) && isObject(read)
    ? Object.keys(sent).flatMap((key) =>
        Object.hasOwn(read, key)
          ? droppedFrom(sent[key], read[key]).map((steps) => [key, ...steps])
          : [[key]],
      )
    : [];

export const validationPipe = () =>
  new SchemaPipe({
    exceptionFactory: (issues) =>
      new ValidationError(issues.map((issue) => ({ path: pathOf(issue), message: issue.message }))),
  });

/** For what arrives outside the body and query, headers and multipart fields, by the same rules. */
export function parseAs<T extends z.ZodType>(schema: T, value: unknown, path: string): z.output<T> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw new ValidationError(parsed.error.issues.map((issue) => ({ path, message: issue.message })));
}
