import { DomainError, type DomainErrorKind } from '../domain-error.js';
import type { JobFault } from './job.entity.js';

const LONGEST_BACK_OFF_MS = 300_000;

/** Another attempt would meet the same rule again. */
const PERMANENT: DomainErrorKind[] = [
  'invalid',
  'rule',
  'not-found',
  'forbidden',
  'unsupported',
  'too-large',
];

export const isPermanent = (error: unknown): error is DomainError =>
  error instanceof DomainError && PERMANENT.includes(error.kind);

/** For people to read: no stack, no message that was not written for them. */
export function faultOf(error: unknown): JobFault {
  if (error instanceof DomainError) return { code: error.code, detail: error.message };
  return {
    code: 'INTERNAL',
    detail:
      'Something broke on our side. The log of the server that ran it says what, under the id of this job.',
  };
}

/**
 * How long to wait after the given attempt (1 for the first): doubling, up to five minutes, and spread between half and
 * one and a half of that, so that what failed together does not come back together.
 *
 * @param random in [0, 1)
 */
export function backOffMs(attempt: number, firstMs: number, random: number): number {
  return Math.min(LONGEST_BACK_OFF_MS, firstMs * 2 ** (attempt - 1)) * (0.5 + random);
}
