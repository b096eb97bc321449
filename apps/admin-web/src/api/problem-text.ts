import { checkInReason, type CheckInReason } from '@rollcall/contracts';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { ApiProblem } from './api-problem.js';
import en from './problems.en.json';

type Known = keyof typeof en.code;
const isKnown = (code: string): code is Known => Object.hasOwn(en.code, code);
const isReason = (reason: string): reason is CheckInReason =>
  checkInReason.options.some((known) => known === reason);

/** The sentence for an error: ours where the code is known, else what the server said. */
export function problemText(t: TFunction<'problems'>, error: unknown): string {
  if (!(error instanceof ApiProblem)) return t('fallback');
  // Which line, cell or path it is only the server can say; the texts that need it have a place for its words.
  if (isKnown(error.code)) return t(`code.${error.code}`, { detail: error.detail });
  return error.detail || t('fallback');
}

/** Reasons in words, those of quality as advice; words of a newer server that we do not know are left out. */
export const reasonTexts = (t: TFunction<'problems'>, reasons: readonly string[]): string[] =>
  reasons.filter(isReason).map((reason) => t(`reason.${reason}`));

export function useProblemText() {
  const { t } = useTranslation('problems');
  return {
    text: (error: unknown) => problemText(t, error),
    reasons: (reasons: readonly string[]) => reasonTexts(t, reasons),
  };
}
