/** Weights that were not pulled. The message says what to do. */
export class PullError extends Error {
  override readonly name = 'PullError';
}

/** There is no such file at an origin. */
export class NotThere extends PullError {}

/** A connection that broke, which may be better the next time. */
export class Broken extends Error {}

const FULL = ['ENOSPC', 'EDQUOT', 'EFBIG'];
const FORBIDDEN = ['EACCES', 'EPERM', 'EROFS'];

const needed = (bytes: number) =>
  Number.isFinite(bytes) ? `: ${(bytes / 1e6).toFixed(1)} MB are needed` : '';

/** An error of writing into a folder, in words. */
export function writingFailed(error: unknown, folder: string, bytes: number): unknown {
  const code = (error as NodeJS.ErrnoException).code ?? '';
  if (FULL.includes(code))
    return new PullError(
      `There is no room left in ${folder}${needed(bytes)}. Make room and run the command again; it goes on where it stopped.`,
    );
  if (FORBIDDEN.includes(code))
    return new PullError(
      `Nothing can be written into ${folder}: give yourself the right to, or set MODELS_DIR to another folder.`,
    );
  return error;
}
