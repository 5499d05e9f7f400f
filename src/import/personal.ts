import { normalise } from '../model/words';

const email = /[\p{L}\d._%+-]+@[\p{L}\d.-]+\.\p{L}{2,}/gu;
const phone = /(?<!\d)(?:\+33[\s.]?|0)[1-9](?:[\s.-]?\d{2}){4}(?!\d)/g;

/** Headings of columns that name or reach a person. */
const headings =
  /\b(contact|interlocuteur|referent|responsable|directeur|directrice|president|prenom|nom prenom|courriel|e ?mail|mail|telephone|tel|portable|mobile|phone|fax|telecopie)\b/;

const share = (values: readonly string[], pattern: RegExp) =>
  values.length === 0 ? 0 : values.filter((v) => v.search(pattern) >= 0).length / values.length;

/** Whether a column holds names, e-mails or phones of persons: by its heading, or by most of its values. */
export const isPersonalColumn = (heading: string, values: readonly string[]): boolean =>
  headings.test(normalise(heading)) || share(values, email) > 0.5 || share(values, phone) > 0.5;

/** A free text without e-mails and phone numbers. */
export const withoutContacts = (text: string): string => text.replace(email, '[…]').replace(phone, '[…]');
