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
    names.length === 2 ? `${names[0]} et ${names[1]} sont liés directement.` : `Chemin : ${names.join(' → ')}.`,
  pathMissing: (from: string, to: string) => `Aucun chemin connu entre ${from} et ${to}.`,
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
      betweenness: "taille : part des plus courts chemins qui passent par l'acteur",
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
  newTieNeeds: "Choisir l'autre acteur.",
  newTie: 'Nouveau lien',
  newTieAdd: 'Ajouter le lien',
};

/** The shape that both languages share. */
export type NetworkText = typeof networkFr;
