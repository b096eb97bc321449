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
  readonly path?: readonly (PropertyKey | { readonly key: PropertyKey })[];
}

const pathOf = (issue: Issue) =>
  (issue.path ?? []).map((step) => String(typeof step === 'object' ? step.key : step)).join('.');

export const validationPipe = () =>
  new StandardSchemaValidationPipe({
    exceptionFactory: (issues) =>
      new ValidationError(issues.map((issue) => ({ path: pathOf(issue), message: issue.message }))),
  });

/** For what arrives outside the body and query, headers and multipart fields, by the same rules. */
export function parseAs<T extends z.ZodType>(schema: T, value: unknown, path: string): z.output<T> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw new ValidationError(parsed.error.issues.map((issue) => ({ path, message: issue.message })));
}
