import type { Mesh } from '../model/lists';

export interface Departement {
  readonly code: string;
  readonly name: string;
  /** Mesh that reads best: EPT in the inner ring of Greater Paris. */
  readonly mesh: Mesh;
}

const names =
  "01 Ain|02 Aisne|03 Allier|04 Alpes-de-Haute-Provence|05 Hautes-Alpes|06 Alpes-Maritimes|07 Ardèche|08 Ardennes|09 Ariège|10 Aube|11 Aude|12 Aveyron|13 Bouches-du-Rhône|14 Calvados|15 Cantal|16 Charente|17 Charente-Maritime|18 Cher|19 Corrèze|2A Corse-du-Sud|2B Haute-Corse|21 Côte-d'Or|22 Côtes-d'Armor|23 Creuse|24 Dordogne|25 Doubs|26 Drôme|27 Eure|28 Eure-et-Loir|29 Finistère|30 Gard|31 Haute-Garonne|32 Gers|33 Gironde|34 Hérault|35 Ille-et-Vilaine|36 Indre|37 Indre-et-Loire|38 Isère|39 Jura|40 Landes|41 Loir-et-Cher|42 Loire|43 Haute-Loire|44 Loire-Atlantique|45 Loiret|46 Lot|47 Lot-et-Garonne|48 Lozère|49 Maine-et-Loire|50 Manche|51 Marne|52 Haute-Marne|53 Mayenne|54 Meurthe-et-Moselle|55 Meuse|56 Morbihan|57 Moselle|58 Nièvre|59 Nord|60 Oise|61 Orne|62 Pas-de-Calais|63 Puy-de-Dôme|64 Pyrénées-Atlantiques|65 Hautes-Pyrénées|66 Pyrénées-Orientales|67 Bas-Rhin|68 Haut-Rhin|69 Rhône|70 Haute-Saône|71 Saône-et-Loire|72 Sarthe|73 Savoie|74 Haute-Savoie|75 Paris|76 Seine-Maritime|77 Seine-et-Marne|78 Yvelines|79 Deux-Sèvres|80 Somme|81 Tarn|82 Tarn-et-Garonne|83 Var|84 Vaucluse|85 Vendée|86 Vienne|87 Haute-Vienne|88 Vosges|89 Yonne|90 Territoire de Belfort|91 Essonne|92 Hauts-de-Seine|93 Seine-Saint-Denis|94 Val-de-Marne|95 Val-d'Oise|971 Guadeloupe|972 Martinique|973 Guyane|974 La Réunion|976 Mayotte";

const readByEpt = new Set(['92', '93', '94']);

/** The 101 départements, in the order of their codes as lists show them. */
export const departements: readonly Departement[] = names.split('|').map((entry) => {
  const [code = '', ...words] = entry.split(' ');
  return { code, name: words.join(' '), mesh: readByEpt.has(code) ? 'ept' : 'epci' };
});

/** The département of that code, or null. */
export const findDepartement = (code: string): Departement | null => departements.find((d) => d.code === code) ?? null;

/** A département that exists nowhere, to show what no public data can: its places, people and actors are all invented. */
export const fictional: Departement = { code: '00', name: 'Val-Fictif', mesh: 'epci' };

/** Whether everything that stands under a code is invented, whatever was added to it: said wherever it is shown. */
export const isFictional = (code: string): boolean => code === fictional.code;

/** What can be opened under a code: a département, or the fictional one; null: nothing. */
export const findOpenable = (code: string): Departement | null => (isFictional(code) ? fictional : findDepartement(code));

/** Whether a code is that of a part of France outside the départements (975, 977, 978, 984, 986 to 989 in the COG). */
export const isOverseasCollectivity = (code: string): boolean => /^9(75|77|78|84|86|87|88|89)$/.test(code);

/** Code of the département of an INSEE commune code ("97411" → "974", "2A004" → "2A"). */
export const departementOf = (communeCode: string): string =>
  /^9[78]/.test(communeCode) ? communeCode.slice(0, 3) : communeCode.slice(0, 2);
