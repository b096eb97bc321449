import type { Calibration } from '@rollcall/contracts';
import { useTranslation } from 'react-i18next';
import { useMoments } from '../../ui/moments.js';

const COUNTED_IN_HUNDREDS = 0.2;
/** Rarer is not told apart any more. */
const LEAST = 0.0001;
const TWO = { minimumFractionDigits: 2, maximumFractionDigits: 2 };

/** Shares and thresholds as people say them: "1 stranger in 100" rather than "FPIR 0.01". */
export function useShares() {
  const { t } = useTranslation('calibration');
  const { number } = useMoments();
  const rarerThan = (count: number) => t('share.rarerThan', { number: number(count) });
  const strangers = (share: number): string =>
    share > COUNTED_IN_HUNDREDS
      ? t('share.ofHundred', { number: number(Math.round(share * 100)) })
      : t('share.oneIn', { number: number(Math.round(1 / share), { maximumSignificantDigits: 2 }) });
  const percent = (share: number) => number(share, { style: 'percent', maximumSignificantDigits: 2 });
  const percentOrNone = (share: number | null) => (share === null ? '–' : percent(share));
  return {
    threshold: (value: number) => number(value, TWO),
    percent,
    /** What was counted among the own people, as words of a sentence. */
    counted: ({ people, leastPeople, fpir, low, high }: Calibration['own']) => ({
      compared: number(people),
      least: number(leastPeople),
      counted: percentOrNone(fpir),
      low: percentOrNone(low),
      high: percentOrNone(high),
    }),
    /** As somebody asks for it. */
    strangers,
    /** As it is to be expected, or was counted. */
    expected: (share: number) =>
      share < LEAST ? rarerThan(1 / LEAST) : t('share.about', { share: strangers(share) }),
    rarerThan,
  };
}
