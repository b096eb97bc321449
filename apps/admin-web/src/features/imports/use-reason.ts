import { ApiProblem } from '../../api/api-problem.js';
import { useProblemText } from '../../api/problem-text.js';

const UNPROCESSABLE = 422;

/**
 * Why a line or a photo was not taken, in the reader's language; null where it was taken. Which field of a line was
 * wrong only the server knows, so there its own sentence stands.
 */
export function useReason() {
  const problem = useProblemText();
  return ({ code, detail }: { code?: string | undefined; detail?: string | undefined }): string | null => {
    if (code === undefined) return null;
    if (code === 'VALIDATION_FAILED' && detail) return detail;
    return problem.text(new ApiProblem({ status: UNPROCESSABLE, code, detail: detail ?? '' }));
  };
}
