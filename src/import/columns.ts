import { parseNumber } from '../model/values';
import { normalise } from '../model/words';
import { departementOf, findDepartement } from '../territory/departements';
import { isPersonalColumn } from './personal';

/**
 * Every field a column can feed, with the headings known for it (compared without case, accents, punctuation). The
 * first heading is the column name of our own exchange files.
 */
export const fields = {
  id: ['id', 'identifiant'],
  actorId: ['acteur_id', 'id_acteur', 'structure_id', 'porteur_id'],
  name: [
    'nom',
    'name',
    'nom_structure',
    'structure',
    'raison_sociale',
    'raison_sociale_etablissement',
    'denomination',
    'nom_officiel',
    'nom_de_la_structure',
    'libelle',
    'intitule',
    'association',
    'organisme',
    'etablissement',
    'nom_etablissement',
    'rs',
  ],
  sourceKey: ['cle_source'],
  parentKey: ['parent_id', 'id_parent'],
  parentName: ['parent_name', 'entite_juridique', 'organisme_gestionnaire', 'nom_entite_juridique'],
  parentSiren: ['siren_gestionnaire'],
  parentFiness: ['finess_ej', 'nofinessej', 'numero_finess_ej'],
  actorName: ['acteur', 'acteur_nom', 'porteur', 'gestionnaire', 'structure_porteuse', 'nom_porteur'],
  schemeName: ['dispositif', 'nom_dispositif', 'service', 'nom_service', 'action', 'nom_action', 'offre'],
  acronym: ['sigle', 'acronyme'],
  kind: ['categorie', 'type_acteur', 'type_structure', 'typologie', 'categorie_acteur', 'type_de_structure'],
  status: ['statut_juridique', 'forme_juridique'],
  siren: ['siren', 'numero_siren', 'n_siren'],
  siret: ['siret', 'numero_siret', 'n_siret'],
  rna: ['rna', 'numero_rna'],
  finess: ['finess', 'numero_finess', 'nofinesset', 'n_finess', 'finess_et'],
  network: ['reseau', 'reseaux', 'federation'],
  address: [
    'adresse',
    'adresse_complete',
    'adresse_postale',
    'rue',
    'voie',
    'adresse1',
    'address',
    'ligne_adresse',
    'streetaddress',
  ],
  postcode: ['code_postal', 'cp', 'codepostal', 'postal_code', 'postalcode', 'postcode', 'post_code', 'zip'],
  departement: ['departement_code', 'code_departement', 'departement', 'dep', 'code_dep'],
  communeCode: [
    'code_insee',
    'insee',
    'code_commune',
    'codeinsee',
    'code_commune_insee',
    'depcom',
    'insee_com',
    'com',
    'codgeo',
    'commune_insee',
  ],
  communeName: ['commune', 'ville', 'nom_commune', 'localite', 'city', 'libelle_commune', 'libcom', 'addresslocality'],
  lon: ['lon', 'longitude', 'lng', 'long', 'x', 'coord_x', 'longitude_wgs84', 'long_coor1'],
  lat: ['lat', 'latitude', 'y', 'coord_y', 'latitude_wgs84', 'lat_coor1'],
  latLon: [
    'pointgeo',
    'geo_point_2d',
    'geopoint',
    'coordonnees',
    'coords',
    'coordonnees_gps',
    'gps',
    'geom',
    'geometry',
    'wkt',
    'position',
  ],
  crs: ['crs', 'epsg', 'projection', 'systeme_coordonnees'],
  precision: ['precision', 'precision_position'],
  type: ['type', 'type_dispositif', 'type_service', 'nature_service'],
  domains: ['domaines', 'domaine', 'domaine_intervention', 'thematique', 'thematiques'],
  needs: ['besoins', 'besoin'],
  fights: ['combats', 'combat'],
  publics: ['publics', 'public', 'public_cible', 'publics_cibles'],
  dedication: ['dedie', 'dedie_a', 'public_dedie'],
  ageMin: ['age_min', 'age_minimum', 'age_mini'],
  ageMax: ['age_max', 'age_maximum', 'age_maxi'],
  places: ['places', 'nb_places', 'nombre_de_places', 'capacite', 'capacite_totale', 'nombre_places'],
  placesForAse: ['places_ase', 'places_reservees_ase'],
  occupancy: ['occupation', 'taux_occupation'],
  zone: ['zone', 'zone_eligibilite', 'zone_intervention', 'zones'],
  mode: ['mode', 'mode_accueil', 'modes_accueil'],
  funders: ['financeurs'],
  fundingKinds: ['types_financement', 'type_financement'],
  opensOn: ['date_ouverture', 'ouverture'],
  closesOn: ['date_fermeture', 'fermeture'],
  fundingEndsOn: ['fin_financement'],
  closed: ['ferme', 'ferme_definitivement'],
  verification: ['verification'],
  toVerify: ['a_verifier'],
  origin: ['source', 'origine', 'source_donnee'],
  originYear: ['annee_source', 'millesime'],
  updatedOn: ['date_maj', 'date_modification', 'maj', 'derniere_maj'],
  note: ['note', 'remarque', 'remarques', 'commentaire', 'observations'],
  fromId: ['source_id', 'from_id', 'acteur_source_id', 'id_source'],
  toId: ['cible_id', 'to_id', 'acteur_cible_id', 'id_cible'],
  fromName: [
    'financeur',
    'attribuant',
    'nom_attribuant',
    'acteur_source',
    'source_nom',
    'de',
    'from',
    'nomattribuant',
    'nom_de_l_attribuant',
  ],
  toName: [
    'beneficiaire',
    'nom_beneficiaire',
    'acteur_cible',
    'cible_nom',
    'vers',
    'to',
    'attributaire',
    'partenaire',
    'nombeneficiaire',
    'nom_du_beneficiaire',
  ],
  fromKind: ['financeur_type', 'type_financeur'],
  fromSiren: [
    'financeur_siren',
    'siren_financeur',
    'id_attribuant',
    'idattribuant',
    'identification_de_l_attribuant',
    'groupement_siren',
  ],
  toSiren: [
    'beneficiaire_siren',
    'siren_beneficiaire',
    'id_beneficiaire',
    'idbeneficiaire',
    'siret_beneficiaire',
    'identification_du_beneficiaire',
    'adhesion_siren',
    'membre_siren',
  ],
  nature: ['nature', 'nature_lien', 'nature_du_lien', 'type_lien'],
  intensity: ['intensite'],
  tieStatus: ['statut', 'statut_lien'],
  stated: ['constat', 'constate'],
  direction: ['sens', 'direction'],
  confirmation: ['confirmation', 'confirme_par', 'declare_par'],
  amount: ['montant_eur', 'montant', 'montant_euros', 'montant_subvention', 'montant_total_de_la_subvention'],
  year: ['annee', 'exercice', 'annee_budgetaire', 'dateconvention', 'date_convention', 'date_de_la_convention_de_subvention'],
  document: ['document', 'convention'],
  startsOn: ['debut', 'date_debut'],
  endsOn: ['fin', 'date_fin', 'echeance'],
  proof: ['preuve', 'justificatif', 'objet', 'objet_de_la_subvention'],
  nextAction: ['prochaine_action', 'action_suivante'],
  nextActionOn: ['prochaine_action_le', 'date_prochaine_action'],
  unitCode: ['code', 'code_epci', 'epci', 'siren_epci'],
  sector: [
    'secteur',
    'utas',
    'mds',
    'bassin',
    'circonscription',
    'secteur_action_sociale',
    'territoire_action_sociale',
    'nom_secteur',
    'udass',
    'maison_des_solidarites',
  ],
  unitName: ['intercommunalite', 'nom_epci', 'libelle_epci', 'libepci', 'territoire', 'nom_territoire'],
  // INSEE names its column by the year of the census: P22_POP1824.
  young1824: [
    ...Array.from({ length: 25 }, (_, i) => `p${String(i + 10)}_pop1824`),
    'pop_18_24',
    'pop1824',
    'population_18_24',
    'population_18_24_ans',
    'jeunes_18_24',
    'jeunes_18_24_ans',
  ],
  iris: ['iris', 'code_iris'],
  youngAse: [
    'jeunes_ase',
    'nb_jeunes_ase',
    'nombre_jeunes_ase',
    'jeunes_suivis_ase',
    'jeunes_confies_ase',
    'jeunes_majeurs_ase',
    'effectif_ase',
    'apjm',
  ],
  youngPjj: ['jeunes_pjj', 'nb_jeunes_pjj', 'nombre_jeunes_pjj', 'jeunes_suivis_pjj', 'effectif_pjj'],
  fromCommune: ['commune_origine', 'code_origine'],
  toCommune: ['commune_destination', 'code_destination'],
  travelMinutes: ['duree_minutes', 'temps_minutes'],
  extraMinutes: ['minutes_supplementaires'],
  ages: ['ages', 'age', 'tranche_age', 'tranche_d_age'],
  censusState: ['recensement', 'etat_recensement'],
  censusBy: ['recense_par'],
  censusOn: ['recense_le'],
  censusList: ['liste_controle'],
} as const satisfies Record<string, readonly string[]>;

