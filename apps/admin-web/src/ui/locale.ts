import { useTranslation } from 'react-i18next';

/** The reader's own locale where it fits the chosen language (en-GB stays en-GB), else the language. */
export function localeFor(language: string, preferred: readonly string[]): string {
  const base = language.split('-')[0] ?? language;
  return preferred.find((locale) => locale.split('-')[0] === base) ?? language;
}

export function useLocale(): string {
  const { i18n } = useTranslation();
  return localeFor(i18n.resolvedLanguage ?? 'en', navigator.languages ?? []);
}
