/**
 * Writes data/demonstration/44/*.csv in our own exchange format from the fact tables of Loire-Atlantique, with the
 * domain codes corrected (see data/README.md). npx tsx scripts/data/demonstration.ts ../shared/facts
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import { terms } from '../../src/import/terms';
import { csvCell } from '../../src/model/csv';

type Row = Record<string, string>;
const facts = process.argv[2] ?? '../shared/facts';
const out = 'data/demonstration/44';
const read = (name: string): Row[] =>
  Papa.parse<Row>(readFileSync(join(facts, 'demo-44', name), 'utf8'), { header: true, skipEmptyLines: true }).data;
mkdirSync(out, { recursive: true });

function write(name: string, columns: readonly string[], rows: readonly Row[]): void {
  const lines = [columns, ...rows.map((r) => columns.map((c) => r[c] ?? ''))].map((cells) =>
    cells.map((c) => csvCell(c, ',')).join(','),
  );
  writeFileSync(join(out, name), `${lines.join('\n')}\n`);
  console.log(`${name} : ${rows.length} lignes`);
}

const schemes = read('dispositifs.csv');
const schemesOf = (actorId: string) => schemes.filter((s) => s['acteur_id'] === actorId).map((s) => s['nom']!);

/** Kinds that stay at commune precision are told from what the actor does, not from its broad category. */
function kindOf(actor: Row): string {
  const names = [actor['nom']!, ...schemesOf(actor['id']!)].join(' ').toLowerCase();
  if (actor['categorie'] === 'hebergement') return 'chrs';
  if (actor['categorie'] === 'protection-enfance') {
    if (names.includes('non accompagn')) return 'mna';
    return /mère-enfant|parents avec enfant/.test(names) ? 'centre-parental' : 'protection-enfance';
  }
  const kind = terms.kind(actor['categorie']!);
  if (kind === null) throw new Error(`catégorie sans correspondance : ${actor['categorie']} (${actor['id']})`);
  return kind;
}

/** Domain corrections: what is not an offer of the domain does not count as coverage of it. Name of scheme → domains. */
const corrections: Readonly<Record<string, string>> = {
  "Accueil et accompagnement en protection de l'enfance": 'suivi',
  'Accueil de mineurs non accompagnés': 'suivi',
  "Accueil provisoire de jeune majeur (aide sociale à l'enfance)": 'suivi',
  "Entretien et projet d'accès à l'autonomie (aide sociale à l'enfance)": 'suivi',
  'Animation et accompagnement socio-éducatif de proximité': 'suivi',
  'Information des jeunes : droits, logement, études, emploi': 'droits',
  'Conseil juridique sur le logement': 'droits',
  'Prestations et aides au logement de la Caf': 'droits',
  'Droits liés au handicap': 'droits',
  'Protection sociale agricole : droits santé et prestations': 'droits',
  "Ouverture des droits à l'assurance maladie": 'droits',
  'Information et accès aux droits': 'droits',
  'Aide à la gestion du budget': 'droits',
  'Aide alimentaire et matérielle': 'droits',
  'Bourses et aides aux étudiants': 'droits',
  'Logement étudiant': 'droits',
};

/** Need corrections: opening rights to health insurance is a step with an administration, no place of care. */
const needCorrections: Readonly<Record<string, string>> = {
  "Ouverture des droits à l'assurance maladie": 'demarches',
  'Protection sociale agricole : droits santé et prestations': 'demarches',
};

const actors = read('acteurs.csv');
write(
  'acteurs.csv',
  [
    'id',
    'nom',
    'sigle',
    'categorie',
    'siren',
    'siret',
    'finess',
    'adresse',
    'code_insee',
    'commune',
    'lon',
    'lat',
    'precision',
    'verification',
    'source',
    'annee_source',
    'note',
  ],
  actors.map((a) => ({
    ...a,
    categorie: kindOf(a),
    verification: 'a-verifier',
    note: a['id'] === 'entraide-pupilles' ? "ADEPAPE probable d'après le nom, non confirmée." : '',
  })),
);

const isFromMemory = (s: Row) => s['age_min'] !== '' && !s['source']!.includes('L.222-5');
write(
  'dispositifs.csv',
  [
    'id',
    'acteur_id',
    'nom',
    'domaines',
    'besoins',
    'dedie',
    'publics',
    'age_min',
    'age_max',
    'places',
    'zone',
    'verification',
    'a_verifier',
    'source',
    'annee_source',
  ],
  schemes.map((s) => ({
    ...s,
    domaines: corrections[s['nom']!] ?? s['domaine']!,
    besoins: needCorrections[s['nom']!] ?? s['besoin']!,
    publics: /mère-enfant|parents avec enfant/.test(s['nom']!) ? 'parents' : s['dedie'] === 'ase' ? 'ase' : '',
    verification: 'a-verifier',
    a_verifier: isFromMemory(s) ? 'service|ages' : 'service',
  })),
);

write(
  'partenariats.csv',
  ['source_id', 'cible_id', 'nature', 'montant_eur', 'annee', 'statut', 'constat', 'preuve'],
  read('partenariats.csv').map((p) => ({ ...p, statut: 'existant', constat: 'constaté' })),
);

// The sources are lists of the whole département: every unit was looked at, none can be held complete.
write(
  'territoires.csv',
  ['code', 'nom', 'domaine', 'recensement', 'recense_par', 'recense_le', 'liste_controle'],
  ['sante', 'logement', 'emploi', 'mentorat', 'droits', 'suivi'].map((domaine) => ({
    code: '44',
    nom: 'Loire-Atlantique',
    domaine,
    recensement: 'partiel',
    recense_par: 'Maillage (démonstration)',
    recense_le: '',
    liste_controle: 'DILA 2016, SCDL 2009-2018, jaune 2010, i-milo 2023, FINESS 2026',
  })),
);
