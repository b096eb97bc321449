import { ApiProblem } from '../../api/api-problem.js';
import { useProblemText } from '../../api/problem-text.js';

const UNPROCESSABLE = 422;

/** Why a line or a photo was not taken; null where it was taken. Which cell of a line is wrong only the server can say. */
export function useReason() {
  const problem = useProblemText();
  return ({ code, detail }: { code?: string | undefined; detail?: string | undefined }): string | null => {
    if (code === undefined) return null;
    return problem.text(new ApiProblem({ status: UNPROCESSABLE, code, detail: detail ?? '' }));
  };
}
