import type { ActorKind } from '../../model/lists';
import { type Shape, type Table, withColumns } from '../table';
import { kindFromName } from '../terms';

/** Columns of persons: the managers (dir_) and the address of management (adrg_), often somebody's home. */
const isPersonal = (heading: string) => /^(dir|adrg)_/i.test(heading);

/** The table without its columns of persons: they are not even shown. */
function withoutPersons(table: Table): Table {
  const kept = table.header.map((h, i) => (isPersonal(h) ? -1 : i)).filter((i) => i >= 0);
  return {
    ...table,
    header: kept.map((i) => table.header[i]!),
    rows: table.rows.map((r) => ({ ...r, cells: kept.map((i) => r.cells[i] ?? '') })),
  };
}

/** Dissolved (D) or suppressed (S): no longer an actor. */
const markGone = (table: Table): Table => {
  const at = table.header.indexOf('position');
  return {
    ...table,
    rows: table.rows.map((r) => (/^[DS]$/i.test((r.cells[at] ?? '').trim()) ? { ...r, outcome: 'withdrawn' as const } : r)),
  };
};

/** What the name tells, else an association. */
function kindOf(title: string): ActorKind {
  const kind = kindFromName(title);
  return kind === 'autre' ? 'association' : kind;
}

/** National register of associations (RNA, « Waldec »): an actor per row, under its number (W, then nine digits or letters). */
export const rna = {
  id: 'rna',
  detect: (h) => h.has('titre') && h.has('adrs codeinsee') && h.has('position'),
  apply: (table) => ({
    ...withColumns(markGone(withoutPersons(table)), {
      rna: (cell) => cell('id'),
      adresse: (cell) => ['adrs_numvoie', 'adrs_repetition', 'adrs_typevoie', 'adrs_libvoie'].map(cell).filter(Boolean).join(' '),
      'type d’acteur': (cell) => kindOf(cell('titre')),
      source: () => 'RNA',
    }),
    records: 'acteurs',
    fields: {
      id: 'id',
      rna: 'rna',
      siret: 'siret',
      titre: 'name',
      titre_court: 'acronym',
      objet: null,
      adresse: 'address',
      adrs_codeinsee: 'communeCode',
      adrs_codepostal: 'postcode',
      adrs_libcommune: 'communeName',
      'type d’acteur': 'kind',
      maj_time: 'updatedOn',
      source: 'origin',
    },
  }),
} as const satisfies Shape;
