import type { Report } from '../report/report';
import { formatDate, type Lang } from '../text/format';

/** Language of a report as our own texts and formats know it. */
export const langOf = ({ lang }: Report['meta']): Lang => (lang === 'fr-FR' ? 'fr' : 'en');

/** Date of a report in full letters. */
export const dateOf = (meta: Report['meta']): string => formatDate(meta.date, langOf(meta));