export type FieldId = keyof typeof fields;
export const fieldIds = Object.keys(fields) as readonly FieldId[];

const byHeading: ReadonlyMap<string, FieldId> = new Map(
  // Reversed: the first field to claim a heading keeps it.
  [...fieldIds].reverse().flatMap((id) => fields[id].map((heading): [string, FieldId] => [normalise(heading), id])),
);

export interface ColumnGuess {
  readonly index: number;
  readonly header: string;
  readonly field: FieldId | null;
  /** Why: heading known, content recognised, format recognised, chosen by the user; left aside as personal data; null: left aside. */
  readonly reason: 'name' | 'content' | 'format' | 'chosen' | 'personal' | null;
  /** First non-empty values, at most three. */
  readonly samples: readonly string[];
}

const share = (values: readonly string[], test: (v: string) => boolean) =>
  values.length === 0 ? 0 : values.filter(test).length / values.length;
const isBetween = (v: string, low: number, high: number) => {
  const n = parseNumber(v);
  return n !== null && n >= low && n <= high && !/^[+-]?\d+$/.test(v.trim());
};

/** Fields whose values can be told from their shape, most telling first; tested on the non-empty values of a column. */
const shapes: readonly { readonly field: FieldId; readonly isLikely: (values: readonly string[]) => boolean }[] = [
  { field: 'siret', isLikely: (v) => share(v, (x) => /^\d{14}$/.test(x.replace(/\s/g, ''))) > 0.8 },
  { field: 'siren', isLikely: (v) => share(v, (x) => /^\d{3} ?\d{3} ?\d{3}$/.test(x)) > 0.8 },
  { field: 'lat', isLikely: (v) => share(v, (x) => isBetween(x, 41, 51.6)) > 0.9 },
  { field: 'lon', isLikely: (v) => share(v, (x) => isBetween(x, -5.5, 10)) > 0.9 && share(v, (x) => /[.,]\d{3}/.test(x)) > 0.5 },
  {
    field: 'communeCode',
    isLikely: (v) =>
      share(v, (x) => /^(\d{5}|2[AB]\d{3})$/.test(x) && findDepartement(departementOf(x)) !== null && !x.endsWith('0')) > 0.9,
  },
];

