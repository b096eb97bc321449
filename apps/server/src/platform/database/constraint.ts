import { QueryFailedError } from 'typeorm';

/** True when a statement failed because a row with that key exists already (SQLSTATE 23505). */
export function violatesUnique(error: unknown, constraint: string): boolean {
  return violates(error, '23505', constraint);
}

/** True when a statement named a row that does not exist, or one that others still need (SQLSTATE 23503). */
export function violatesReference(error: unknown, constraint?: string): boolean {
  return violates(error, '23503', constraint);
}

function violates(error: unknown, state: string, constraint?: string): boolean {
  if (!(error instanceof QueryFailedError)) return false;
  const cause = error.driverError as { code?: string; constraint?: string };
  return cause.code === state && (constraint === undefined || cause.constraint === constraint);
}
