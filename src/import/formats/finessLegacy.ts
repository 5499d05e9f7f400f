import { finessCategories } from '../reference/finess';
import type { Format, Table } from '../table';
import { finessAddress, overseasCommune } from './finessParts';

/** Fields of a `structureet` line after its type, in the order of the extraction (cs1100502, cs1100507). */
const fields = [
  'nofinesset',
  'nofinessej',
  'rs',
  'rslongue',
  'complrs',
  'compldistrib',
  'numvoie',
  'typvoie',
  'voie',
  'compvoie',
  'lieuditbp',
  'commune',
  'departement',
  'libdepartement',
  'ligneacheminement',
  'telephone',
  'telecopie',
  'categetab',
  'libcategetab',
  'categagretab',
  'libcategagretab',
  'siret',
  'codeape',
  'codemft',
  'libmft',
  'codesph',
  'libsph',
  'dateouv',
  'dateautor',
  'datemaj',
  'numuai',
] as const;
type FinessField = (typeof fields)[number];

const header = [
  'nofinesset',
  'nofinessej',
  'raison sociale',
  'adresse',
  'code commune',
  'commune',
  'catégorie',
  'libellé de catégorie',
  'type d’acteur',
  'domaines',
  'siret',
  'x',
  'y',
  'crs',
  'date de mise à jour',
  'source',
];

interface Located {
  readonly x: string;
  readonly y: string;
  readonly crs: string;
}

/** Projections named in `sourcecoordet`, or bare names of older extractions. */
function crsFrom(words: string): string {
  const code = /EPSG:(\d{4,5})/.exec(words)?.[1];
  if (code) return `EPSG:${code}`;
  return /LAMBERT_?93/i.test(words) ? 'EPSG:2154' : '';
}

function readLine(cells: readonly string[], places: ReadonlyMap<string, Located>): string[] {
  const at = (f: FinessField) => (cells[fields.indexOf(f) + 1] ?? '').trim();
  const place = places.get(at('nofinesset'));
  const [kind = '', ...domains] = finessCategories[at('categetab')] ?? [];
  const line = at('ligneacheminement')
    .replace(/^\d{5}\s*/, '')
    .replace(/\s*CEDEX.*$/i, '');
  return [
    at('nofinesset'),
    at('nofinessej'),
    at('rslongue') || at('rs'),
    finessAddress(at('numvoie'), at('typvoie'), at('voie'), at('ligneacheminement')),
    overseasCommune(at('departement'), at('commune')),
    line,
    at('categetab'),
    at('libcategetab'),
    kind,
    domains.join('|'),
    at('siret'),
    place?.x ?? '',
    place?.y ?? '',
    place?.crs ?? '',
    at('datemaj'),
    'FINESS',
  ];
}

/** FINESS, extraction in two kinds of lines without header: establishments, then their coordinates, joined on the number. */
export const finessLegacy = {
  id: 'finess-etalab',
  extensions: ['csv'],
  detect: ({ text }) =>
    /^(finess;|"?finess"?;etalab|structureet;)/i.test(text) && /(^|\n)"?structureet"?;/.test(text.slice(0, 20_000)),
  read({ text }): Table {
    const lines = text.split(/\r?\n/).map((l) => l.split(';').map((c) => c.replace(/^"|"$/g, '')));
    const places = new Map(
      lines
        .filter((l) => l[0] === 'geolocalisation')
        .map((l): [string, Located] => [l[1] ?? '', { x: l[2] ?? '', y: l[3] ?? '', crs: crsFrom(l.slice(4).join(' ')) }]),
    );
    const rows = lines.flatMap((cells, i) => {
      if (cells[0] === 'structureet') return [{ row: i + 1, cells: readLine(cells, places) }];
      // Coordinates belong to an establishment above: not a record of their own.
      return cells[0] === 'geolocalisation' ? [{ row: i + 1, cells: [cells[1] ?? ''], outcome: 'merged' as const }] : [];
    });
    return {
      header,
      rows,
      delimiter: ';',
      records: 'lieux',
      fields: {
        nofinesset: 'finess',
        nofinessej: 'parentFiness',
        'raison sociale': 'name',
        adresse: 'address',
        'code commune': 'communeCode',
        commune: 'communeName',
        catégorie: null,
        'libellé de catégorie': 'type',
        'type d’acteur': 'kind',
        domaines: 'domains',
        siret: 'siret',
        x: 'lon',
        y: 'lat',
        crs: 'crs',
        'date de mise à jour': 'updatedOn',
        source: 'origin',
      },
    };
  },
} as const satisfies Format;
