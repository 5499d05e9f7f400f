import { formatNumber } from '../format';

const n = (value: number) => formatNumber(value, 'fr');
const plural = (value: number, one: string, several: string) => `${n(value)}\u00a0${value < 2 ? one : several}`;

/** Words of the ground of a diagnosis: its sectors, its perimeter, the numbers of its young people, its borders. */
export const territoryFr = {
  tab: 'Territoire',
  sectors: {
    title: 'Secteurs de travail',
    note: 'UTAS, MDS, bassins : vos propres secteurs deviennent la maille de lecture. Un fichier CSV commune → secteur se dépose comme les autres ; sinon, dessinez-les sur la carte.',
    empty: 'Aucun secteur : la lecture se fait par intercommunalité.',
    name: 'Secteur',
    nameOf: (name: string) => `Nom du secteur ${name}`,
    communes: 'Communes',
    young: '18-24 ans (environ)',
    draw: 'Dessiner',
    drawOf: (name: string) => `Dessiner ${name} sur la carte`,
    drawAll: 'Dessiner sur la carte',
    fromEpci: 'Partir des intercommunalités',
    export: 'Exporter (CSV)',
    forget: 'Oublier les secteurs',
    remove: (name: string) => `Supprimer le secteur ${name}`,
    forgotten: 'Secteurs oubliés : la lecture se fait par intercommunalité.',
    removed: (name: string) => `Secteur « ${name} » supprimé.`,
    made: (count: number) => `${plural(count, 'secteur créé', 'secteurs créés')} d'après les intercommunalités.`,
    file: 'secteurs',
    drawTitle: (territory: string) => `Secteurs de travail (${territory})`,
    drawNote: "Choisissez un secteur, puis cliquez sur ses communes ; un second clic l'en retire.",
    tools: 'Dessin des secteurs',
    pen: 'Secteur à dessiner',
    choose: 'Choisir un secteur…',
    newName: 'Nom du nouveau secteur',
    add: 'Ajouter le secteur',
    stroke: 'Un clic prend',
    byCommune: 'une commune',
    byEpci: "toute l'intercommunalité",
    state: (name: string, communes: number, young: string) =>
      `${name} : ${plural(communes, 'commune', 'communes')}, environ ${young} jeunes de 18 à 24 ans`,
    first: 'Nommez un premier secteur ou choisissez-en un.',
    done: 'Terminer',
    none: 'Aucun secteur',
    sector: 'Secteur',
    sectorOf: (commune: string) => `Secteur de ${commune}`,
    left: (count: number) =>
      count === 0 ? 'Toutes les communes ont un secteur.' : `${plural(count, 'commune', 'communes')} sans secteur`,
  },
  young: {
    title: 'Jeunes',
    population: 'Population de 18 à 24 ans',
    estimate:
      "Estimée par commune à partir des âges du département (Insee). Pour des chiffres par commune, déposez le fichier de l'Insee qui porte la colonne P22_POP1824 (« Évolution et structure de la population ») : il reste sur cet ordinateur.",
    census: (source: string) => `En vigueur : ${source}.`,
    forget: "Revenir à l'estimation",
    forgotten: "La population de 18 à 24 ans est de nouveau l'estimation.",
    counts: "Jeunes suivis par l'ASE et par la PJJ",
    countsNote:
      "Nombres agrégés, par territoire, saisis ici ou déposés en CSV (territoire ; jeunes_ase ; jeunes_pjj ; tranche_age ; annee). Jamais de liste nominative. Un nombre inférieur à 5 n'est ni imprimé ni exporté.",
    ages: "Tranche d'âge",
    year: 'Année',
    source: 'Source',
    group: { ase: 'ASE', pjj: 'PJJ' },
    countOf: (group: string, unit: string) => `Jeunes suivis par ${group}, ${unit}`,
    unit: 'Territoire',
    origin: 'Origine',
    entered: 'saisi',
    saved: 'Nombre de jeunes enregistré.',
    card: (group: string) => `Jeunes suivis (${group})`,
    cardValue: (people: string, ages: string, year: string) => [people, ages, year].filter(Boolean).join(', '),
  },
  perimeter: {
    title: 'Périmètre',
    note: 'Le diagnostic porte sur tout le département, ou sur une partie que vous choisissez (par exemple la Métropole de Lyon, ou le Rhône sans elle). Ce qui est en dehors compte comme voisin.',
    whole: (name: string) => `Tout le département (${name})`,
    now: (name: string, communes: number) => `${name}, ${plural(communes, 'commune', 'communes')}`,
    choose: 'Choisir un périmètre',
    name: 'Nom du périmètre',
    units: 'Intercommunalités du périmètre',
    all: 'Tout cocher',
    nothing: 'Tout décocher',
    others: 'Inverser',
    apply: 'Appliquer ce périmètre',
    back: 'Revenir à tout le département',
    set: (name: string) => `Périmètre : ${name}.`,
    unset: 'Le diagnostic porte de nouveau sur tout le département.',
  },
  placing: {
    action: 'Placer les adresses…',
    title: 'Placer les adresses',
    nothing: "Aucune adresse à placer : chaque lieu qui en porte une a déjà sa position, ou n'est connu qu'à sa commune.",
    offer: (count: number) =>
      `${plural(count, 'lieu porte une adresse mais n’est placé', 'lieux portent une adresse mais ne sont placés')} qu'au chef-lieu de leur commune. Le géocodeur officiel (data.geopf.fr, IGN et Base adresse nationale) peut donner leur position.`,
    what: "Seules ces adresses de structures partiraient, avec le code de leur commune : ni nom, ni identifiant, ni rien d'autre. Rien ne part sans votre accord.",
    more: (count: number) => `et ${plural(count, 'autre', 'autres')}`,
    withheld: (count: number) =>
      `${plural(count, 'lieu protégé n’est', 'lieux protégés ne sont')} jamais ${count < 2 ? 'envoyé' : 'envoyés'} (protection de l'enfance, PJJ, violences, CHRS…).`,
    send: (count: number) => `Envoyer ${plural(count, 'adresse', 'adresses')}`,
    refuse: 'Ne rien envoyer',
    leave: 'Fermer sans placer',
    sending: (done: number, total: number) => `${n(done)} adresses sur ${n(total)}…`,
    fault: (reason: string) =>
      `Le service n'a pas répondu (${reason}). Ce qui a été trouvé avant peut être gardé ; réessayez plus tard pour le reste.`,
    summary: (found: number, missing: number) =>
      `${plural(found, 'adresse trouvée', 'adresses trouvées')}, ${plural(missing, 'restée', 'restées')} au chef-lieu de la commune.`,
    sure: (count: number) => `Sûres (${n(count)})`,
    doubtful: (count: number) => `Douteuses, à vérifier une par une (${n(count)})`,
    score: (score: string) => `score ${score}`,
    accept: (count: number) => `Placer ${plural(count, 'lieu', 'lieux')}`,
    placed: (count: number) => `${plural(count, 'lieu placé à son adresse', 'lieux placés à leur adresse')}.`,
  },
  border: {
    title: 'Offre des départements voisins',
    note: 'Déposez aussi les fichiers des départements voisins : leurs lieux à moins de 60 km comptent dans les trajets. Sans eux, les communes proches de la limite sont signalées.',
    departement: 'Département voisin',
    places: 'Lieux chargés',
    noPlace: 'aucun',
    flagged: (count: number, domain: string) =>
      count === 0
        ? `${domain} : aucune commune signalée.`
        : `${domain} : ${plural(count, 'commune est plus proche', 'communes sont plus proches')} d'un département voisin sans offre chargée que du lieu recensé le plus proche.`,
    card: 'Limite du département',
    cardValue: (departements: string, minutes: string) =>
      `${departements} à environ ${minutes} min, offre non chargée : le temps réel peut être plus court`,
    proof: (count: number, total: number, departements: string) =>
      `Effet de bord : ${n(count)} des ${n(total)} communes concernées sont plus proches d'un département voisin sans offre chargée (${departements}) que du lieu recensé le plus proche ; leur temps réel peut être plus court.`,
  },
};
