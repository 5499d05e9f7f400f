import { type Shape, withColumns } from '../table';

/** « 1 2 3 SOLEIL LUDOTHEQUE - 06 MOUANS SARTOUX » → the name, and the place after the dash. */
const nameOf = (label: string) => label.replace(/\s+-\s+(\d{2,3}|2[AB])\s+[^-]*$/, '').trim();

/** The State's « jaune budgétaire »: an amount per programme and association; the line of the total is merged. */
export const jaune = {
  id: 'jaune-budgetaire',
  detect: (h) => h.has('siren') && h.has('association') && h.has('imputation'),
  apply: (table) => {
    const imputation = table.header.indexOf('IMPUTATION');
    return {
      ...withColumns(
        {
          ...table,
          rows: table.rows.map((r) => ((r.cells[imputation] ?? '').trim() === '' ? { ...r, outcome: 'merged' as const } : r)),
        },
        {
          programme: (cell) => `État – programme ${cell('IMPUTATION')}`,
          'type du financeur': () => 'programme-etat',
          bénéficiaire: (cell) => nameOf(cell('ASSOCIATION')),
          'nature du lien': () => 'cofinancement',
          montant: (cell) => cell('Détail des subventions') || cell('Total des subventions'),
        },
      ),
      records: 'partenariats',
      fields: {
        SIREN: 'toSiren',
        ASSOCIATION: null,
        IMPUTATION: null,
        programme: 'fromName',
        'type du financeur': 'fromKind',
        bénéficiaire: 'toName',
        'nature du lien': 'nature',
        montant: 'amount',
      },
    };
  },
} as const satisfies Shape;
