const few = (count: number, one: string, many: string) => (count < 2 ? one : many);
const n = (count: number) => count.toLocaleString('fr-FR');

/** Words of the comparison of two states, or of two diagnoses. Numbers of people come formatted. */
export const compareFr = {
  tab: 'Évolution',
  states: 'États datés',
  statesNote:
    'Un état daté garde une copie des fiches et du recensement : avant une commission, par exemple. Il reste dans le diagnostic et dans le fichier de projet.',
  name: "Nom de l'état",
  numbered: (rank: number) => `État ${rank}`,
  namePlaceholder: 'Commission de novembre',
  take: 'Prendre un état daté',
  taken: (name: string) => `État « ${name} » gardé.`,
  dropped: (name: string) => `État « ${name} » supprimé.`,
  none: 'Aucun état daté.',
  columns: { name: 'État', on: 'Pris le', records: 'Fiches', actions: 'Actions' },
  records: (actors: number, schemes: number) =>
    `${n(actors)} ${few(actors, 'acteur', 'acteurs')}, ${n(schemes)} ${few(schemes, 'dispositif', 'dispositifs')}`,
  compareWith: (name: string) => `Comparer à « ${name} »`,
  compare: 'Comparer',
  drop: 'Supprimer',
  dropOf: (name: string) => `Supprimer l'état « ${name} »`,
  file: 'Comparer à un fichier de projet…',
  fileNote: "D'une autre date, d'une collègue, ou d'un autre département.",
  stop: 'Fermer la comparaison',
  since: (name: string, on: string | null) => (on === null ? `Par rapport à « ${name} »` : `Depuis l'état « ${name} » du ${on}`),
  working: 'Comparaison en cours…',
  refusal: {
    domaine: "le domaine n'est lu que d'un côté",
    lecture: "l'un est lu par les places, l'autre par la présence : les niveaux ne se comparent pas",
    reference:
      'les places sont lues par rapport à la moyenne de chaque territoire : choisissez une même référence dans les réglages des deux pour comparer',
    seuils: 'les seuils ne sont pas les mêmes : choisissez les mêmes dans les réglages pour comparer',
    jeunes:
      'les besoins ne sont pas pesés par les mêmes jeunes (population générale, ASE ou PJJ) : choisissez les mêmes dans les réglages',
    temps: "les temps de trajet ne sont pas calculés de la même façon (vitesse, détour, temps d'accès ou matrice)",
  },
  refused: (domain: string, why: string) => `${domain} : comparaison refusée, ${why}.`,
  held: "Places : la lecture, la référence et les bornes des places non renseignées sont tenues à celles de l'état le plus ancien, pour que seule l'offre change.",
  otherMesh: 'Les deux ne sont pas lus sur le même territoire ni sur la même maille : les besoins ne se comparent pas un à un.',
  presentSettings: (name: string, parts: string) =>
    `« ${name} » est lu avec les réglages de ce diagnostic, pour que seule l'offre change ; les siens étaient autres : ${parts}.`,
  parts: {
    domaines: 'domaines',
    maille: 'maille',
    seuils: 'seuils',
    trajets: 'estimation des temps de trajet',
    places: 'lecture des places',
    perimetre: 'périmètre',
    jeunes: 'nombres de jeunes',
  },
  travel: {
    apart: (name: string, theirs: string, ours: string) =>
      `Les données de trajet ne sont pas les mêmes : « ${name} » : ${theirs} ; ce diagnostic : ${ours}.`,
    present: 'Celles de ce diagnostic valent pour les deux.',
    each: 'Chacun est lu avec les siennes.',
    times: (file: string, pairs: number, formatted: string) => `${file} (${formatted} ${few(pairs, 'couple', 'couples')})`,
    exceptions: (file: string, count: number) => `${n(count)} ${few(count, 'exception', 'exceptions')} (${file})`,
    none: 'aucune',
  },
  schemes: 'Dispositifs',
  schemeCounts: (opened: number, closed: number, changed: number, unchanged: number) =>
    `${n(opened)} ${few(opened, 'ouvert', 'ouverts')} · ${n(closed)} ${few(closed, 'fermé ou retiré', 'fermés ou retirés')} · ${n(changed)} ${few(changed, 'modifié', 'modifiés')} · ${n(unchanged)} ${few(unchanged, 'inchangé', 'inchangés')}`,
  actorsAndSites: 'Acteurs et lieux',
  recordCounts: (actors: number, sites: number) =>
    `${n(actors)} ${few(actors, "acteur d'un autre nom ou d'un autre type", "acteurs d'un autre nom ou d'un autre type")} · ${n(sites)} ${few(sites, 'lieu déplacé', 'lieux déplacés')}`,
  /** All that is told of a protected place beside its commune. */
  hiddenMove: 'lieu protégé : adresse ou position modifiée',
  gaps: 'Besoins non couverts',
  gapCounts: (solved: number, opened: number, changed: number, unsure: number, unchanged: number) =>
    `${n(solved)} ${few(solved, 'résolu', 'résolus')} · ${n(opened)} ${few(opened, 'nouveau', 'nouveaux')} · ${n(changed)} ${few(changed, 'modifié', 'modifiés')} · ${n(unsure)} à vérifier · ${n(unchanged)} ${few(unchanged, 'inchangé', 'inchangés')}`,
  kinds: {
    solved: 'Résolu',
    opened: 'Nouveau',
    changed: 'Modifié',
    schemeOpened: 'Ouvert',
    closed: 'Fermé ou retiré',
    unsure: 'À vérifier (données absentes ou places inconnues)',
  },
  /** A value and what it has become. */
  became: (before: string, after: string) => `${before} → ${after}`,
  gapChange: (levels: string, people: string) => `niveau ${levels} ; jeunes concernés ${people}`,
  more: (count: number) => `et ${n(count)} ${few(count, 'autre', 'autres')}`,
  onMap: 'Voir les deux cartes',
  state: (name: string) => `Comparer à : état « ${name} »`,
  now: 'Maintenant, lu comme cet état',
  table: {
    title: 'Les deux diagnostics, domaine par domaine',
    domain: 'Domaine',
    people: (name: string) => `${name} : jeunes dans un besoin non couvert`,
    minutes: (name: string) => `${name} : temps médian`,
    peopleOf: (people: string, share: string) => `${people} (${share})`,
    lacking: (people: string, without: string) => `${people} ; données absentes pour ${without} jeunes`,
    refused: 'comparaison refusée',
  },
};
