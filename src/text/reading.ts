import { readingEn } from './en/reading';
import { type ReadingText, readingFr } from './fr/reading';

/** Words of the readings of the report in a language; apart from `Text`, for they are fetched with the report. */
export const readingWords = (lang: 'fr' | 'en'): ReadingText => (lang === 'fr' ? readingFr : readingEn);
