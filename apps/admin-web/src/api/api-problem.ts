import type { Problem } from '@rollcall/contracts';

/** What the wrapper throws: a problem that the server named, or one that happened on the way (`NETWORK`, `BAD_ANSWER`). */
export class ApiProblem extends Error {
  readonly status: number;
  readonly code: string;
  readonly detail: string;
  readonly errors: NonNullable<Problem['errors']>;
  readonly reasons: string[];
  readonly personId: string | undefined;

  constructor(problem: Pick<Problem, 'status' | 'code' | 'detail'> & Partial<Problem>) {
    super(`${problem.code}: ${problem.detail}`);
    this.name = 'ApiProblem';
    this.status = problem.status;
    this.code = problem.code;
    this.detail = problem.detail;
    this.errors = problem.errors ?? [];
    this.reasons = problem.reasons ?? [];
    this.personId = problem.personId;
  }
}

export const isProblem = (error: unknown, ...codes: string[]): error is ApiProblem =>
  error instanceof ApiProblem && (codes.length === 0 || codes.includes(error.code));

/** True where the server was never reached, so that trying again later makes sense. */
export const isUnreachable = (error: unknown): boolean =>
  error instanceof ApiProblem && (error.code === 'NETWORK' || error.status >= 500 || error.status === 429);
