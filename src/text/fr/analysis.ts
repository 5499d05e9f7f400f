/** Counts a network is told with. */
export interface NetworkCounts {
  readonly tied: number;
  readonly total: number;
  readonly isolates: number;
  readonly ties: number;
  readonly largest: number;
  readonly components: number;
}

/** French keeps the singular below two. */
const few = (count: number, one: string, many: string) => (count < 2 ? one : many);

/** What is stated, after commas; what is not is left out. */
const listed = (...parts: readonly string[]): string => parts.filter((p) => p !== '').join(', ');

/** Words of the analysis: sentences of needs, network, method, notices. Numbers come formatted. */
export const analysisFr = {
  separator: ' : ',
  continuity: {
    title: "La continuité des parcours à la sortie de l'ASE",
    tab: 'Continuité',
    intro:
      "Pour chaque territoire, une chaîne mène-t-elle de l'aide sociale à l'enfance vers le logement, l'emploi, les soins et le mentorat ? Il faut une offre à portée (niveau 0 ou 1) et, pour au moins la moitié des jeunes, un lieu à portée tenu par un acteur lié à l'ASE par une orientation, une convention, un accompagnement conjoint, une réservation de places ou une mise à disposition. Un cofinancement, un portage ou un réseau seuls ne comptent pas.",
    ties: (count: number, shown: string) =>
      count === 0
        ? "Aucun lien de cette nature n'est recensé entre l'ASE et un autre acteur : les liens sont inconnus, non absents."
        : `${shown} ${few(count, 'lien de cette nature est recensé', 'liens de cette nature sont recensés')} entre l'ASE et d'autres acteurs.`,
    table: "De l'ASE vers chaque domaine, par territoire",
    source: 'offre et liens recensés ; calculs Maillage.',
    cells: {
      continue: "offre à portée, lien avec l'ASE constaté",
      'sans-lien': "risque de rupture de parcours : offre à portée, aucun lien constaté avec l'ASE",
      'offre-insuffisante': 'risque de rupture de parcours : offre insuffisante',
      'sans-offre': 'risque de rupture de parcours : sans offre accessible repérée',
      'liens-inconnus': "offre à portée, liens avec l'ASE non recensés",
      indetermine: 'offre à portée ou non selon les places non renseignées',
      'donnees-absentes': 'données absentes',
    },
    short: {
      continue: 'continue',
      'sans-lien': 'risque : sans lien',
      'offre-insuffisante': 'risque : offre insuffisante',
      'sans-offre': 'risque : sans offre',
      'liens-inconnus': 'liens non recensés',
      indetermine: 'indéterminé',
      'donnees-absentes': 'données absentes',
    },
    legend: '« Risque » : risque de rupture de parcours.',
    actors: (names: string) => `Acteurs liés à l'ASE et à portée : ${names}.`,
  },
  notices: {
    real: {
      short: "Démonstration : faits publics datés (2009-2026), incomplets. Ce n'est pas un diagnostic.",
      full: (actors: string, ties: string) =>
        `Cette démonstration présente ${actors} acteurs réels de Loire-Atlantique et ${ties} liens constatés dans des données publiques ouvertes. Ces données datent de 2009 à 2026 selon la source : annuaire des services publics de 2016, subventions du Département de 2009 à 2018, subventions de l'État de 2010, registre des missions locales de 2023, FINESS et code des communes de 2026. Elles sont incomplètes et en partie anciennes : des services ont pu ouvrir, fermer, fusionner ou changer de nom. Les services proposés sont déduits de la catégorie de chaque acteur. L'absence d'un acteur, d'un service ou d'un lien ne prouve pas qu'il n'existe pas. Cette démonstration montre ce que fait l'outil. Elle n'est pas un diagnostic du territoire et ne doit pas fonder une décision.`,
      sources:
        "Service-Public.gouv.fr / DILA, annuaire local (version 2016) · Département de Loire-Atlantique, subventions aux associations · État, jaune budgétaire PLF 2012 · ANS, FINESS (2026) · registre i-milo (2023) · IGN Admin Express COG (2018) · Etalab, découpage administratif 6.0.0, d'après Insee (2026) · DREES, enquête Aide sociale · Insee, estimations de population.",
      tag: '« démonstration »',
      stamp: 'illustration',
      beside: ' (illustration)',
      heading: 'Ce que montre cette démonstration',
    },
    fictional: {
      short: 'Département fictif : communes, acteurs et chiffres sont inventés. Rien ici ne décrit un lieu réel.',
      full: (actors: string, ties: string) =>
        `Le Val-Fictif est un département fictif : il n'existe nulle part. Son contour, ses communes, leurs habitants, ses ${actors} acteurs, ses ${ties} liens, leurs places et leurs taux d'occupation sont inventés par un programme, toujours les mêmes. Aucun nom n'est celui d'une commune ou d'une association réelle, aucun identifiant n'est un SIREN ou un FINESS. Il montre ce que les données publiques ne disent pas : la lecture par les places, les communes indéterminées faute de places connues, les zones desservies, la chaîne qui mène de l'ASE au logement, à l'emploi, aux soins et au mentorat. Ses résultats ne disent rien d'aucun territoire.`,
      sources: 'aucune ; toutes les données sont inventées par Maillage (scripts/data/fictif.ts).',
      tag: 'département fictif',
      stamp: 'illustration — données inventées',
      beside: ' (illustration, données inventées)',
      heading: 'Un département fictif',
    },
  },
  youngBasis: {
    estimate: 'population générale, estimation',
    invented: 'population générale, nombre inventé',
    census: (year: number | null) => `population générale, recensement${year === null ? '' : ` ${year}`}`,
    counted: (ages: string, years: string) => listed(ages, 'nombre entré', years),
  },
  /** The young people whose needs are weighed; `short` stands in columns. */
  youngWho: {
    population: { many: 'jeunes de 18 à 24 ans', short: '18-24 ans' },
    ase: { many: "jeunes suivis par l'ASE", short: 'suivis par ASE' },
    pjj: { many: 'jeunes suivis par la PJJ', short: 'suivis par PJJ' },
  },
  youngSource: {
    estimate: "population générale, estimation proportionnelle d'après l'Insee",
    invented: "nombres inventés d'un département fictif",
    census: (source: string, year: number | null, lacking: number) =>
      `population générale, ${source}${year === null ? '' : `, ${year}`}${lacking === 0 ? '' : ` ; estimation proportionnelle pour ${lacking} ${few(lacking, 'commune', 'communes')}`}`,
    counted: (ages: string, years: string) =>
      `${listed(ages, 'nombres entrés', years)}, répartis entre les communes selon leurs 18-24 ans`,
  },
  /** Who a need concerns: all of them, or so many. `basis`: estimate, census, or number entered. */
  young: {
    all: (young: string, who: string, basis: string) => `tous les ${who} (${young}, ${basis})`,
    some: (people: string, young: string, who: string, basis: string) => `${people} des ${young} ${who} (${basis})`,
  },
  about: (people: string) => `environ ${people}`,
  partialUnit: (name: string) => `${name}, partie située dans le département`,
  /** Starts a sentence: « Dans la CC de Nozay », « Dans Nantes Métropole ». */
  inTerritory: (name: string, code: string) => {
    if (code.startsWith('perimetre-')) return `Dans le périmètre « ${name} »`;
    if (code.length <= 3) return `Dans le département (${name})`;
    if (code.startsWith('s-')) return `Dans le secteur « ${name} »`;
    if (code.length === 5) return `Dans la commune « ${name} » (sans intercommunalité)`;
    return /^(CC|CA|CU|Métropole|Eurométropole) /.test(name) ? `Dans la ${name}` : `Dans ${name}`;
  },
  /** What level they live at; « mixed »: level 2, and level 3 for some of them. */
  gap: {
    insufficient: (offer: string) => `vivent là où l'${offer} est insuffisante`,
    veryInsufficient: (offer: string) => `vivent là où l'${offer} est très insuffisante`,
    without: (offer: string) => `vivent sans ${offer} accessible repérée`,
    mixedPlaces: (offer: string, people: string) =>
      `vivent là où l'${offer} est insuffisante, dont ${people} où elle est très insuffisante`,
    mixed: (offer: string, people: string) =>
      `vivent là où l'${offer} est insuffisante, dont ${people} sans offre accessible repérée`,
  },
  possible: (where: string, who: string, offer: string) =>
    `${where}, ${who} vivent peut-être là où l'${offer} est insuffisante : cela dépend de lieux dont les places ne sont pas renseignées.`,
  needOffer: (need: string) => `offre pour « ${need} »`,
  nearest: (name: string, minutes: string) => `au plus près, ${name}, à environ ${minutes} min en voiture`,
  /** What is known of the room left at the nearest place; unknown is not told in the sentence, but on the card. */
  nearestSaturation: { disponible: ', où il reste de la place', tendue: ', presque complet', saturee: ', saturé', inconnue: '' },
  saturation: {
    disponible: 'occupation sous 80 %',
    tendue: 'occupation de 80 à 95 %',
    saturee: 'occupation au-delà de 95 %',
    inconnue: 'occupation non renseignée',
  },
  nearestNone: 'aucun lieu recensé dont la position est connue ne les dessert',
  confidence: (label: string, census: string) => `Confiance ${label}, recensement ${census}`,
  confidenceNone: (census: string) => `Confiance non évaluée (aucune fiche), recensement ${census}`,
  sturdiness: {
    robuste: 'Constat robuste',
    sensible: 'Constat sensible à la vitesse et aux seuils',
    isolee: 'Constat isolé, qui disparaît dans la plupart des variantes',
  },
  robustnessPending: 'Robustesse en cours de calcul',
  access: (places: string, ratio: string) =>
    `environ ${places} places à portée pour 1\u202f000 jeunes, ${ratio} fois la référence`,
  capacity: {
    proof: (access: string, reference: string, from: string) =>
      `Places à portée : ${access} (${reference} pour 1\u202f000, ${from}).`,
    referenceFrom: {
      interne: 'moyenne du territoire : comparaison interne seulement',
      reglages: 'choisie dans les réglages',
      tenue: "tenue à celle de l'état comparé",
    },
    known: (share: string) =>
      `Places renseignées pour ${share} des lieux du domaine ; les autres sont bornées, jamais inventées.`,
    atMost: (people: string) => `Si les places non renseignées sont au plus bas, jusqu'à ${people} jeunes sont concernés.`,
    mode: 'Lecture par les places (places à portée, pondérées par la distance : E2SFCA)',
    presence: 'Lecture par la présence (places renseignées pour moins de la moitié des lieux)',
    modes: (names: string) => `Lecture par les places : ${names}.`,
    card: 'Places à portée pour 1\u202f000 jeunes',
    cardValue: (central: string, low: string, high: string, ratio: string) =>
      `${low === high ? central : `${central} (de ${low} à ${high})`}, ${ratio} fois la référence`,
    catchment: (domain: string) => `${domain} : au-delà, les places ne comptent plus (min)`,
    reference: (domain: string) => `${domain} : référence, places pour 1\u202f000 jeunes (vide : moyenne du territoire)`,
    decay: 'Décroissance avec la distance',
    advanced: {
      title: 'Méthodes avancées',
      note: "D'autres mesures de l'accès, pour juger de la sensibilité seulement : elles ne sont jamais imprimées dans le rapport. Le RAAM est pris dans la limite du domaine, à un millième de son équilibre.",
      caption: (domain: string) => `${domain} : communes rangées autrement que par l'E2SFCA`,
      presence: (domain: string) => `${domain} : lu par la présence, il n'y a pas de places à comparer.`,
      running: 'Comparaison en cours…',
      failed:
        "La comparaison n'a pas abouti ; le reste n'en dépend pas. Refermez puis rouvrez cette partie pour la demander à nouveau.",
      head: {
        method: 'Méthode',
        correlation: 'Corrélation des rangs (Spearman)',
        changing: 'Communes qui changent de côté des deux tiers de la moyenne',
      },
      methods: {
        '3sfca': '3SFCA (choix entre les lieux)',
        bfca: 'BFCA (demande et offre équilibrées)',
        raam: 'RAAM (trajet et affluence)',
      },
      ranksOnly: 'par rang seulement',
      outOf: (changing: string, communes: string) => `${changing} sur ${communes}`,
    },
    settings: 'Lecture par les places',
    settingsNote:
      "Quand au moins la moitié des lieux d'un domaine disent leurs places, l'accès est lu en places à portée pour 1\u202f000 jeunes ; sinon par la présence.",
  },
  robustnessInCapacity: (share: string, runs: string) =>
    `Robustesse : au niveau 2 ou 3 dans ${share} des ${runs} variantes calculées (vitesse ± 20 %, seuils et limite ± 25 %, trois décroissances, places au plus bas, au centre et au plus haut), en moyenne des jeunes concernés.`,
  robustness: (share: string, runs: string) =>
    `Robustesse : au niveau 2 ou 3 dans ${share} des ${runs} variantes calculées (vitesse ± 20 %, seuils ± 25 %), en moyenne des jeunes concernés ; robuste à partir de 80 %, sensible de 20 à 80 %, isolé en dessous.`,
  candidates: (names: string) => `Partenaires à examiner, déjà actifs dans ce domaine : ${names}.`,
  candidate: (name: string, minutes: string) => `${name} (environ ${minutes} min)`,
  proof: {
    threshold: (t1: string, t2: string, t3: string) =>
      `Seuils du domaine : couvert jusqu'à ${t1} min, fragile jusqu'à ${t2} min, insuffisant jusqu'à ${t3} min, au-delà sans offre accessible repérée.`,
    /** The measure with its values, in one commune. */
    formula: {
      time: (detour: string, km: string, speed: string, access: string, minutes: string) =>
        `temps au plus proche = 60 × ${detour} × ${km} km / ${speed} km/h + ${access} min = ${minutes} min`,
      stated: (minutes: string) => `temps au plus proche = ${minutes} min`,
      none: 'aucun lieu recensé ne la dessert',
      within: (n: string, minutes: string) => `lieux à moins de ${minutes} min = ${n}`,
      places: (access: string, reference: string, ratio: string) =>
        `places à portée / référence = ${access} / ${reference} pour 1\u202f000 = ${ratio}`,
      all: (commune: string, parts: string, level: string, component: string) =>
        `Calcul pour ${commune} : ${parts}. Le plus défavorable décide : niveau ${level} (${component}).`,
    },
    within: (n: string, minutes: string) => `Lieux à moins de ${minutes} min (commune médiane) : ${n}.`,
    communes: (n: string, names: string) => `Communes concernées (${n}) : ${names}.`,
    rate: (share: string) => `Part des jeunes du territoire : ${share}.`,
    records: (n: string) => `Fiches de ce domaine dans le territoire : ${n}.`,
    more: (n: string, count: number) => `et ${n} ${few(count, 'autre', 'autres')}`,
  },
  travelCaption: 'temps estimé en voiture, plus long sans permis ni véhicule, comme beaucoup de ces jeunes',
  method: (detour: string, speed: string, access: string) =>
    `Temps estimé en voiture : ligne droite × ${detour} à ${speed} km/h, plus ${access} min (constantes choisies par Maillage, modifiables). Plus long sans permis ni véhicule, comme beaucoup de ces jeunes ; plus court par une voie rapide.`,
  travel: {
    files: (files: string, pairs: string) => `Temps de trajet en voiture d'après ${files} (${pairs} couples de communes).`,
    line: (intercept: string, slope: string, points: string, error: string) =>
      `Pour les autres couples, droite ajustée sur ces temps : ${intercept} min + ${slope} min par km à vol d'oiseau (${points} couples, erreur médiane ${error} min). Plus long sans permis ni véhicule, comme beaucoup de ces jeunes.`,
    otherwise: (estimate: string) => `Pour les autres couples : ${estimate}`,
    exceptions: (n: number) =>
      n === 1
        ? 'Une exception de trajet (minutes en plus, ou trajet impossible).'
        : `${n} exceptions de trajet (minutes en plus, ou trajets impossibles).`,
  },
  silentDomains: (names: string) => `Données absentes, rien ne peut y être affirmé : ${names}.`,
  schematic: 'contours schématiques',
  networkEmpty: "Aucun acteur n'est encore recensé.",
  networkNoTie: (total: number, n: (value: number) => string) =>
    total === 1 ? 'Un seul acteur est recensé : aucun lien.' : `Aucun lien n'est connu entre les ${n(total)} acteurs recensés.`,
  network: (c: NetworkCounts, n: (value: number) => string) =>
    `${n(c.tied)} ${few(c.tied, 'acteur', 'acteurs')} sur ${n(c.total)} ${few(c.tied, 'a', 'ont')} au moins un lien connu (${n(c.ties)} ${few(c.ties, 'lien constaté', 'liens constatés')}) ; ${n(c.isolates)} ${few(c.isolates, "n'a", "n'ont")} aucun lien connu dans ces sources.`,
  networkMain: (c: NetworkCounts, n: (value: number) => string) =>
    `Le plus grand ensemble relié compte ${n(c.largest)} ${few(c.largest, 'acteur', 'acteurs')} ; il y a ${n(c.components)} ${few(c.components, 'ensemble', 'ensembles')} en comptant les acteurs sans lien.`,
  networkDensity: (density: string, degree: string, value: number) =>
    `Densité ${density} ; ${degree} ${few(value, 'lien', 'liens')} par acteur en moyenne.`,
  networkDeduced: (count: number, n: (value: number) => string) =>
    `${n(count)} ${few(count, 'lien déduit', 'liens déduits')} (financeur, instance, réseau, entité juridique ou dispositif en commun) ${few(count, 'est compté', 'sont comptés')} à part.`,
};
