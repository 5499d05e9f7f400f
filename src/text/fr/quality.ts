const n = (count: number) => count.toLocaleString('fr-FR');
/** French keeps the singular below two. */
const plural = (count: number, one: string, many: string) => `${n(count)} ${count < 2 ? one : many}`;

/** Words of the work left on the inventory. */
export const qualityFr = {
  partsLabel: 'Recensement',
  parts: { state: 'État déclaré', work: 'Travail restant' },
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
};