/** What is known of the columns before guessing. */
export interface ColumnHints {
  /** By heading, from a recognised format; null: no field. */
  readonly format?: Readonly<Record<string, FieldId | null>>;
  /** By index, from the user; null: left aside. */
  readonly chosen?: Readonly<Record<number, FieldId | null>>;
}

/** The field a heading names: whole, or the last part of a JSON path ("fields.name"), without the prefix "c_" of some exports. */
const fieldOfHeading = (heading: string): FieldId | undefined =>
  byHeading.get(normalise(heading)) ?? byHeading.get(normalise(heading.split('.').at(-1) ?? '').replace(/^c /, ''));

/**
 * A guess for each column: the user's choice, then the format's, then the heading, then the content; a field is
 * given once.
 */
export function guessColumns(
  header: readonly string[],
  rows: readonly (readonly string[])[],
  { format = {}, chosen = {} }: ColumnHints = {},
): ColumnGuess[] {
  const taken = new Set<FieldId>(Object.values(chosen).filter((f) => f !== null));
  const valuesOf = (index: number) => rows.map((r) => (r[index] ?? '').trim()).filter((v) => v !== '');
  const claim = (field: FieldId | null | undefined, reason: 'name' | 'content' | 'format') => {
    if (!field || taken.has(field)) return null;
    taken.add(field);
    return { field, reason } as const;
  };
  const isSettled = (h: string, index: number) => index in chosen || h in format;
  const byFormat = header.map((h, index) => (index in chosen ? null : claim(format[h], 'format')));
  const byName = header.map((h, index) => (isSettled(h, index) ? null : claim(fieldOfHeading(h), 'name')));
  return header.map((h, index): ColumnGuess => {
    const values = valuesOf(index);
    const base = { index, header: h, samples: values.slice(0, 3) };
    if (index in chosen) return { ...base, field: chosen[index] ?? null, reason: 'chosen' };
    const likely = () =>
      h in format ? null : claim(shapes.find((s) => !taken.has(s.field) && s.isLikely(values))?.field, 'content');
    const guess = byFormat[index] ?? byName[index] ?? likely();
    if (!guess && isPersonalColumn(h, values)) return { ...base, samples: [], field: null, reason: 'personal' };
    return { ...base, field: guess?.field ?? null, reason: guess?.reason ?? null };
  });
}
