import { QueryFailedError, QueryRunnerAlreadyReleasedError } from 'typeorm';

/**
 * SQLSTATE of a server that is going, coming or full: class 08 (connection), 57P01 to 57P03 (shut down, crashed, starting),
 * 53300 (no connection left), 25006 (a standby that takes no writes yet).
 */
const STATES = /^(08...|57P0[123]|53300|25006)$/;
/** What the way to it says. */
const ERRNOS = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
]);
/** `pg` has no codes for these. */
const MESSAGES =
  /^(Connection terminated|Client (has encountered|was closed)|timeout exceeded when trying|timeout expired|Query read timeout|Cannot use a pool after)/;

/**
 * True when the database was away, so that the same may succeed later. Whether the statement was carried out is not
 * known: the line may have broken after a COMMIT and before its answer.
 */
export function isOutage(error: unknown): boolean {
  // The connection of a transaction broke between two of its statements.
  if (error instanceof QueryRunnerAlreadyReleasedError) return true;
  const cause: unknown = error instanceof QueryFailedError ? error.driverError : error;
  if (!(cause instanceof Error)) return false;
  const { code = '' } = cause as { code?: string };
  return STATES.test(code) || ERRNOS.has(code) || MESSAGES.test(cause.message);
}
