import { parseList } from '../../model/values';
import { normalise } from '../../model/words';
import type { FieldId } from '../columns';
import { domainsOfThemes, publicsByWord } from '../reference/themes';
import { type Shape, type Table, withColumns } from '../table';

const domainsOf = (themes: string) => domainsOfThemes(parseList(themes)).join('|');
const publicsOf = (words: string) =>
  [
    ...new Set(
      parseList(words)
        .map((w) => publicsByWord[w])
        .filter((w) => w !== undefined),
    ),
  ].join('|');
/** A service offered remotely only has no place; one offered both ways has. */
const modeOf = (modes: string) => {
  const list = parseList(modes);
  return list.length === 1 && list[0] === 'a-distance' ? 'distance' : list.length > 0 ? 'presentiel' : '';
};
/** v0 states one code; v1 a list. A country is a zone of all communes. */
const zoneOf = (zone: string) =>
  parseList(zone)
    .map((code) => (code === '99100' || code === 'pays' ? 'france' : code))
    .join('|');

/** Rows that the official template marks as examples or explanations. */
const markIgnored = (table: Table): Table => {
  const at = table.header.indexOf('__ignore__');
  if (at < 0) return table;
  return {
    ...table,
    rows: table.rows.map((r) =>
      /^(true|vrai|oui|1)$/i.test((r.cells[at] ?? '').trim()) ? { ...r, outcome: 'ignored' as const } : r,
    ),
  };
};

const common: Readonly<Record<string, FieldId | null>> = {
  id: 'id',
  nom: 'name',
  adresse: 'address',
  commune: 'communeName',
  code_postal: 'postcode',
  code_insee: 'communeCode',
  longitude: 'lon',
  latitude: 'lat',
  date_maj: 'updatedOn',
  source: 'origin',
  siret: 'siret',
  rna: 'rna',
  telephone: null,
  courriel: null,
  contact_nom_prenom: null,
  description: null,
};

/** data·inclusion, structures v0 and v1 (the column names tell the version): actors with their place. */
export const dataInclusionStructures = {
  id: 'data-inclusion-structures',
  detect: (h) =>
    h.has('id') &&
    h.has('nom') &&
    !h.has('structure id') &&
    (h.has('reseaux porteurs') || h.has('typologie') || h.has('labels nationaux') || h.has('accessibilite lieu')),
  apply: (table) => ({
    ...markIgnored(table),
    records: 'acteurs',
    fields: { ...common, reseaux_porteurs: 'network', labels_nationaux: 'network', typologie: null, thematiques: null },
  }),
} as const satisfies Shape;

/** data·inclusion, services v0 and v1: schemes of a structure, themes and publics translated in columns of their own. */
export const dataInclusionServices = {
  id: 'data-inclusion-services',
  detect: (h) => h.has('structure id') && h.has('nom') && (h.has('thematiques') || h.has('types') || h.has('zone eligibilite')),
  apply: (table) => ({
    ...withColumns(markIgnored(table), {
      'domaines (d’après thematiques)': (cell) => domainsOf(cell('thematiques')),
      'publics (traduits)': (cell) => publicsOf(cell('publics') || cell('profils')),
      'mode (traduit)': (cell) => modeOf(cell('modes_accueil')),
      'zone (traduite)': (cell) => zoneOf(cell('zone_eligibilite') || cell('zone_diffusion_code')),
      'type (premier)': (cell) => cell('type') || (parseList(cell('types'))[0] ?? ''),
    }),
    records: 'dispositifs',
    fields: {
      ...common,
      structure_id: 'actorId',
      siret: null,
      thematiques: null,
      publics: null,
      profils: null,
      modes_accueil: null,
      zone_eligibilite: null,
      zone_diffusion_code: null,
      type: null,
      types: null,
      date_suspension: 'closesOn',
      'domaines (d’après thematiques)': 'domains',
      'publics (traduits)': 'publics',
      'mode (traduit)': 'mode',
      'zone (traduite)': 'zone',
      'type (premier)': 'type',
    },
  }),
} as const satisfies Shape;

/** Headings of a shape are compared as everywhere: without case, accents, punctuation. */
export const headingSet = (table: Table): ReadonlySet<string> => new Set(table.header.map(normalise));
