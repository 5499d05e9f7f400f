const n = (count: number) => count.toLocaleString('fr-FR');
/** French keeps the singular below two. */
const plural = (count: number, one: string, many: string) => `${n(count)} ${count < 2 ? one : many}`;

/** Words of the screen of the network. */
export const networkFr = {
  readings: {
    graph: 'Graphe',
    matrices: 'Matrices',
    findings: 'Constats',
    suggestions: 'À examiner',
    funding: 'Financements',
  },
  readingsLabel: 'Lecture du réseau',
  colour: 'Couleur',
  colours: {
    domain: 'Domaine',
    kind: "Type d'acteur",
    epci: 'EPCI',
    community: 'Communauté',
    status: 'Statut juridique',
    mobilisation: 'Mobilisation',
  },
  size: 'Taille',
  sizes: {
    degree: 'Nombre de liens',
    betweenness: "Rôle d'intermédiaire",
    places: 'Places',
    amount: 'Montants (€)',
  },
  arrangement: 'Disposition',
  arrangements: { ties: 'Selon les liens', places: 'Sur le territoire', circles: 'Acteurs et instances' },
  tool: 'Geste',
  tools: { look: 'Explorer', link: 'Relier', place: 'Placer' },
  toolHelp: {
    look: '',
    link: "Glisser d'un acteur à un autre, ou appuyer sur l'un puis sur l'autre.",
    place: 'Glisser un acteur où il doit rester, ou appuyer sur lui puis sur sa nouvelle place.',
  },
  linkFrom: (name: string) => `Lien depuis « ${name} » : appuyer sur l'autre acteur.`,
  placing: (name: string) => `« ${name} » : appuyer sur sa nouvelle place.`,
  cancel: 'Annuler',
  unpin: 'Rendre toutes les places',
  unpinned: 'Les places sont de nouveau calculées.',
  pinned: (name: string) => `« ${name} » reste à cette place.`,
  more: 'Options du graphe',
  shows: {
    deduced: 'Liens déduits',
    pending: 'En projet et souhaités',
    withoutDepartement: 'Sans le Département',
  },
  around: 'Autour de la fiche ouverte',
  aroundAll: 'Tous les acteurs',
  aroundDepth: (depth: number) => (depth === 1 ? 'Voisins directs' : `Jusqu'à ${depth} liens`),
  aroundNeeds: "Ouvrir la fiche d'un acteur pour voir ses voisins, ou un chemin vers un autre.",
  path: 'Chemin vers',
  pathNone: 'Aucun',
  pathFound: (names: readonly string[]) =>
    names.length === 2 ? `« ${names[0]} » et « ${names[1]} » sont liés directement.` : `Chemin : ${names.join(' → ')}.`,
  pathMissing: (from: string, to: string) => `Aucun chemin connu entre « ${from} » et « ${to} ».`,
  on: 'Liens au',
  onAll: 'Toutes les dates',
  onYear: (year: string, dated: number, total: number) =>
    `Liens au 31 décembre ${year} : ${n(dated)} sur ${plural(total, 'lien', 'liens')} ${total < 2 ? 'porte' : 'portent'} une date ; les autres sont montrés comme toujours en vigueur.`,
  legend: {
    pending: 'lien en projet ou souhaité',
    arrow: 'flèche : le lien va dans ce sens',
    width: 'épaisseur : intensité, de 1 (connaissance) à 4 (intégration) ; non renseignée : trait fin',
    size: {
      degree: 'taille : nombre de liens',
      betweenness: "taille : part des paires d'acteurs dont le plus court chemin passe par l'acteur",
      places: 'taille : places des dispositifs',
      amount: 'taille : montants des liens en vigueur, donnés et reçus',
    },
    unsized: (count: number) => `${plural(count, 'acteur', 'acteurs')} sans cette donnée : taille la plus petite`,
    bodies: 'financeur, instance ou réseau hors inventaire',
    computing: 'communautés et intermédiaires en cours de calcul…',
    ground: 'contours schématiques des communes',
  },
  community: (rank: number, head: string) => (head === '' ? `Groupe ${rank}` : `Groupe ${rank}, autour de ${head}`),
  severalUnits: 'plusieurs EPCI',
  otherTraits: 'autres',
  unknownTrait: {
    domain: 'sans domaine',
    kind: 'type non renseigné',
    epci: 'sans lieu connu',
    community: 'sans communauté',
    status: 'statut non renseigné',
    mobilisation: 'mobilisation non renseignée',
  },
  tray: {
    ties: (count: number) => `Sans lien connu : ${plural(count, 'acteur', 'acteurs')}`,
    places: (count: number) => `Sans lieu connu : ${plural(count, 'acteur', 'acteurs')}`,
    circles: (count: number) => `Sans financeur, instance ni réseau partagé : ${plural(count, 'acteur', 'acteurs')}`,
  },
  trayNote: {
    ties: 'Isolés dans ces sources, pas forcément sur le terrain.',
    places: 'Leurs fiches ne disent pas où ils reçoivent.',
    circles: 'Dans ces sources.',
  },
  circlesSentence: (actors: number, total: number, bodies: number) =>
    `${plural(actors, 'acteur', 'acteurs')} sur ${n(total)} ${actors < 2 ? 'partage' : 'partagent'} au moins un financeur, une instance, un réseau, une entité juridique ou un dispositif avec un autre (${plural(bodies, 'ensemble', 'ensembles')}). Ces rapprochements sont déduits des fiches, non déclarés.`,
  findings: {
    basis: 'Liens comptés',
    bases: { stated: 'Constatés', all: 'Constatés et déduits' },
    departement: 'Département',
    departements: { whole: 'Avec le Département', without: 'Sans le Département' },
    hideNames: 'Masquer les noms (version publique)',
    computing: 'Lecture du réseau en cours…',
    someone: (kind: string) => `un acteur (${kind})`,
    caution:
      "Un lien absent de ces sources n'est pas un lien absent du terrain. Ces constats décrivent l'inventaire ; ils ne jugent aucun acteur.",
    fewActors: 'Moins de dix acteurs : les nombres sont donnés sans pourcentage.',
    titles: {
      whole: "Vue d'ensemble",
      fragile: 'Points de fragilité',
      brokers: 'Intermédiaires',
      groups: 'Communautés et noyau',
      mixing: 'Entre domaines et territoires',
      ending: 'Liens qui arrivent à échéance',
      funders: 'Dépendance à un financeur',
    },
    figures: {
      caption: 'Mesures du réseau, quatre lectures',
      measure: 'Mesure',
      actors: 'Acteurs',
      ties: 'Liens',
      density: 'Densité',
      averageDegree: 'Liens par acteur, en moyenne',
      degreeCentralization: 'Centralisation des liens (0 à 1)',
      betweennessCentralization: "Centralisation de l'intermédiation (0 à 1)",
      closenessCentralization: 'Centralisation de la proximité (0 à 1)',
      components: 'Ensembles séparés',
      largest: 'Plus grand ensemble',
      isolates: 'Acteurs sans lien connu',
      fragmentation: "Paires d'acteurs qu'aucun chemin ne relie",
      none: 'non défini',
      columns: {
        stated: { whole: 'Constatés', without: 'Constatés, sans le Département' },
        all: { whole: 'Tous', without: 'Tous, sans le Département' },
      },
      note: "Centralisation : 1 quand tout passe par un seul acteur. La proximité n'est définie que pour un réseau d'un seul tenant.",
    },
    density: (density: string, average: string) =>
      `${density} des partenariats possibles sont connus, soit ${average} liens par acteur en moyenne.`,
    centre: (name: string, share: string) => `Le plus court chemin de ${share} des paires d'acteurs passe par « ${name} ».`,
    noCut: "Aucun acteur n'est le seul passage entre deux parties du réseau.",
    cut: (name: string, dependents: number, pieces: number) =>
      `Si « ${name} » se retirait, ${
        dependents === 0
          ? `son ensemble se séparerait en ${n(pieces)} parties.`
          : `${plural(dependents, 'acteur perdrait son seul lien connu', 'acteurs perdraient leur seul lien connu')} et son ensemble se séparerait en ${n(pieces)} parties.`
      }`,
    cutPairs: (pairs: number) =>
      `${plural(pairs, "paire d'acteurs ne serait plus reliée", "paires d'acteurs ne seraient plus reliées")}.`,
    cutsMore: (count: number) => `${plural(count, 'autre acteur est', 'autres acteurs sont')} aussi un passage unique.`,
    bridge: (a: string, b: string, side: number) =>
      `Le lien entre « ${a} » et « ${b} » est seul à rattacher ${plural(side, 'acteur', 'acteurs')} au reste de leur ensemble.`,
    broker: (name: string, share: string) => `${name} : sur le plus court chemin de ${share} des paires d'acteurs.`,
    roles: (roles: string) => `Rôles entre domaines : ${roles}.`,
    role: {
      coordinator: (count: number) => `${n(count)} fois entre deux acteurs de son domaine`,
      itinerant: (count: number) => `${n(count)} fois entre deux acteurs d'un autre domaine`,
      gatekeeper: (count: number) => `${n(count)} fois vers son domaine`,
      representative: (count: number) => `${n(count)} fois depuis son domaine`,
      liaison: (count: number) => `${n(count)} fois entre deux autres domaines`,
    },
    noRole: 'Sans dispositif dans un domaine lu : ses rôles entre domaines ne sont pas comptés.',
    captive: (name: string, value: string) =>
      `« ${name} » n'a que des partenaires liés entre eux (contrainte de Burt : ${value}).`,
    noCaptive: "Aucun acteur d'au moins trois liens n'est enfermé dans un seul cercle de partenaires.",
    communities: (count: number, largest: number, modularity: string, stability: string) =>
      `${plural(count, 'communauté', 'communautés')} d'au moins deux acteurs ; la plus grande en compte ${n(largest)}. Modularité ${modularity} ; accord moyen de vingt tirages : ${stability}.`,
    noCommunity: "Sans lien, il n'y a pas de communauté à lire.",
    likeEpci: (value: string) =>
      `Accord entre communautés et EPCI : ${value} (1 : les mêmes groupes ; 0 : pas plus que le hasard).`,
    core: (count: number, names: string) => `Noyau : ${plural(count, 'acteur', 'acteurs')} (${names}).`,
    among: (count: number, names: string) => `${count} parmi ceux-ci, qui ont autant de liens : ${names}`,
    nucleus: (k: number, actors: number) =>
      `${plural(actors, 'acteur a', 'acteurs ont')} au moins ${plural(k, 'lien', 'liens')} avec d'autres de ce même groupe (noyau d'ordre ${n(k)}).`,
    correlation: (value: string) => `Ressemblance avec un réseau « centre et périphérie » : ${value} (1 : exacte).`,
    ei: (by: string, value: string, expected: string) =>
      `${by} : indice E-I ${value} (attendu au hasard : ${expected} ; −1 : chacun chez soi, +1 : tous les liens traversent).`,
    assortativity: (value: string) => `Assortativité ${value} (1 : entre semblables seulement ; 0 : au hasard).`,
    byDomain: 'Entre domaines',
    byEpci: 'Entre EPCI',
    silent: (a: string, b: string) => `${a} et ${b}`,
    noTieBetween: (pairs: string) => `Aucun lien connu entre : ${pairs}.`,
    ending: (names: string, on: string) => `${names} : échéance le ${on}.`,
    noEnding: (dated: number) =>
      dated === 0
        ? "Aucun lien ne porte d'échéance : rien ne peut être dit des fins de convention."
        : `Aucun lien n'arrive à échéance dans les douze mois (${plural(dated, 'lien porte', 'liens portent')} une échéance).`,
    dependence: (single: number, known: number) =>
      known === 0
        ? "Aucun financeur n'est connu pour les dispositifs ouverts."
        : `${n(single)} ${single < 2 ? 'dispositif ouvert' : 'dispositifs ouverts'} sur ${n(known)} dont un financeur est connu n'${single < 2 ? 'a' : 'ont'} qu'un financeur connu.`,
    openShort: 'Ouvrir la fiche',
    open: (name: string) => `Ouvrir la fiche : ${name}`,
    method:
      'Mesures de réseau simple non orienté. Sources : Freeman 1978, Borgatti 2006, Hopcroft et Tarjan 1973, Burt 1992, Gould et Fernandez 1989, Krackhardt et Stern 1988, Newman 2003, Lip 2011, Blondel et coll. 2008 (Louvain, vingt tirages à graine fixe).',
  },
  matrices: {
    choice: 'Matrice',
    choices: { domains: 'Domaines', epci: 'EPCI', actors: 'Acteurs' },
    caption: { domains: 'Liens connus entre domaines', epci: 'Liens connus entre EPCI', actors: 'Acteurs reliés deux à deux' },
    corner: { domains: 'Domaine', epci: 'EPCI', actors: 'Acteur' },
    of: (size: number) => plural(size, 'acteur', 'acteurs'),
    cell: (observed: number, possible: number) => `${n(observed)} sur ${n(possible)}`,
    impossible: '–',
    note: "Liens connus sur paires possibles. Chaque acteur compte dans son premier domaine, ou dans son seul EPCI ; les autres n'y sont pas.",
    counted: (actors: number, total: number) => `${plural(actors, 'acteur compté', 'acteurs comptés')} sur ${n(total)}.`,
    adjacency: (shown: number) =>
      `${plural(shown, 'acteur relié', 'acteurs reliés')}, rangés par communauté : un carré plein le long de la diagonale est un groupe soudé.`,
    tooMany: (count: number) => `${n(count)} acteurs reliés : les 150 qui ont le plus de liens sont montrés.`,
    alt: (actors: number, ties: number) => `Matrice de ${n(actors)} acteurs, ${plural(ties, 'lien', 'liens')}.`,
  },
  suggestions: {
    title: 'À examiner',
    intro:
      "Dix rapprochements au plus, entre acteurs sans lien connu. Ce sont des pistes calculées, à discuter avec eux : rien ne dit qu'ils ne se connaissent pas.",
    none: 'Aucun rapprochement ne ressort : il faut des dispositifs avec un domaine, un lieu ou une zone, et des besoins repérés.',
    computing: 'Recherche des rapprochements…',
    reason: (p: {
      a: string;
      b: string;
      domainsA: string;
      domainsB: string;
      young: string;
      concerned: string;
      offer: string;
      unit: string;
    }) =>
      `« ${p.a} » (${p.domainsA}) et « ${p.b} » (${p.domainsB}) sont à portée des mêmes communes, où vivent ${p.young}. Autour d'eux, ${p.concerned} vivent sans offre suffisante repérée : ${p.offer}${p.unit === '' ? '' : `, surtout ${p.unit}`}.`,
    through: (name: string) => `« ${name} », lié aux deux, pourrait les présenter.`,
    noCommon: 'Aucun partenaire commun n’est connu dans ces sources.',
    spare: (p: { a: string; b: string; cut: string; pairs: number }) =>
      `Un lien entre « ${p.a} » et « ${p.b} » garderait reliées ${plural(p.pairs, "paire d'acteurs", "paires d'acteurs")} qui ne le sont aujourd'hui que par « ${p.cut} ».`,
    score: 'Indice',
    terms: { territory: 'Territoire', complementarity: 'Complémentarité', need: 'Besoin', feasibility: 'Faisabilité' },
    termsHelp:
      'Indice = territoire × complémentarité × besoin × faisabilité, chacun de 0 à 1. Territoire : jeunes que les deux atteignent, sur ceux de celui qui en atteint le moins. Complémentarité : part des domaines que les deux n’ont pas en commun. Besoin : part des jeunes que l’un ou l’autre atteint et qui vivent au niveau 2 ou 3 dans un de leurs domaines. Faisabilité : un partenaire commun la rend plus facile. Au plus deux pistes par acteur.',
    spareHelp: "Piste de robustesse : sans elle, le départ d'un seul acteur séparerait le réseau.",
    accept: 'Retenir',
    acceptOf: (a: string, b: string) => `Retenir : ${a} et ${b}`,
    setAside: 'Écarter',
    setAsideOf: (a: string, b: string) => `Écarter : ${a} et ${b}`,
    wasSetAside: 'Piste écartée : elle ne sera plus proposée.',
    asides: (count: number) => plural(count, 'piste écartée', 'pistes écartées'),
    takeUp: 'Reprendre',
    onGraph: 'Voir sur le graphe',
    onGraphOf: (name: string) => `Voir sur le graphe : ${name}`,
    action: (partner: string) => (partner === '' ? 'Organiser une rencontre' : `Organiser une rencontre, avec ${partner}`),
    networks: "Réseaux d'entraide : présents, absents",
    networksNote:
      'Liste de référence, modifiable (Réglages, listes de référence). « Absent » : aucun acteur de ce nom dans cet inventaire.',
    seats: 'Autour de la table : commission départementale d’accès à l’autonomie',
    seatsNote:
      'Composition : arrêté du 8 août 2023, article 1, lu pour la présidence et les points 1 à 3 ; le reste est à vérifier. Liste modifiable.',
    columns: { name: 'Nom', brings: 'Apport', presence: 'Dans cet inventaire', tie: 'Lié au Département', source: 'Source' },
    brings: {
      'pair-aidance': 'Entraide entre pairs',
      mentorat: 'Mentorat',
      parrainage: 'Parrainage',
      suite: 'Suite après la sortie',
    },
    absent: 'absent de cet inventaire',
    likely: '(de ce type, sous un autre nom : à confirmer)',
    more: (count: number) => `et ${n(count)} ${count < 2 ? 'autre' : 'autres'}`,
    verified: 'texte lu',
    unverified: 'à vérifier',
    tied: { yes: 'oui', some: (tied: number, all: number) => `${n(tied)} sur ${n(all)}`, no: 'aucun lien connu' },
  },
  funding: {
    parts: { flows: 'Flux', matrix: 'Dispositifs', fragile: 'À surveiller', leads: 'Pistes pour les besoins' },
    partsLabel: 'Lecture des financements',
    none: "Aucun financeur n'est connu : ni dans les dispositifs, ni dans les liens de cofinancement ou de mécénat.",
    year: 'Année',
    allYears: 'Toutes les années connues',
    noYear: 'sans année',
    money: { public: 'Argent public', prive: 'Argent privé', europeen: 'Argent européen', inconnu: 'Origine non précisée' },
    counted: (withAmount: number, ties: number) =>
      withAmount === ties
        ? `${plural(ties, 'lien de financement, avec son montant', 'liens de financement, tous avec leur montant')}.`
        : `${n(withAmount)} ${withAmount < 2 ? 'lien' : 'liens'} de financement sur ${n(ties)} ${withAmount < 2 ? 'porte' : 'portent'} un montant : les autres ne sont pas dans ce dessin.`,
    sankeyTitle: 'Qui finance qui',
    sankeyAlt: (euros: string, funders: number, carriers: number) =>
      `${euros} de ${plural(funders, 'financeur', 'financeurs')} vers ${plural(carriers, 'porteur', 'porteurs')}.`,
    others: (count: number) => plural(count, 'autre', 'autres'),
    source: (counted: string) => `montants entrés dans l'inventaire ; ${counted}`,
    flowsTable: 'Montants par financeur et porteur',
    columns: {
      funder: 'Financeur',
      money: 'Origine',
      carrier: 'Porteur',
      scheme: 'Dispositif',
      euros: 'Montant',
      year: 'Année',
      funders: 'Financeurs connus',
      ends: 'Fin connue',
      need: 'Besoin',
      near: 'Finance déjà',
    },
    matrixNote:
      '● nommé par le dispositif · ○ finance son porteur par un lien connu. Les financeurs qui ont le plus de porteurs sont en colonnes.',
    matrixCaption: 'Financeurs et dispositifs',
    named: 'nommé par le dispositif',
    carrier: 'finance le porteur',
    notHere: 'aucun financement connu',
    otherFunders: 'Autres',
    single: (count: number) => `${plural(count, 'dispositif ouvert', 'dispositifs ouverts')} avec un seul financeur connu`,
    ending: (count: number) =>
      `${plural(count, 'dispositif ouvert', 'dispositifs ouverts')} dont le financement connu finit dans les douze mois`,
    unknown: (count: number) =>
      `${plural(count, 'dispositif ouvert', 'dispositifs ouverts')} sans financeur connu, ni par eux-mêmes ni par leur porteur.`,
    ofCarrier: 'financeur du porteur',
    noSingle: "Aucun dispositif ouvert n'a un seul financeur connu.",
    noEnding: 'Aucune fin de financement connue dans les douze mois.',
    noEnds: "Aucune date de fin de financement n'est entrée : rien n'en est dit.",
    leadsNote:
      'Financeurs qui soutiennent déjà les acteurs les plus proches du besoin, dans le même domaine : à contacter, rien ne les engage.',
    lead: (actor: string, minutes: string) => `${actor}, à environ ${minutes} min`,
    noLeads: "Aucun financeur n'est connu près des besoins repérés.",
  },
  exchange: {
    gexf: 'Réseau, GEXF (Gephi)',
    graphml: 'Réseau, GraphML',
    nodes: 'Acteurs du réseau (CSV)',
    edges: 'Liens du réseau (CSV)',
    geojson: 'Réseau, GeoJSON',
  },
};

/** The shape that both languages share. */
export type NetworkText = typeof networkFr;
