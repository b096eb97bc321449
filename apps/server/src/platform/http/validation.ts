import { StandardSchemaValidationPipe } from '@nestjs/common';
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
  /** Of a strict object: fields that it does not know. */
  readonly keys?: readonly string[];
  readonly path?: readonly (PropertyKey | { readonly key: PropertyKey })[];
}

const UNKNOWN = 'is no field of this request: check how it is written';
/** Whoever sends more of them is not helped by reading them all. */
const MOST_UNKNOWN = 20;

const pathOf = (issue: Issue) =>
  (issue.path ?? []).map((step) => String(typeof step === 'object' ? step.key : step));

/** An error for each field: a schema that refuses what it does not know names them together. */
function errorsOf(issue: Issue) {
  const path = pathOf(issue);
  return issue.keys
    ? issue.keys.slice(0, MOST_UNKNOWN).map((key) => ({ path: [...path, key].join('.'), message: UNKNOWN }))
    : [{ path: path.join('.'), message: issue.message }];
}

export const validationPipe = () =>
  new StandardSchemaValidationPipe({
    exceptionFactory: (issues) => new ValidationError(issues.flatMap(errorsOf)),
  });

/** For what arrives outside the body and query, headers and multipart fields, by the same rules. */
export function parseAs<T extends z.ZodType>(schema: T, value: unknown, path: string): z.output<T> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw new ValidationError(parsed.error.issues.map((issue) => ({ path, message: issue.message })));
}
