/** Overseas départements in FINESS: 9A Guadeloupe, 9B Martinique, 9C Guyane, 9D La Réunion, 9F Mayotte. */
const overseas: Readonly<Record<string, string>> = { '9A': '971', '9B': '972', '9C': '973', '9D': '974', '9F': '976' };

/** INSEE code from FINESS's département and three-figure commune; zeros lost by a spreadsheet are put back. */
export function overseasCommune(departement: string, commune: string): string {
  if (commune === '') return '';
  const dep = departement.padStart(2, '0').toUpperCase();
  // Overseas the commune's three figures begin with the département's last: 9A + 101 → 97101.
  return overseas[dep] ? `97${commune.padStart(3, '0')}` : `${dep}${commune.padStart(3, '0')}`;
}

/** Street types as official files abbreviate them. */
export const ways: Readonly<Record<string, string>> = {
  R: 'rue',
  AV: 'avenue',
  BD: 'boulevard',
  PL: 'place',
  RTE: 'route',
  CHE: 'chemin',
  CHEM: 'chemin',
  ALL: 'allée',
  IMP: 'impasse',
  CRS: 'cours',
  QU: 'quai',
  QUA: 'quartier',
  SQ: 'square',
  PAS: 'passage',
  VOI: 'voie',
  LD: 'lieu-dit',
  RPT: 'rond-point',
  PROM: 'promenade',
  ESP: 'esplanade',
  MTE: 'montée',
  RLE: 'ruelle',
  PTE: 'porte',
  FG: 'faubourg',
  HAM: 'hameau',
  TRA: 'traverse',
};

/** A postal address with its abbreviated street type written out. */
export const finessAddress = (number: string, way: string, name: string, line: string): string =>
  [number, ways[way.toUpperCase()] ?? way, name, line].filter((p) => p.trim() !== '').join(' ');
