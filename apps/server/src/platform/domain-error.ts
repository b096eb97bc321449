/** Which kind of rule was broken; the HTTP edge alone knows which status each one means. */
export type DomainErrorKind =
  | 'invalid'
  | 'unauthenticated'
  | 'forbidden'
  | 'not-found'
  | 'conflict'
  | 'rule'
  | 'locked'
  | 'too-large'
  | 'unsupported'
  | 'too-many'
  | 'busy';

/** A broken rule: a stable code for programs and a sentence for people that says what to do. */
export class DomainError extends Error {
  constructor(
    readonly kind: DomainErrorKind,
    readonly code: string,
    detail: string,
    readonly extra: {
      reasons?: readonly string[];
      personId?: string;
      /** Fields that do not fit each other. */
      errors?: readonly { path: string; message: string }[];
    } = {},
  ) {
    super(detail);
  }
}

export const notFound = (noun: string) =>
  new DomainError(
    'not-found',
    `${noun.toUpperCase().replaceAll(' ', '_')}_NOT_FOUND`,
    `There is no such ${noun}.`,
  );
