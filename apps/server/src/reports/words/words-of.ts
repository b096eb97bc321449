import type { ReportLanguage } from '@rollcall/contracts';
import { chinese } from './chinese.js';
import { english } from './english.js';
import type { ReportWords } from './report-words.js';

const WORDS: Record<ReportLanguage, ReportWords> = { en: english, 'zh-CN': chinese };

export const wordsOf = (lang: ReportLanguage): ReportWords => WORDS[lang];
