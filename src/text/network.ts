import { networkEn } from './en/network';
import { type NetworkText, networkFr } from './fr/network';

/** Words of the network in a language; apart from `Text`, for they are fetched with its screen. */
export const networkWords = (lang: 'fr' | 'en'): NetworkText => (lang === 'fr' ? networkFr : networkEn);
