import { useTranslation } from 'react-i18next';
import { useMoments } from '../../ui/moments.js';

const COUNTED_IN_HUNDREDS = 0.2;
const LEAST = 0.00005;
const TWO = { minimumFractionDigits: 2, maximumFractionDigits: 2 };

/** Shares and thresholds as people say them: "1 stranger in 100" rather than "FPIR 0.01". */
export function useShares() {
  const { t } = useTranslation('calibration');
  const { number } = useMoments();
  return {
    threshold: (value: number) => number(value, TWO),
    percent: (share: number) => number(share, { style: 'percent', maximumSignificantDigits: 2 }),
    strangers: (share: number): string => {
      if (share < LEAST) return t('share.none');
      return share > COUNTED_IN_HUNDREDS
        ? t('share.ofHundred', { number: number(Math.round(share * 100)) })
        : t('share.oneIn', { number: number(Math.round(1 / share), { maximumSignificantDigits: 2 }) });
    },
  };
}
