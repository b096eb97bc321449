import type { Style } from '@rollcall/contracts';
import { useTranslation } from 'react-i18next';
import en from '../badges.en.json';

type Known = keyof typeof en.style.name;
const isKnown = (key: string | null): key is Known => key !== null && Object.hasOwn(en.style.name, key);

/** What comes with Rollcall has a name in every language; uploads have the one that somebody gave them. */
export function useStyleName() {
  const { t } = useTranslation('badges');
  return ({ key, name }: Pick<Style, 'key' | 'name'>): string =>
    isKnown(key) ? t(`style.name.${key}`) : name;
}
