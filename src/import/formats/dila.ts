import type { Format, Table } from '../table';
import { findObjects, flatten, isObject, type Json } from './json';

const one = (o: ReadonlyMap<string, string>, ...paths: string[]) => paths.map((p) => o.get(p) ?? '').find((v) => v !== '') ?? '';

const kinds: Readonly<Record<string, string>> = {
  mission_locale: 'mission-locale',
  caf: 'caf',
  cpam: 'cpam',
  msa: 'msa',
  maison_handicapees: 'mdph',
  pole_emploi: 'france-travail',
  cap_emploi: 'emploi-insertion',
  france_services: 'acces-droits',
  msap: 'acces-droits',
  afpa: 'formation',
  cio: 'orientation',
  crous: 'crous',
  cidf: 'acces-droits',
  pif: 'acces-droits',
  cij: 'information-jeunesse',
  ars: 'ars',
  ars_antenne: 'ars',
  ddcs: 'etat',
  ddcspp: 'etat',
  cg: 'conseil-departemental',
  epci: 'epci',
  mairie: 'commune',
  prefecture: 'etat',
  pmi: 'sante-prevention',
};
const domains: Readonly<Record<string, string>> = {
  mission_locale: 'emploi',
  pole_emploi: 'emploi',
  cap_emploi: 'emploi',
  afpa: 'emploi',
  cio: 'emploi',
  epide: 'emploi',
  crous: 'logement',
  pmi: 'sante',
  caf: 'droits',
  cpam: 'droits',
  msa: 'droits',
  maison_handicapees: 'droits',
  france_services: 'droits',
  msap: 'droits',
  cidf: 'droits',
  pif: 'droits',
  cij: 'droits',
};

/** Communes served (pivot): the competence zone, which makes eligibility. */
function zoneOf(record: Json): string {
  const pivots = Array.isArray(record['pivot']) ? record['pivot'].filter(isObject) : [];
  return pivots.flatMap((p) => (Array.isArray(p['code_insee_commune']) ? p['code_insee_commune'] : [])).join('|');
}

const header = [
  'id',
  'nom',
  'type',
  'type d’acteur',
  'domaines',
  'adresse',
  'code commune',
  'code postal',
  'commune',
  'longitude',
  'latitude',
  'zone',
  'siret',
  'id parent',
  'nom parent',
  'date de mise à jour',
  'source',
];

/** Of several addresses (postal, of the desk), the one that has a point comes first. */
function withPlacedAddress(record: Json): Json {
  const list = record['adresse'];
  const placed: unknown = Array.isArray(list) ? list.find((a) => isObject(a) && a['longitude']) : undefined;
  return placed === undefined ? record : { ...record, adresse: [placed] };
}

function readRecord(record: Json): string[] {
  const flat = flatten(withPlacedAddress(record));
  const type = one(flat, 'type', 'pivot.type_service_local');
  const streets = record['writeAddress'];
  const street =
    isObject(streets) && Array.isArray(streets['streetAddress'])
      ? streets['streetAddress'].join(', ')
      : one(flat, 'adresse.numero_voie', 'streetAddress');
  return [
    one(flat, 'id'),
    one(flat, 'nom', 'name'),
    type,
    kinds[type] ?? '',
    domains[type] ?? '',
    street,
    one(flat, 'codeinsee'),
    one(flat, 'writeAddress.postalCode', 'adresse.code_postal', 'postalCode'),
    one(flat, 'writeAddress.addressLocality', 'adresse.nom_commune', 'addressLocality'),
    one(flat, 'longitude', 'adresse.longitude'),
    one(flat, 'latitude', 'adresse.latitude'),
    zoneOf(record),
    one(flat, 'siret'),
    one(flat, 'parent_id'),
    one(flat, 'parent_name'),
    one(flat, 'update', 'date_modification'),
    'DILA, annuaire de l’administration',
  ];
}

const isDila = (o: Json) => 'writeAddress' in o || ('pivot' in o && 'adresse' in o) || ('editeursource' in o && 'codeinsee' in o);

/** Directory of public services (DILA): JSON or one object per line; communes served become the eligibility zone. */
export const dila = {
  id: 'dila-annuaire',
  extensions: ['json', 'sjson', 'ndjson'],
  detect: ({ json }) => findObjects(json).slice(0, 20).some(isDila),
  read({ json }): Table {
    return {
      header,
      rows: findObjects(json).map((o, i) => ({ row: i + 1, cells: readRecord(o) })),
      delimiter: null,
      records: 'lieux',
      fields: {
        id: 'sourceKey',
        nom: 'name',
        type: 'type',
        'type d’acteur': 'kind',
        domaines: 'domains',
        adresse: 'address',
        'code commune': 'communeCode',
        'code postal': 'postcode',
        commune: 'communeName',
        longitude: 'lon',
        latitude: 'lat',
        zone: 'zone',
        siret: 'siret',
        'id parent': 'parentKey',
        'nom parent': 'parentName',
        'date de mise à jour': 'updatedOn',
        source: 'origin',
      },
    };
  },
} as const satisfies Format;
