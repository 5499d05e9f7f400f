import { merge } from 'topojson-client';
import { topology } from 'topojson-server';
import {
  type BorderCommune,
  type MultiPolygon,
  type Perimeter,
  perimeterCode,
  type Territory,
  type Unit,
  type YoungPopulation,
} from '../model/territory';
import { withCounts } from './counted';
import { distanceKm } from './distance';
import type { Tailoring } from './tailoring';
import { borderKm } from './territory';

/** Figures of a census in the place of estimates; communes that it lacks keep theirs. */
function withYoung(territory: Territory, { byCommune, source, year }: YoungPopulation): Territory {
  const lacking = territory.communes.filter((c) => byCommune[c.code] === undefined).length;
  if (lacking === territory.communes.length) return territory;
  return {
    ...territory,
    communes: territory.communes.map((c) => ({ ...c, young: byCommune[c.code] ?? c.young })),
    youngFrom: { source, lacking, ...(year === undefined ? {} : { year }) },
    sources: [
      ...territory.sources.filter((s) => s.what !== 'ages' || lacking > 0),
      {
        what: 'census',
        producer: source,
        year: year === undefined ? '' : String(year),
        licence: 'Licence Ouverte (à confirmer)',
      },
    ],
  };
}

/** Outline around some cells that share their borders exactly. */
function unionOf(cells: readonly MultiPolygon[]): MultiPolygon {
  const geometry = {
    type: 'GeometryCollection',
    geometries: cells.map((coordinates) => ({ type: 'MultiPolygon', coordinates })),
  };
  const from = topology({ cells: geometry as unknown as GeoJSON.GeometryCollection });
  const shapes = (from.objects['cells'] as unknown as { geometries: unknown[] }).geometries;
  return merge(from, shapes as never).coordinates as unknown as MultiPolygon;
}

/** Units with the communes that stay; one that loses some is said to be partial. */
const unitsWithin = (units: readonly Unit[], kept: ReadonlySet<string>): Unit[] =>
  units.flatMap((unit): Unit[] => {
    const communeCodes = unit.communeCodes.filter((code) => kept.has(code));
    if (communeCodes.length === 0) return [];
    return [{ ...unit, communeCodes, partial: unit.partial || communeCodes.length < unit.communeCodes.length }];
  });

/** The communes of a perimeter alone; those of the département outside it join the border zone. */
function within(territory: Territory, perimeter: Perimeter): Territory {
  const asked = new Set(perimeter.communeCodes);
  const kept = territory.communes.map((c) => asked.has(c.code));
  const communes = territory.communes.filter((_, i) => kept[i]);
  if (communes.length === 0 || communes.length === territory.communes.length) return territory;
  const cells = territory.cells.filter((_, i) => kept[i]);
  const epci = new Map(territory.epci.map(({ code, name }) => [code, { code, name }]));
  const outside = territory.communes
    .filter((_, i) => !kept[i])
    .map(({ code, name, lon, lat, postcodes, epciCode }): BorderCommune => {
      return { code, name, lon, lat, postcodes, epci: epci.get(epciCode ?? '') ?? null };
    });
  const near = territory.border.filter((b) => communes.some((own) => distanceKm(own, b) <= borderKm));
  const codes = new Set(communes.map((c) => c.code));
  return {
    ...territory,
    name: perimeter.name,
    wholeCode: perimeterCode(perimeter.name),
    communes,
    cells,
    outline: unionOf(cells),
    epci: unitsWithin(territory.epci, codes),
    ept: unitsWithin(territory.ept, codes),
    border: [...outside, ...near],
  };
}

/** The territory as a diagnosis reads it; the one given when the diagnosis changes nothing of it. */
export function tailor(territory: Territory, { perimeter, youngPopulation, counted }: Tailoring): Territory {
  const land = youngPopulation ? withYoung(territory, youngPopulation) : territory;
  // Counts of the département's units, before a perimeter cuts them; else those of the perimeter itself.
  const told = counted ? withCounts(land, counted) : null;
  const cut = perimeter ? within(told ?? land, perimeter) : (told ?? land);
  return perimeter && counted && !told ? (withCounts(cut, counted) ?? cut) : cut;
}
