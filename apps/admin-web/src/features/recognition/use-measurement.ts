import { useTranslation } from 'react-i18next';
import en from '../settings/settings.en.json';

type Known = keyof typeof en.recognition.source;
const isKnown = (name: string): name is Known => Object.hasOwn(en.recognition.source, name);

/** On which data a pack's figures rest: in the reader's language where we know it, else as the server says it. */
export function useMeasurement() {
  const { t } = useTranslation('settings');
  return (measurement: string, inEnglish: string): string =>
    isKnown(measurement) ? t(`recognition.source.${measurement}`) : inEnglish;
}
