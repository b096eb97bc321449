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

type Painted = keyof typeof en.style.face;
const isPainted = (key: string | null): key is Painted => key !== null && Object.hasOwn(en.style.face, key);

/** What a style that comes with Rollcall does to a face; nothing where that depends on the settings. */
export function useStyleFace() {
  const { t } = useTranslation('badges');
  return ({ key }: Pick<Style, 'key'>): string | undefined =>
    isPainted(key) ? t(`style.face.${key}`) : undefined;
}
