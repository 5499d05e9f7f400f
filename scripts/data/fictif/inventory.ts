import { seededRandom } from '../../../src/analysis/random';
import type { DomainId } from '../../../src/model/domains';
import type { ActorKind, Dedication, Nature } from '../../../src/model/lists';
import { fictional } from '../../../src/territory/departements';
import type { TerritoryFile } from '../../../src/territory/territory';
import { epciCode } from './land';

export type Row = Record<string, string>;

interface Offer {
  readonly kind: ActorKind;
  /** Name of the actor, before its town. */
  readonly actor: string;
  readonly scheme: string;
  readonly type: string;
  readonly needs: string;
  readonly dedication: Dedication;
  /** Fewest and most places; absent: offers of the kind state none. */
  readonly places?: readonly [number, number];
}

const offers: Readonly<Record<DomainId, readonly Offer[]>> = {
  sante: [
    offer(
      'sante-mentale-addictions',
      'Centre fictif Les Nuées',
      'Consultations fictives pour jeunes',
      'consultation',
      'soins',
      'jeunes',
    ),
    offer('maison-adolescents', 'Maison fictive des adolescents', 'Accueil fictif et écoute', 'consultation', 'soins', 'jeunes'),
    offer(
      'sante-prevention',
      'Association fictive Prends Soin',
      'Bilan de santé fictif',
      'bilan',
      'soins|demarches',
      'droit-commun',
    ),
  ],
  logement: [
    offer('habitat-jeunes', 'Résidence fictive Le Phare', 'Logement fictif en résidence', 'FJT', 'logement', 'jeunes', [18, 70]),
    offer(
      'logement-insertion',
      'Association fictive Un Toit Feint',
      'Colocation fictive accompagnée',
      'ALT',
      'logement',
      'ase',
      [4, 16],
    ),
    offer(
      'hebergement',
      'Halte fictive du Val',
      'Hébergement fictif temporaire',
      'ALT',
      'logement|demarches',
      'droit-commun',
      [6, 24],
    ),
  ],
  emploi: [
    offer(
      'mission-locale',
      'Mission locale fictive',
      "Contrat d'engagement fictif",
      'CEJ',
      'emploi|ressources',
      'jeunes',
      [40, 160],
    ),
    offer(
      'emploi-insertion',
      'Chantier fictif La Fabrique',
      "Chantier d'insertion fictif",
      'ACI',
      'emploi',
      'droit-commun',
      [8, 24],
    ),
    offer('formation', 'École fictive du Rebond', 'Remobilisation fictive', 'formation', 'emploi', 'jeunes', [12, 40]),
  ],
  mentorat: [
    offer('parrainage-mentorat', 'Association fictive Le Tremplin du Val', 'Mentorat fictif', 'mentorat', '', 'ase', [10, 45]),
    offer('entraide-pairs', 'Entraide fictive des Anciens', 'Pair-aidance fictive', 'entraide', 'socio-educatif', 'ase', [8, 25]),
  ],
  droits: [
    offer('acces-droits', 'Point-droit fictif', 'Ouverture fictive des droits', 'droits', 'ressources|demarches', 'droit-commun'),
    offer('solidarite', 'Épicerie fictive Le Panier', 'Aide alimentaire fictive', 'aide', 'ressources', 'droit-commun'),
  ],
  suivi: [
    offer(
      'mecs',
      "Maison d'enfants fictive Les Mouettes",
      'Suite fictive après 18 ans',
      'suite',
      'socio-educatif',
      'ase',
      [4, 14],
    ),
    offer('protection-enfance', 'Service fictif Grandir', "Accompagnement fictif vers l'autonomie", 'suite', '', 'ase', [6, 20]),
  ],
};

function offer(
  kind: ActorKind,
  actor: string,
  scheme: string,
  type: string,
  needs: string,
  dedication: Dedication,
  places?: readonly [number, number],
): Offer {
  return { kind, actor, scheme, type, needs, dedication, ...(places ? { places } : {}) };
}

/** Schemes of each domain in each EPCI, in the order of the chief towns: plenty in one, none in another. */
const counts: Readonly<Record<DomainId, readonly number[]>> = {
  sante: [11, 6, 3, 3, 3, 0, 0],
  logement: [12, 8, 1, 5, 2, 5, 1],
  emploi: [9, 7, 3, 3, 2, 3, 1],
  mentorat: [7, 4, 0, 2, 0, 2, 1],
  droits: [3, 2, 1, 1, 0, 1, 0],
  suivi: [3, 2, 1, 0, 1, 0, 1],
};

/** EPCI (ranks) where an actor of the domain works with child welfare: the chain holds there, and not elsewhere. */
const linked: Readonly<Partial<Record<DomainId, readonly number[]>>> = {
  sante: [0, 3],
  logement: [0, 1],
  emploi: [0, 1, 2, 3],
  mentorat: [0],
};

