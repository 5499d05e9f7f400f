import type { Sector, Territory } from '../model/territory';

/** Communes put into a sector, out of any other; all of them taken out when it already holds them all. As they are, for no sector of the name. */
export function assignCommunes(sectors: readonly Sector[], name: string, codes: readonly string[]): readonly Sector[] {
  if (!sectors.some((s) => s.name === name)) return sectors;
  const moved = new Set(codes);
  const present = new Set(sectors.find((s) => s.name === name)?.communeCodes);
  const isLeaving = codes.every((code) => present.has(code));
  return sectors.map((s) => {
    const others = s.communeCodes.filter((code) => !moved.has(code));
    const communeCodes = s.name === name && !isLeaving ? [...others, ...codes].sort() : others;
    return communeCodes.length === s.communeCodes.length && s.name !== name ? s : { ...s, communeCodes };
  });
}

/** A cut along the intercommunalities, to start from. */
export const sectorsFromEpci = (territory: Territory): readonly Sector[] =>
  territory.epci.map(({ name, communeCodes }) => ({ name, communeCodes: [...communeCodes].sort() }));

/** The sector of each commune, by code. */
export const sectorNames = (sectors: readonly Sector[]): ReadonlyMap<string, string> =>
  new Map(sectors.flatMap((s) => s.communeCodes.map((code): [string, string] => [code, s.name])));

/** The cut as the table commune → sector that Maillage reads back: heading, then a row per commune, by code. */
export function sectorRows(territory: Territory, sectors: readonly Sector[]): string[][] {
  const names = sectorNames(sectors);
  // Communes of the département outside a perimeter are in the border zone, and keep their sector.
  const rows = [...territory.communes, ...territory.border].flatMap((c) => {
    const sector = names.get(c.code);
    return sector === undefined ? [] : [[c.code, c.name, sector]];
  });
  return [['code_insee', 'commune', 'secteur'], ...rows.sort(([a = ''], [b = '']) => (a < b ? -1 : 1))];
}
