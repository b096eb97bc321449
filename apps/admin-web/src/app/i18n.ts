import i18next, { type InitOptions } from 'i18next';
import LanguageDetector from 'i18next-browser-languagedetector';
import { initReactI18next } from 'react-i18next';
import { LANGUAGES } from './languages.js';
import { resources } from './resources.js';
import { spacing } from './spaced.js';

const options: InitOptions = {
  resources,
  supportedLngs: [...LANGUAGES],
  fallbackLng: { zh: ['zh-CN'], 'zh-Hans': ['zh-CN'], 'zh-SG': ['zh-CN'], default: ['en'] },
  nonExplicitSupportedLngs: false,
  defaultNS: 'app',
  interpolation: { escapeValue: false },
  postProcess: [spacing.name],
  detection: {
    order: ['localStorage', 'navigator'],
    lookupLocalStorage: 'rollcall-language',
    caches: ['localStorage'],
    convertDetectedLanguage: (code) => (code.toLowerCase().startsWith('zh') ? 'zh-CN' : 'en'),
  },
};

void i18next.use(LanguageDetector).use(spacing).use(initReactI18next).init(options);

const mark = (language: string) => document.documentElement.setAttribute('lang', language);
mark(i18next.resolvedLanguage ?? 'en');
i18next.on('languageChanged', mark);

export { i18next };