const handedOn: readonly Nature[] = [
  'orientation',
  'convention',
  'accompagnement-conjoint',
  'reservation-places',
  'mise-a-disposition',
];
const source = { source: 'Données inventées (Maillage)', annee_source: '2026' };
const departement = 'fictif-departement';

/** Bodies that carry no scheme: id, name, kind. */
const bodies: readonly (readonly [string, string, ActorKind])[] = [
  [departement, 'Département fictif du Val', 'conseil-departemental'],
  ['fictif-fondation', 'Fondation fictive Horizon Feint', 'fondation'],
  ['fictif-reseau', 'Fédération fictive des Résidences', 'tete-reseau'],
  ['fictif-siao', 'Plateforme fictive de la Veille sociale', 'siao'],
];

interface Placed {
  readonly id: string;
  readonly domain: DomainId;
  readonly epci: number;
  readonly kind: ActorKind;
}

/** Draws of one seeded generator over the communes of a land. */
function drawsOn({ communes }: TerritoryFile, random: () => number) {
  const near = (value: number) => (value + (random() - 0.5) * 0.016).toFixed(4);
  const placeOf = (k: number): Row => ({
    code_insee: communes.code[k]!,
    commune: communes.name[k]!,
    lon: near(communes.lon[k]!),
    lat: near(communes.lat[k]!),
    precision: 'saisie',
  });
  /** A commune of an EPCI: its chief town half of the time, else one drawn by its inhabitants. */
  const communeIn = (epci: number): number => {
    if (random() < 0.5) return epci;
    const own = communes.code.map((_, k) => k).filter((k) => communes.epci[k] === epci);
    let left = random() * own.reduce((s, k) => s + communes.population[k]! ** 0.6, 0);
    for (const k of own) {
      left -= communes.population[k]! ** 0.6;
      if (left <= 0) return k;
    }
    return epci;
  };
  /** Places and their occupancy, where the source of an offer states them: not always. */
  const placesOf = ({ places: range, dedication }: Offer, n: number): Row => {
    if (!range || random() > 0.82) return {};
    const places = Math.round(range[0] + (range[1] - range[0]) * random() ** 1.6);
    return {
      places: String(places),
      ...(dedication !== 'droit-commun' && n % 4 === 0 ? { places_ase: String(Math.ceil(places / 5)) } : {}),
      ...(n % 4 !== 3 ? { occupation: (0.6 + 0.5 * random()).toFixed(2) } : {}),
    };
  };
  return { placeOf, communeIn, placesOf };
}

const publicsOf: Readonly<Record<Dedication, string>> = {
  ase: 'ase|ex-mna',
  pjj: 'pjj',
  jeunes: 'tous-jeunes',
  'droit-commun': 'tous-publics',
};
const modeOf = (n: number): string => {
  if (n % 19 === 7) return 'mobile';
  return n % 53 === 11 ? 'distance' : 'presentiel';
};

/** Some say whom they serve: care, its EPCI only; others here and there, theirs or everybody. */
function zoneOf(n: number, epci: number, domain: DomainId): Row {
  if (domain === 'sante' || n % 7 === 3) return { zone: epciCode(epci) };
  return n % 9 === 4 ? { zone: fictional.code } : {};
}

/** Everything invented, as rows of the four exchange tables. */
export function inventInventory(land: TerritoryFile): Readonly<Record<string, readonly Row[]>> {
  const { communes } = land;
  const { placeOf, communeIn, placesOf } = drawsOn(land, seededRandom(77));
  const actors: Row[] = bodies.map(([id, nom, categorie]) => ({ id, nom, categorie, ...placeOf(0), ...source }));
  const schemes: Row[] = [];
  const placed: Placed[] = [];
  const addScheme = (actorId: string, domain: DomainId, what: Offer, k: number) => {
    const n = schemes.length;
    const isForAse = what.dedication === 'ase';
    schemes.push({
      id: `${actorId}-d${n + 1}`,
      acteur_id: actorId,
      nom: `${what.scheme}, ${communes.name[k]}`,
      type: what.type,
      domaines: domain,
      besoins: n % 6 === 5 ? '' : what.needs,
      publics: publicsOf[what.dedication],
      dedie: what.dedication,
      age_min: isForAse ? '18' : '16',
      age_max: isForAse ? '21' : '25',
      ...placesOf(what, n),
      ...zoneOf(n, communes.epci[k]!, domain),
      mode: modeOf(n),
      financeurs: n % 3 === 0 ? 'Département fictif du Val' : '',
      ...placeOf(k),
      verification: n % 5 === 4 ? 'a-verifier' : 'verifie',
      ...source,
    });
  };
  const addDomain = (domain: DomainId, epci: number, count: number) => {
    const own: { id: string; what: Offer }[] = [];
    for (let i = 0; i < count; i++) {
      const k = communeIn(epci);
      const what = offers[domain][(i + epci) % offers[domain].length]!;
      const known = own.find((a) => a.what === what && i >= Math.ceil(count / 3));
      const id = known?.id ?? `fictif-${domain}-${epci + 1}-${own.length + 1}`;
      if (!known) {
        own.push({ id, what });
        placed.push({ id, domain, epci, kind: what.kind });
        const rank = own.filter((a) => a.what === what).length;
        const nom = `${what.actor}, ${communes.name[k]}${rank > 1 ? ` ${rank}` : ''}`;
        actors.push({ id, nom, categorie: what.kind, ...placeOf(k), verification: 'verifie', ...source });
      }
      addScheme(id, domain, what, k);
    }
  };
  for (const [domain, perEpci] of Object.entries(counts) as [DomainId, readonly number[]][])
    perEpci.forEach((count, epci) => {
      addDomain(domain, epci, count);
    });
  schemes[schemes.length - 1]!['ferme'] = 'oui';
  return { acteurs: actors, dispositifs: schemes, partenariats: inventTies(placed), territoires: inventCensus() };
}

