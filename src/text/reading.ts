import { readingEn } from './en/reading';
import { typesetAll } from './format';
import { type ReadingText, readingFr } from './fr/reading';

const words: Readonly<Record<'fr' | 'en', ReadingText>> = { fr: typesetAll(readingFr, 'fr'), en: readingEn };

/** Words of the readings of the report in a language; apart from `Text`, for they are fetched with the report. */
export const readingWords = (lang: 'fr' | 'en'): ReadingText => words[lang];
