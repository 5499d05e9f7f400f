const n = (count: number) => count.toLocaleString('fr-FR');
/** French keeps the singular below two. */
const plural = (count: number, one: string, many: string) => `${n(count)} ${count < 2 ? one : many}`;

/** Words of the work left on the inventory. */
export const qualityFr = {
  partsLabel: 'Recensement',
  parts: { state: 'État déclaré', work: 'Travail restant', documents: 'Documents' },
  workNote:
    "Ce qui manque ou vieillit dans les fiches. Chaque ligne s'ouvre en table, avec ces fiches seulement : une fiche complétée sort de la liste.",
  unit: 'Territoire',
  allUnits: 'Tout le territoire',
  domain: 'Domaine',
  allDomains: 'Tous les domaines',
  months: 'Ancien au-delà de (mois)',
  declared: (unit: string, domain: string, state: string) => `Recensement de ${unit}, ${domain} : ${state}`,
  declaredOn: (on: string) => `le ${on}`,
  declaredBy: (by: string) => `par ${by}`,
  declaredWith: (list: string) => `contrôlé avec « ${list} »`,
  noList: 'sans liste de contrôle',
  counts: (done: number, left: number, total: number) =>
    `${plural(total, 'point', 'points')} = ${plural(done, 'fait', 'faits')} + ${plural(left, 'restant', 'restants')}`,
  concerns: {
    position: 'Position absente ou à la commune près',
    'no-site': 'Aucun lieu rattaché',
    'to-verify': 'À vérifier',
    old: (months: number) => `Sans mise à jour ni vérification depuis ${plural(months, 'mois', 'mois')}`,
    ended: 'Échéance passée',
    ending: (months: number) => `Échéance dans les ${plural(months, 'mois', 'mois')}`,
    duplicate: 'Doublon possible',
    field: (label: string) => `Non renseigné : ${label}`,
  },
  columns: { what: 'À reprendre', kind: 'Fiches', done: 'Fait', left: 'Reste', total: 'Total', open: 'Table' },
  open: (count: number) => `Voir ${plural(count, 'fiche', 'fiches')}`,
  openOf: (what: string, kind: string, count: number) => `Voir ${plural(count, 'fiche', 'fiches')} : ${what} (${kind})`,
  toDuplicates: 'Comparer les doublons',
  allDone: 'Rien ne reste à reprendre ici.',
  nothing: 'Aucune fiche ici : il reste à recenser.',
  searching: 'Les doublons sont en cours de recherche : ils ne sont pas encore comptés.',
  doneLines: (lines: string) => `Sans reste : ${lines}.`,
  line: (what: string, kind: string) => `${what} (${kind})`,
  only: (label: string) => `Seulement : ${label}`,
  showAll: 'Tout montrer',
  leftIn: (left: number) => `${n(left)} à reprendre`,
  leftOf: (unit: string, domain: string, left: number) => `${unit}, ${domain} : ${n(left)} à reprendre`,
  trace: 'Date, liste…',
  traceOf: (unit: string, domain: string) => `Date et liste du recensement de ${unit}, ${domain}`,
  on: 'Date du recensement',
  badDate: 'Il faut une date.',
  state: 'État',
  by: 'Recensé par',
  list: 'Contrôlé avec la liste',
  save: 'Enregistrer',
  /** What changed since the state that the diagnosis is compared to. */
  since: {
    ties: 'Liens',
    tieOpened: 'Nouveau',
    tieEnded: 'Terminé ou retiré',
    tieCounts: (opened: number, ended: number, changed: number, unchanged: number) =>
      `${plural(opened, 'nouveau', 'nouveaux')} · ${plural(ended, 'terminé ou retiré', 'terminés ou retirés')} · ${plural(changed, 'modifié', 'modifiés')} · ${plural(unchanged, 'inchangé', 'inchangés')}`,
    column: (name: string) => `Depuis « ${name} »`,
    added: 'nouveau',
    changed: (fields: string) => `modifié : ${fields}`,
    same: 'inchangé',
    counts: (name: string, added: number, changed: number, same: number, gone: number) =>
      `Depuis « ${name} » : ${plural(added, 'nouveau', 'nouveaux')} · ${plural(changed, 'modifié', 'modifiés')} · ${plural(same, 'inchangé', 'inchangés')} · ${plural(gone, 'retiré', 'retirés')}`,
    gone: (names: string) => ` (${names})`,
    more: (count: number) => `et ${plural(count, 'autre', 'autres')}`,
    legend: (name: string, actors: number, ties: number) =>
      `nouveau depuis « ${name} » : ${plural(actors, 'acteur', 'acteurs')}, ${plural(ties, 'lien', 'liens')}`,
  },
  publicCopy: {
    output: 'Copie publique du projet (sans notes, contacts ni lieux protégés)',
    file: 'copie-publique',
    saved: (file: string, sites: number, counts: number) =>
      `« ${file} » enregistré : ${plural(sites, 'lieu ramené', 'lieux ramenés')} à la commune, ${plural(counts, 'nombre masqué', 'nombres masqués')}.`,
  },
  documents: {
    title: 'Documents de référence et objectifs',
    intro: 'Les documents qui fixent des objectifs au territoire, et les besoins du diagnostic que ces objectifs visent.',
    note: 'Schéma, protocole, pacte : leurs objectifs, rattachés aux besoins, se lisent sur la fiche de chaque besoin et dans le rapport.',
    none: 'Aucun document. Ajoutez le schéma départemental ou le protocole pour rattacher ses objectifs aux besoins.',
    kinds: {
      schema: 'Schéma départemental',
      protocole: 'Protocole (art. L. 222-5-2 CASF)',
      pacte: 'Pacte local des solidarités',
      commission: 'Dossier de la dernière commission',
      autre: 'Autre document',
    },
    objectiveOf: {
      schema: 'Objectif du schéma départemental',
      protocole: 'Objectif du protocole (art. L. 222-5-2 CASF)',
      pacte: 'Objectif du pacte local des solidarités',
      commission: 'Objectif du dossier de la dernière commission',
      autre: 'Objectif',
    },
    objective: (of: string, said: string, title: string, date: string) =>
      `${of} : ${said} (« ${title} »${date === '' ? '' : `, ${date}`})`,
    add: 'Ajouter un document',
    edit: 'Modifier',
    editOf: (title: string) => `Modifier « ${title} »`,
    remove: 'Supprimer',
    removeOf: (title: string) => `Supprimer « ${title} »`,
    removed: (title: string) => `« ${title} » supprimé.`,
    saved: (title: string) => `« ${title} » enregistré.`,
    kind: 'Nature',
    titleField: 'Titre',
    date: 'Date',
    link: 'Adresse (lien)',
    noTitle: 'Il faut un titre.',
    badLink: "L'adresse doit commencer par https:// ou http://.",
    document: 'Document',
    objectiveLabel: 'Objectif',
    objectiveRank: (rank: number) => `Objectif ${rank}`,
    addObjective: 'Ajouter un objectif',
    removeObjective: (rank: number) => `Retirer l'objectif ${rank}`,
    needs: 'Besoins visés',
    noNeed: 'aucun besoin rattaché',
    unit: 'Territoire du besoin',
    domain: 'Domaine du besoin',
    addNeed: 'Rattacher ce besoin',
    removeNeed: (need: string) => `Détacher : ${need}`,
    need: (domain: string, unit: string) => `${domain}, ${unit}`,
    needState: (need: string, gaps: number, isWhole: boolean) =>
      gaps === 0
        ? `${need} : aucun besoin repéré`
        : isWhole
          ? `${need} : ${plural(gaps, 'besoin repéré', 'besoins repérés')}`
          : `${need} : besoin repéré`,
    objectives: (count: number) => plural(count, 'objectif', 'objectifs'),
    tableTitle: 'Objectifs des documents et besoins visés',
    tableSource: 'saisie dans Maillage ; besoins du présent diagnostic',
    covered: (covered: number, all: number) =>
      all === 0
        ? 'Le diagnostic ne repère aucun besoin non couvert.'
        : `${n(covered)} ${covered < 2 ? 'besoin repéré est visé' : 'besoins repérés sont visés'} par au moins un objectif, sur ${n(all)}.`,
  },
};