type Tie = (from: string, to: string, nature: Nature, more?: Row) => void;
type Find = (domain: DomainId, epci?: number) => readonly Placed[];

function inventTies(placed: readonly Placed[]): Row[] {
  const ties: Row[] = [];
  const tie: Tie = (source_id, cible_id, nature, more = {}) =>
    ties.push({
      source_id,
      cible_id,
      nature,
      intensite: String(1 + (ties.length % 4)),
      annee: String(2022 + (ties.length % 5)),
      statut: 'existant',
      constat: 'constaté',
      preuve: 'Donnée inventée (Maillage)',
      ...more,
    });
  const find: Find = (domain, epci) => placed.filter((a) => a.domain === domain && (epci === undefined || a.epci === epci));
  tieToWelfare(tie, find);
  tieHouses(tie, find);
  tieWork(tie, find);
  tieMentors(tie, find);
  tieOnce(tie, find);
  return ties;
}

/** Child welfare hands on to some actors of some EPCI, and carries its own homes. */
function tieToWelfare(tie: Tie, find: Find): void {
  const homes = find('suivi');
  let n = 0;
  for (const [domain, ranks] of Object.entries(linked) as [DomainId, readonly number[]][])
    for (const epci of ranks)
      for (const [i, actor] of find(domain, epci).slice(0, 2).entries()) {
        const home = homes.find((h) => h.epci === epci)?.id ?? departement;
        tie(i === 0 ? home : departement, actor.id, handedOn[n++ % handedOn.length]!);
      }
  for (const home of homes) tie(departement, home.id, 'habilitation', { montant_eur: String(90_000 + 15_000 * home.epci) });
}

function tieHouses(tie: Tie, find: Find): void {
  for (const actor of find('logement')) {
    if (actor.kind === 'habitat-jeunes') tie('fictif-reseau', actor.id, 'reseau');
    tie('fictif-siao', actor.id, actor.epci % 2 === 0 ? 'orientation' : 'instance');
  }
}

function tieWork(tie: Tie, find: Find): void {
  find('emploi').forEach((actor, i) => {
    const house = find('logement', actor.epci)[i % 2];
    const care = find('sante', actor.epci)[i % 2];
    if (house) tie(actor.id, house.id, i % 3 === 0 ? 'convention' : 'echange-information');
    if (care && i % 2 === 0) tie(actor.id, care.id, 'orientation');
    if (i % 4 === 0) tie(departement, actor.id, 'cofinancement', { montant_eur: String(12_000 + 3_000 * i) });
  });
}

function tieMentors(tie: Tie, find: Find): void {
  find('mentorat').forEach((actor, i) => {
    tie('fictif-fondation', actor.id, i % 2 === 0 ? 'mecenat' : 'cofinancement', { montant_eur: String(8_000 + 2_500 * i) });
    const work = find('emploi', actor.epci)[0];
    if (work) tie(work.id, actor.id, 'mentorat');
  });
}

/** The natures and states of a tie that the others lack. */
function tieOnce(tie: Tie, find: Find): void {
  const last = (domain: DomainId) => find(domain).at(-1)!.id;
  tie(last('logement'), last('emploi'), 'portage');
  tie(last('sante'), last('emploi'), 'autre');
  tie(departement, last('logement'), 'reservation-places', { statut: 'souhaite', constat: '' });
  tie(departement, last('mentorat'), 'convention', { statut: 'en-projet' });
  tie(departement, last('sante'), 'orientation', { statut: 'termine', annee: '2022' });
}

/** Complete where much is known, not begun where nothing is. */
function inventCensus(): Row[] {
  const stateOf = (domain: DomainId, epci: number) => {
    if (counts[domain][epci] === 0) return domain === 'sante' ? 'complet' : 'non-commence';
    return epci < 2 || domain === 'logement' ? 'complet' : 'partiel';
  };
  return (Object.keys(counts) as DomainId[]).flatMap((domaine) =>
    counts[domaine].map((_, epci) => ({
      code: epciCode(epci),
      domaine,
      recensement: stateOf(domaine, epci),
      recense_par: 'Personne (données inventées)',
      recense_le: '2026-06-30',
      liste_controle: 'Liste inventée',
    })),
  );
}
