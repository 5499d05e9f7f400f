import { networkEn } from './en/network';
import { typesetAll } from './format';
import { type NetworkText, networkFr } from './fr/network';

const words: Readonly<Record<'fr' | 'en', NetworkText>> = { fr: typesetAll(networkFr, 'fr'), en: networkEn };

/** Words of the network in a language; apart from `Text`, for they are fetched with its screen. */
export const networkWords = (lang: 'fr' | 'en'): NetworkText => words[lang];
