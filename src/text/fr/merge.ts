const n = (count: number) => count.toLocaleString('fr-FR');
const plural = (count: number, one: string, many: string) => `${n(count)} ${count < 2 ? one : many}`;

/** Words of the merge of two project files. */
export const mergeFr = {
  open: 'Fusionner un autre fichier de projet…',
  note: "Celui d'une collègue, sur le même département : ce que l'une des deux a changé seule est repris, le reste vous est demandé.",
  title: (name: string) => `Fusionner « ${name} »`,
  elsewhere: (name: string, departement: string) =>
    `« ${name} » porte sur un autre département (${departement}) : il ne peut pas être fusionné avec celui-ci.`,
  brings: (actors: number, sites: number, schemes: number, ties: number) =>
    `Il apporte ${plural(actors, 'acteur', 'acteurs')}, ${plural(sites, 'lieu', 'lieux')}, ${plural(schemes, 'dispositif', 'dispositifs')}, ${plural(ties, 'lien', 'liens')} que ce diagnostic n'a pas.`,
  none: "Aucun conflit : rien n'est dit autrement des deux côtés.",
  conflicts: (count: number) =>
    `${plural(count, 'conflit', 'conflits')} : les deux disent autre chose. Choisissez, un par un ; la plus récente des deux valeurs est proposée où elle est connue.`,
  columns: { what: 'Fiche', field: 'Champ', mine: 'Ce diagnostic', theirs: 'Autre fichier', choice: 'À garder' },
  record: 'la fiche entière',
  removed: 'supprimée',
  choiceOf: (name: string, field: string) => `À garder pour ${name}, ${field}`,
  mine: 'ce diagnostic',
  theirs: "l'autre fichier",
  allMine: 'Tout garder de ce diagnostic',
  allTheirs: "Tout prendre de l'autre",
  apply: 'Fusionner',
  cancel: 'Ne pas fusionner',
  done: (name: string) => `« ${name} » est fusionné.`,
  parts: { census: 'Recensement', settings: 'Réglages', rest: 'Diagnostic' },
};
