import { type Shape, withColumns } from '../table';

/** The French labels under which some producers publish the same columns. */
const labels: Readonly<Record<string, string>> = {
  nomAttribuant: "Nom de l'attribuant",
  idAttribuant: "Identification de l'attribuant",
  dateConvention: 'Date de la convention de subvention',
  nomBeneficiaire: 'Nom du bénéficiaire',
  idBeneficiaire: 'Identification du bénéficiaire',
  objet: 'Objet de la subvention',
  montant: 'Montant total de la subvention',
};

const columns = Object.fromEntries(
  (
    [
      ['nomAttribuant', 'fromName'],
      ['idAttribuant', 'fromSiren'],
      ['dateConvention', 'year'],
      ['nomBeneficiaire', 'toName'],
      ['idBeneficiaire', 'toSiren'],
      ['objet', 'proof'],
      ['montant', 'amount'],
    ] as const
  ).flatMap(([name, field]) => [
    [name, field],
    [labels[name]!, field],
  ]),
);

/** SCDL subsidies and conventions: a funding tie per row (the SCDL "nature" is of the money, not of the tie). */
export const scdl = {
  id: 'scdl-subventions',
  detect: (h) =>
    (h.has('nomattribuant') && h.has('nombeneficiaire')) || (h.has('nom de l attribuant') && h.has('nom du beneficiaire')),
  apply: (table) => ({
    ...withColumns(table, { 'nature du lien': () => 'cofinancement' }),
    records: 'partenariats',
    fields: { ...columns, nature: null, 'Nature de la subvention': null, 'nature du lien': 'nature' },
  }),
} as const satisfies Shape;
