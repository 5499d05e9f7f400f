import { finessCategories } from '../reference/finess';
import type { Format, Table } from '../table';
import { isObject, type Json } from './json';

/** A member whatever its case: the flux spells `informationsGeneralesPMEJ` where its schema says `…Pmej`. */
function get(value: unknown, key: string): unknown {
  if (!isObject(value)) return undefined;
  if (key in value) return value[key];
  const found = Object.keys(value).find((k) => k.toLowerCase() === key.toLowerCase());
  return found === undefined ? undefined : value[found];
}
const text = (value: unknown): string =>
  value === null || value === undefined || typeof value === 'object' ? '' : String(value).trim();
const list = (value: unknown): readonly Json[] => (Array.isArray(value) ? value.filter(isObject) : []);
/** A code given bare or as `{ code }`. */
const codeOf = (value: unknown): string => text(isObject(value) ? get(value, 'code') : value);

const header = [
  'numFinessEge',
  'nom',
  'catégorie',
  'type d’acteur',
  'domaines',
  'siret',
  'adresse',
  'cogCommune',
  'coordonneeX',
  'coordonneeY',
  'fermé',
  'date de mise à jour',
  'numFinessPm',
  'entité juridique',
  'siren de l’entité',
  'source',
];

interface Owner {
  readonly finess: string;
  readonly name: string;
  readonly siren: string;
}

function readSite(ege: Json, owner: Owner): string[] {
  const info = get(ege, 'informationsGeneralesEGE');
  // The last address is the one in use where several are kept; the place of practice is coded 03.
  const addresses = list(get(ege, 'adresse'));
  const address = addresses.find((a) => text(get(a, 'usageAdresse')) === '03') ?? addresses.at(-1);
  const point = get(address, 'coordonneesGeographique');
  const category = codeOf(get(ege, 'categorieentiteGeographiqueExercice'));
  const [kind = '', ...domains] = finessCategories[category] ?? [];
  const state = text(get(ege, 'etatObjet'));
  return [
    text(get(info, 'numFinessEge')),
    text(get(info, 'nomEgeLong')) || text(get(info, 'nomEgeCourt')),
    category,
    kind,
    domains.join('|'),
    text(get(info, 'siret')),
    [text(get(address, 'ligneQuatre')), text(get(address, 'codePostal')), text(get(address, 'ligneAcheminement'))]
      .filter(Boolean)
      .join(' '),
    text(get(address, 'cogCommune')),
    text(get(point, 'coordonneeX')),
    text(get(point, 'coordonneeY')),
    state === '' || state === 'A' ? '' : 'oui',
    text(get(ege, 'dateDerniereMaj')),
    owner.finess,
    owner.name,
    owner.siren,
    'FINESS',
  ];
}

/** FINESS+ (2026), nested JSON: a row per establishment (`ege`); its legal entity is an actor tied to it. */
export const finess2026 = {
  id: 'finess-2026',
  extensions: ['json'],
  detect: ({ json }) => isObject(json) && Array.isArray(get(json, 'pmej')),
  read({ json }): Table {
    const rows = list(get(json, 'pmej')).flatMap((pm) => {
      const info = get(pm, 'informationsGeneralesPMEJ');
      const owner = {
        finess: text(get(info, 'numFinessPm')),
        name: text(get(info, 'denominationLonguePmSmsse')) || text(get(info, 'denominationPm')),
        siren: text(get(info, 'siren')),
      };
      return list(get(pm, 'ege')).map((ege) => readSite(ege, owner));
    });
    return {
      header,
      rows: rows.map((cells, i) => ({ row: i + 1, cells })),
      delimiter: null,
      records: 'lieux',
      fields: {
        numFinessEge: 'finess',
        nom: 'name',
        catégorie: 'type',
        'type d’acteur': 'kind',
        domaines: 'domains',
        siret: 'siret',
        adresse: 'address',
        cogCommune: 'communeCode',
        coordonneeX: 'lon',
        coordonneeY: 'lat',
        fermé: 'closed',
        'date de mise à jour': 'updatedOn',
        numFinessPm: 'parentFiness',
        'entité juridique': 'parentName',
        'siren de l’entité': 'parentSiren',
        source: 'origin',
      },
    };
  },
} as const satisfies Format;
