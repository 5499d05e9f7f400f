/** French: singular up to (and without) two. */
const plural = (n: number, one: string, many: string): string => (n < 2 ? one : many);

/** Words of: figures, report and their exports. Numbers arrive already formatted; `typeset` finishes the typography. */
export const reportFr = {
  /** Between the items of a list in a sentence, and before an explanation. */
  outputs: {
    report: 'Rapport complet (PDF)',
    fiche: "Fiche d'une page (PDF)",
    diagnostic: 'Diagnostic (JSON)',
    matrix: 'Niveaux par territoire (CSV)',
    communes: 'Niveaux par commune (CSV)',
  },
  itemSeparator: ' ; ',
  colon: ' : ',
  figures: {
    mapTitle: (domain: string, who: string, territory: string) => `${domain} : accès estimé des ${who}, ${territory}`,
    mapAlt: (domain: string, territory: string, counts: string, worst: string) =>
      `Carte, ${territory}, ${domain.toLowerCase()}. ${counts}.${worst}`,
    mapAltWorst: (names: string) => ` Les jeunes les plus nombreux sans offre suffisante vivent dans : ${names}.`,
    levelTitleCells: 'Niveau par commune',
    levelTitleCircles: 'Niveau par commune (cercles proportionnels à la population)',
    levelDetail: (communes: string, young: string) => `${communes}, ${young}`,
    young: (few: boolean, young: string) => (few ? `${young} jeunes` : `environ ${young} jeunes`),
    population: (n: string) => `commune de ${n} habitants`,
    communes: (n: number, formatted: string) => `${formatted} ${n > 1 ? 'communes' : 'commune'}`,
    sitesTitle: 'Repères',
    site: (domain: string) => `lieu d'accueil recensé, ${domain.toLowerCase()}`,
    siteGroup: 'plusieurs lieux voisins (leur nombre)',
    siteNeighbour: 'lieu situé hors du territoire',
    noSite: 'aucun lieu recensé dans ce domaine',
    meshBorder: {
      epci: 'limites des intercommunalités',
      ept: 'limites des territoires (EPT)',
      secteur: 'limites des secteurs',
      departement: '',
    },
    outline: 'limite du département',
    outlinePart: 'limite du périmètre',
    schematic: 'Contours schématiques : cellules tracées autour des chefs-lieux, et non limites officielles des communes.',
    schematicCircles: 'Contours schématiques : cercles posés au chef-lieu, limites de lecture approchées.',
    scale: (km: string) => `${km} km`,
    mapSource: (who: string, young: string) => `inventaire importé ; ${who}, ${young} ; calculs Maillage.`,
    networkTitle: 'Réseau des partenariats connus',
    networkAlt: (nodes: string, ties: string, components: string, isolates: string) =>
      `Réseau de ${nodes} acteurs et ${ties} liens, en ${components} ensembles séparés. Acteurs sans lien connu dans ces sources : ${isolates}.`,
    networkHubs: (names: string) => ` Les acteurs les plus reliés sont : ${names}.`,
    networkSource: 'liens constatés dans les fichiers importés ; calculs Maillage.',
    networkSourceDeduced: 'liens constatés dans les fichiers importés et liens déduits ; calculs Maillage.',
    nodesTitle: 'Acteurs',
    nodeNone: 'sans dispositif dans ces domaines',
    nodeSize: "la taille croît avec le nombre d'acteurs reliés",
    tiesTitle: 'Liens',
    tieStated: 'lien constaté dans une source',
    tieDeduced: 'lien déduit de ce que les acteurs partagent',
    tieIntensity: 'trait plus épais : intensité plus forte, où elle est connue',
    tray: (n: number, shown: string) => `${shown} ${plural(n, 'acteur', 'acteurs')} sans lien connu dans ces sources`,
    trayMore: (n: number, shown: string) => `et ${shown} ${plural(n, 'autre', 'autres')}`,
    matrixTitle: 'Niveau par territoire et par domaine',
    matrixAlt: (rows: string, gaps: string) =>
      `Tableau de ${rows} territoires et de leurs niveaux par domaine. ${gaps} cases portent un besoin non couvert.`,
    territory: 'Territoire',
    nothing: 'aucune commune',
    families: {
      pilotage: 'Collectivités, État, organismes publics',
      protection: "Protection de l'enfance, justice",
      logement: 'Logement, hébergement',
      sante: 'Santé',
      emploi: 'Emploi, formation',
      entraide: 'Entraide, mentorat, jeunesse',
      autre: 'Autres',
    },
  },
  document: {
    territory: (name: string, code: string) => `${name} (${code})`,
    author: 'Dossier établi avec Maillage',
    ficheTitle: (name: string, code: string) => `${name} (${code}) : l'essentiel`,
    labels: {
      contents: 'Sommaire',
      page: 'page',
      figure: 'Figure',
      table: 'Tableau',
      source: 'Source : ',
      values: 'Valeurs\u00a0: ',
      skip: 'Aller au texte',
    },
    computed: 'inventaire importé ; calculs Maillage.',
  },
  cover: {
    basis: (actors: string, schemes: string, ties: string, files: string) =>
      `Ce dossier repose sur ${actors}, ${schemes} et ${ties}, lus dans ${files}.`,
    noBasis: "Aucun fichier n'est encore importé : ce dossier ne porte que sur le territoire.",
    files: (n: number, formatted: string) => (n > 1 ? `${formatted} fichiers` : `${formatted} fichier`),
    dated: (date: string) => `Établi le ${date}.`,
    mesh: {
      epci: 'Lecture par intercommunalité (EPCI).',
      ept: 'Lecture par territoire (EPT).',
      secteur: 'Lecture par secteur du département.',
      departement: "Lecture à l'échelle du département.",
    },
    cautionCounted: (who: string) =>
      `Les besoins sont pesés par les ${who}, d'après des nombres entrés par territoire et répartis entre les communes selon leurs 18-24 ans : aucun fichier ne les donne par commune.`,
    caution:
      "Les jeunes dénombrés sont ceux de la population générale de 18 à 24 ans. Aucun fichier ne donne, par commune, les jeunes sortant de l'Aide sociale à l'enfance : ce dossier ne prétend pas les compter.",
  },
  summary: {
    title: 'Synthèse',
    actors: (n: number) => plural(n, 'acteur recensé', 'acteurs recensés'),
    schemes: (n: number) => plural(n, 'dispositif recensé', 'dispositifs recensés'),
    placed: (n: number, shown: string) => `inventaire importé ; ${shown} ${plural(n, 'a', 'ont')} un lieu connu`,
    inventory: 'inventaire importé',
    young: (who: string) => `${who} (environ)`,
    units: (count: number) => ({
      epci: plural(count, 'intercommunalité', 'intercommunalités'),
      ept: plural(count, 'territoire', 'territoires'),
      secteur: plural(count, 'secteur', 'secteurs'),
      departement: 'département',
    }),
    unitsSource: (communes: string) => communes,
    gaps: (n: number) => plural(n, 'besoin non couvert repéré', 'besoins non couverts repérés'),
    gapsSource: 'territoire × domaine ; calculs Maillage',
    ties: (n: number) => plural(n, 'lien constaté', 'liens constatés'),
    tiesSource: (isolates: string) => `${isolates} sans lien connu`,
    strongest: 'Les besoins qui touchent le plus de jeunes',
    strongestIntro: (n: number, shown: string, total: string) =>
      n < 2
        ? 'Un seul besoin est relevé :'
        : `Les ${shown === total ? `${shown} besoins relevés` : `${shown} premiers besoins sur ${total}`}, classés par nombre estimé de jeunes vivant dans une commune où l'offre est insuffisante ou absente :`,
    none: "Aucun besoin non couvert n'est repéré avec les seuils en vigueur. Cela dépend de l'inventaire et de son recensement.",
    noLevels:
      "Aucun niveau ne peut être calculé : les dispositifs recensés n'ont pas de domaine, ou pas de lieu, et aucun recensement n'est déclaré. Aucun besoin n'est affirmé ; donnez un domaine à chaque fichier importé.",
    notComputed: 'niveaux non calculés : données absentes',
    nothing:
      "Aucun acteur ni dispositif n'est encore recensé : les niveaux ne peuvent pas être calculés et aucun besoin n'est affirmé.",
    network: 'Les partenariats',
    readingText:
      "Un besoin est dit « non couvert » quand le temps estimé jusqu'au lieu recensé le plus proche dépasse le seuil du domaine, ou quand les places à portée manquent. L'absence d'une fiche ne prouve pas l'absence d'un service : chaque besoin porte sa confiance et l'état du recensement.",
  },
  supply: {
    title: "L'offre recensée : publics, places, saturation",
    intro:
      "Une capacité ou une occupation qui n'est pas renseignée est comptée à part, jamais comme zéro. Saturé : plus de 95 % des places occupées ; tendu : de 80 à 95 %.",
    schemes: 'Dispositifs',
    dedicated: "Dédiés aux jeunes, à l'ASE ou à la PJJ",
    knownPlaces: 'Places connues',
    places: (places: string, schemes: string) => `${places} (dans ${schemes} dispositifs)`,
    saturation: 'Saturés, tendus',
    pressed: (full: string, tense: string) => `${full} saturés, ${tense} tendus`,
    unknown: 'Occupation inconnue',
    accessTitle: 'Places et leur partage entre les communes',
    accessIntro:
      "Pour les domaines lus par les places, capacités au centre de leurs bornes. Places manquantes : ce qui manque sous deux tiers de la référence, un minimum. Indice de Hoover : part des places à portée qu'il faudrait déplacer pour que tous aient autant ; 0 % : partage égal.",
    perThousand: 'Places pour 1\u202f000 jeunes',
    reference: 'Référence',
    underLine: 'Jeunes sous les deux tiers',
    shortfall: 'Places manquantes (au moins)',
    hoover: 'Hoover',
    gini: 'Gini',
  },
  young: {
    title: "Jeunes suivis par l'ASE et la PJJ",
    intro:
      "Nombres donnés par le Département ou la Protection judiciaire de la jeunesse, agrégés par territoire. Ils ne se confondent pas avec la population générale de 18 à 24 ans. Un nombre inférieur à 5 n'est pas imprimé ; s'il était seul à l'être, le plus petit des autres est masqué, pour qu'aucune soustraction ne le rende.",
    few: 'moins de 5',
    hidden: 'masqué',
    entered: 'saisi',
    unit: 'Territoire',
    group: 'Suivis par',
    people: 'Jeunes',
    ages: 'Âges',
    year: 'Année',
    source: 'Source',
    tableSource: 'nombres saisis ou importés par le Département.',
  },
  maps: {
    title: (domain: string) => `Accès : ${domain}`,
    intro: (placed: string, schemes: string, share: string) =>
      `${schemes} dans ce domaine, dont ${placed} avec un lieu connu. ${share}`,
    noScheme: (share: string) => `Aucun dispositif recensé ici dans ce domaine. ${share}`,
    schemes: (n: number, formatted: string) => (n > 1 ? `${formatted} dispositifs recensés` : `${formatted} dispositif recensé`),
    share: (people: string, total: string, isFew: boolean, who: string, basis: string) =>
      `${people === total ? `Tous les ${who} (environ ${total}, ${basis})` : `${isFew ? 'Moins de 5' : `Environ ${people}`} ${who} sur ${total} (${basis})`} vivent dans une commune où l'offre est insuffisante ou sans offre accessible repérée.`,
    noShare: "Aucune commune n'est à un niveau d'offre insuffisante avec les seuils en vigueur.",
    noData:
      "Aucun recensement n'est déclaré et aucune fiche n'existe dans ce domaine : les données sont absentes, aucun niveau n'est affirmé.",
    needs: 'Besoins principaux du domaine :',
    more: (n: number, shown: string) =>
      plural(
        n,
        'Un autre besoin de ce domaine figure dans la partie « Besoins non couverts ».',
        `${shown} autres besoins de ce domaine figurent dans la partie « Besoins non couverts ».`,
      ),
  },
  needs: {
    title: 'Besoins non couverts',
    matrixTitle: 'Niveau de chaque territoire, par domaine',
    matrixIntro:
      "Chaque case donne le niveau (0 couvert, 1 fragile, 2 offre insuffisante, 3 sans offre accessible repérée, – données absentes), puis, s'il y en a, le nombre estimé de jeunes vivant dans une commune de niveau 2 ou 3. Le niveau d'un territoire est le plus haut niveau que connaît au moins la moitié de ses jeunes.",
    young: (who: string) => `Jeunes (${who}, environ)`,
    possibleTitle: 'Besoins possibles, à vérifier',
    listTitle: 'Les besoins, en phrases',
    listIntro: (n: number, shown: string) =>
      `${n < 2 ? 'Un seul besoin' : `${shown} besoins, du plus grand au plus petit nombre estimé de jeunes concernés`}. Les partenaires cités sont à examiner : rien ne dit qu'ils puissent étendre leur action.`,
    rest: (n: number, shown: string) =>
      `${plural(n, 'Un autre besoin, plus petit, se lit', `${shown} autres besoins, plus petits, se lisent`)} dans le tableau ci-dessus.`,
    whole: 'Ensemble du département',
    legalTitle: "Les six besoins de l'article R. 222-6 du code de l'action sociale et des familles",
    legalTable: 'Les six besoins : dispositifs recensés et jeunes concernés',
    legalIntro:
      "Un dispositif peut répondre à plusieurs besoins ; les dispositifs connus comme fermés ne sont pas comptés. Chaque besoin est lu par la présence (temps jusqu'au lieu le plus proche, lieux à portée), avec les seuils du domaine qui le porte, les plus exigeants s'il y en a deux. Un besoin n'est pas un domaine : les nombres de cette partie ne sont pas toujours ceux des cartes, lues par domaine. Le niveau est celui que vivent au moins la moitié des jeunes du territoire.",
    legalDeduced: (count: number, shown: string, all: string) =>
      `${shown} des ${all} dispositifs ${plural(count, 'ne dit pas ses besoins : ceux de ses domaines lui sont prêtés', 'ne disent pas leurs besoins : ceux de leurs domaines leur sont prêtés')}.`,
    needLevel: 'Niveau',
    needPeople: 'Jeunes au niveau 2 ou 3 (environ)',
    need: 'Besoin',
    schemes: 'Dispositifs recensés',
    withPlace: 'dont avec un lieu connu',
    dedicated: "dont dédiés à l'ASE ou aux jeunes",
  },
  network: {
    title: 'Partenariats',
    hubsTitle: 'Acteurs les plus reliés',
    actor: 'Acteur',
    kind: 'Type',
    degree: 'Acteurs reliés',
    domains: 'Domaines',
    caution:
      "Un acteur sans lien l'est dans ces sources, pas forcément sur le terrain. Un acteur très relié tient souvent cette place parce que la source décrit ses financements.",
    naturesTitle: 'Nature des liens constatés',
    naturesTable: 'Liens constatés par nature',
    hubsTable: "Nombre d'acteurs reliés",
    nature: 'Nature',
    ties: 'Liens',
    years: 'Années',
    none: "Aucun lien n'est encore recensé.",
  },
  directory: {
    title: 'Annuaire des acteurs',
    intro:
      "Organismes seulement : aucune donnée personnelle. Les lieux de protection de l'enfance, d'accueil de mineurs non accompagnés, de victimes de violences et d'hébergement protégé ne sont indiqués qu'à la commune. « À vérifier » signale ce qu'aucune source ne déclare (service déduit, âges cités de mémoire).",
    actor: 'Acteur',
    kind: 'Type',
    place: 'Commune',
    schemes: 'Dispositifs',
    toVerify: 'à vérifier',
    closed: 'fermé',
    ages: (min: string, max: string) => `${min}-${max} ans`,
    agesFrom: (min: string) => `dès ${min} ans`,
    agesTo: (max: string) => `jusqu'à ${max} ans`,
    places: (n: string) => `${n} places`,
    tableTitle: (family: string) => `Acteurs – ${family}`,
    sameName: 'dispositif du même nom',
    noDomain: 'domaine non renseigné',
    noScheme: 'aucun dispositif recensé',
    noPlace: 'lieu non connu',
    neighbour: 'hors département',
    silent: (count: string, kinds: string) =>
      `${count} autres acteurs n'ont ni domaine ni lien connu et ne sont pas listés ici ; ils restent dans l'inventaire : ${kinds}.`,
    otherKinds: 'autres',
    empty: "Aucun acteur n'est encore recensé.",
  },
  method: {
    title: 'Méthode',
    levelsTitle: 'Niveaux',
    levels:
      "Pour chaque commune et chaque domaine, Maillage cherche le lieu recensé le plus proche qui n'est pas connu comme fermé et dont la zone d'intervention est inconnue ou contient la commune. Le temps estimé jusqu'à ce lieu donne le niveau, selon les seuils du tableau. Une commune qui compte moins de deux lieux sous le seuil « fragile » est au mieux fragile.",
    unit: "Le niveau d'un territoire est le plus haut niveau L tel qu'au moins la moitié de ses jeunes vivent dans une commune de niveau L ou plus ; le temps du territoire est la médiane des communes, pondérée par leurs jeunes ; le temps cité dans un besoin est la médiane des seules communes de niveau 2 ou 3.",
    noData: "Là où rien n'est recensé et où aucun recensement n'est déclaré, le niveau n'est pas calculé : « données absentes ».",
    thresholdsTitle: 'Seuils en vigueur, en minutes estimées en voiture (aller)',
    domain: 'Domaine',
    covered: "Couvert jusqu'à",
    fragile: "Fragile jusqu'à",
    insufficient: "Insuffisant jusqu'à",
    minutes: (n: string) => `${n} min`,
    thresholdsSource: 'choix de Maillage, modifiables dans les réglages.',
    travelTitle: 'Temps de trajet',
    youngTitle: 'Jeunes',
    youngCounted: (who: string, source: string) =>
      `Les besoins sont pesés par les ${who} : ${source}. À l'intérieur d'un territoire, rien ne dit où ils vivent ; un nombre inférieur à 5 n'est pas donné, les autres sont arrondis.`,
    young:
      "Population de la commune × (deux cinquièmes des 15-19 ans + les 20-24 ans) / population du département. C'est la population générale, par une estimation proportionnelle : deux communes du même département ont donc, par construction, la même part de jeunes.",
    youngInvented: 'Les nombres de jeunes sont inventés, comme le département.',
    youngCensus: (source: string, hasEstimates: boolean) =>
      `Habitants de 18 à 24 ans de chaque commune : ${source}. Un recensement pondère ses réponses : ces nombres sont eux-mêmes des estimations. C'est la population générale.${hasEstimates ? ' Une commune sans chiffre est estimée : sa population × la part des 18-24 ans du département.' : ''}`,
    people:
      'Les nombres de jeunes sont arrondis (à la dizaine à partir de 100, à cinq en dessous) et les effectifs inférieurs à 5 ne sont pas donnés.',
    robustnessTitle: 'Robustesse',
    robustness:
      "Les niveaux sont recalculés dans neuf variantes : vitesse à 80 %, 100 % et 120 %, seuils à 75 %, 100 % et 125 %. Un constat est dit robuste s'il tient, en moyenne des jeunes concernés, dans au moins 80 % d'entre elles ; sensible de 20 à 80 % ; isolé en dessous. Aucun partenaire n'est proposé pour un constat qui n'est pas robuste.",
    placesTitle: 'Lecture par les places',
    places: (decay: string) =>
      `Quand au moins la moitié des lieux d'un domaine disent leurs places, l'accès d'une commune est le nombre de places à portée par jeune : chaque lieu partage ses places entre les jeunes qui l'atteignent, pondérés par la distance (E2SFCA, Luo et Qi 2009 ; même famille que l'accessibilité potentielle localisée de la DREES ; décroissance ${decay}). Sous deux tiers de la référence, l'offre est insuffisante ; sous un tiers, très insuffisante. Une capacité non renseignée est bornée entre une place et le neuvième décile des capacités connues : si le niveau en dépend, la commune est dite indéterminée. Les jeunes des départements voisins qui fréquentent ces lieux ne sont pas comptés.`,
    confidenceTitle: 'Confiance',
    confidence:
      "Chaque besoin porte une confiance : non évaluée sans aucune fiche dans le territoire, et jamais supérieure à « faible » tant que le recensement n'est pas déclaré réputé complet. L'état du recensement (non commencé, partiel, réputé complet) est déclaré par territoire et par domaine.",
    networkTitle: 'Réseau',
    networkStated:
      "Seuls les liens constatés dans une source sont comptés ; chaque paire d'acteurs compte une fois. Les liens en projet ou souhaités ne comptent pas.",
    networkDeduced:
      "Les liens déduits (financeur, instance, réseau, entité juridique ou dispositif en commun) sont comptés avec les liens constatés et dessinés en pointillé ; au-delà de 20 membres, un financeur ou une instance n'en crée aucun.",
    networkMeasures:
      "Densité : part des paires d'acteurs qui sont reliées. Ensemble relié : acteurs que des liens joignent de proche en proche.",
    limitsTitle: 'Ce que ces résultats ne disent pas',
    limits: [
      "Le temps est estimé en voiture et à vol d'oiseau corrigé : les transports en commun, les horaires et le coût n'y sont pas.",
      "Être à portée d'un lieu ne dit rien de ses places disponibles, de ses délais ni de ses conditions d'accès.",
      'Les contours des communes sont schématiques tant que des contours officiels ne sont pas chargés.',
      "Un dispositif à distance seulement ou sans lieu connu n'entre dans aucun niveau ; il est compté à part.",
    ],
  },
  sources: {
    title: 'Sources et limites',
    filesTitle: 'Fichiers importés',
    filesTable: 'Lignes lues, gardées, fusionnées et refusées',
    file: 'Fichier',
    format: 'Format',
    date: 'Importé le',
    read: 'Lignes lues',
    kept: 'gardées',
    merged: 'fusionnées',
    refused: 'refusées',
    filesSource: "journal de l'import ; lignes lues = gardées + fusionnées + refusées.",
    noFiles: "Aucun fichier n'est importé : le dossier ne porte que sur le territoire.",
    originsTitle: 'Origine des fiches',
    originsTable: 'Fiches par origine déclarée',
    origin: 'Origine déclarée',
    records: 'Fiches',
    years: 'Années',
    unknownOrigin: 'origine non précisée',
    originsSource: 'champs « source » et « année » des fichiers importés (acteurs et dispositifs).',
    territoryTitle: 'Données du territoire',
    territoryTable: 'Tables livrées avec Maillage',
    what: 'Donnée',
    producer: 'Producteur',
    year: 'Millésime',
    licence: 'Licence',
    territorySource: 'tables publiques livrées avec Maillage.',
    holesTitle: "Ce qui manque à l'inventaire",
    holes: {
      position: (n: number, shown: string, total: string) =>
        `${shown} ${plural(n, 'dispositif', 'dispositifs')} sur ${total} sans lieu connu : aucun niveau n'en tient compte.`,
      domain: (n: number, shown: string) =>
        `${shown} ${plural(n, 'dispositif', 'dispositifs')} sans domaine : aucune couverture n'en tient compte.`,
      places: (n: number, shown: string, total: string) =>
        n === 0
          ? "Aucun dispositif n'indique son nombre de places : il est inconnu, ce qui n'est pas zéro."
          : `${shown} ${plural(n, 'dispositif', 'dispositifs')} sur ${total} avec un nombre de places ; ailleurs il est inconnu, ce qui n'est pas zéro.`,
      remote: (names: string) => `Dispositifs seulement à distance, donnés à part : ${names}.`,
      closed: (n: number, shown: string) =>
        `${shown} ${plural(n, 'dispositif connu comme fermé, non compté', 'dispositifs connus comme fermés, non comptés')}.`,
      verify: (n: number, shown: string) => `${shown} ${plural(n, 'dispositif', 'dispositifs')} avec la mention « à vérifier ».`,
    },
    censusTitle: 'État du recensement et confiance',
    counted: (label: string, n: string) => `${label} (${n})`,
    confidenceNone: 'non évaluée',
    /** Labels of the tables that come with a territory. */
    territoryTables: {
      communes: 'Communes, intercommunalités, populations, chefs-lieux',
      outline: 'Contour du département (généralisé)',
      ages: 'Population par âge du département',
      census: 'Habitants de 18 à 24 ans par commune',
    } as Record<string, string>,
    censusColumn: 'Recensement (territoires)',
    absentColumn: 'Territoires sans données',
    confidenceColumn: 'Confiance (territoires)',
    censusSource: 'état déclaré par territoire et par domaine ; calculs Maillage.',
  },
  annex: {
    title: 'Annexe : niveau par commune',
    tableTitle: 'Niveau et temps estimé par commune et par domaine',
    intro:
      'Chaque case donne le niveau puis le temps estimé en minutes, en voiture, plus long sans véhicule. « – » : données absentes ou aucun lieu atteint.',
    commune: 'Commune',
    unit: 'Territoire',
  },
  fiche: {
    maps: 'Niveau par commune et par domaine',
    mapsAlt: (counts: string) => `Une petite carte par domaine. ${counts}.`,
    mapsAltDomain: (domain: string, n: string) => `${domain} : ${n} communes de niveau 2 ou 3`,
    matrix: 'Niveau par territoire',
    needs: "Besoins à examiner d'abord",
    more: (n: number, shown: string) =>
      `${plural(n, 'Un autre territoire figure', `${shown} autres territoires figurent`)} dans le rapport complet.`,
    cells: 'Chaque case : niveau du territoire, puis nombre estimé de jeunes vivant dans une commune de niveau 2 ou 3.',
    schematic: 'Contours schématiques.',
  },
};
