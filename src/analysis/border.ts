import type { DomainId } from '../model/domains';
import type { Commune, Territory } from '../model/territory';
import { departementOf } from '../territory/departements';
import { chord2FromKm, kmFromChord2, unitVectors } from '../territory/distance';
import type { BorderEffect, PlacedScheme } from './analysis';
import type { Travel } from './travel';

/** What lies beyond the border of a territory, seen from each of its communes. */
export type BorderView = (commune: Commune, domain: DomainId, minutes: number | null) => BorderEffect | null;

interface Beyond {
  readonly departement: string;
  readonly km: number;
}

/** For each commune, by code: the nearest commune of each département (or part outside a perimeter) around it. */
function distancesBeyond(territory: Territory): ReadonlyMap<string, readonly Beyond[]> {
  const groups = new Map<string, Territory['border'][number][]>();
  for (const c of territory.border) groups.set(departementOf(c.code), [...(groups.get(departementOf(c.code)) ?? []), c]);
  const vectors = [...groups].map(([departement, list]) => ({ departement, at: unitVectors(list) }));
  return new Map(
    territory.communes.map((commune): [string, Beyond[]] => {
      const [x, y, z] = unitVectors([commune]) as unknown as [number, number, number];
      const beyond = vectors.map(({ departement, at }) => {
        let least = chord2FromKm(1000);
        for (let j = 0; j < at.length; j += 3) {
          const chord2 = (at[j]! - x) ** 2 + (at[j + 1]! - y) ** 2 + (at[j + 2]! - z) ** 2;
          if (chord2 < least) least = chord2;
        }
        return { departement, km: kmFromChord2(least) };
      });
      return [commune.code, beyond.sort((a, b) => a.km - b.km)];
    }),
  );
}

const known = new WeakMap<Territory, ReturnType<typeof distancesBeyond>>();

/**
 * The border effect: a département around the territory, of which no place of the domain is loaded, whose nearest commune
 * is nearer than the nearest known place. Its supply could make the time shorter, so it is said (`guide/methods.md` 5.2).
 */
export function viewBorder(territory: Territory, placed: readonly PlacedScheme[], travel: Travel): BorderView {
  const distances = known.get(territory) ?? distancesBeyond(territory);
  known.set(territory, distances);
  const loaded = new Map<DomainId, Set<string>>();
  for (const { neighbour, communeCode, domains } of placed) {
    if (!neighbour || communeCode === undefined) continue;
    for (const d of domains) loaded.set(d, (loaded.get(d) ?? new Set()).add(departementOf(communeCode)));
  }
  return (commune, domain, minutes) => {
    const silent = (distances.get(commune.code) ?? [])
      .filter(({ departement }) => !loaded.get(domain)?.has(departement))
      .map(({ departement, km }) => ({ departement, minutes: travel.fromKm(km) }))
      .filter((b) => b.minutes < (minutes ?? Number.POSITIVE_INFINITY));
    const [first] = silent;
    return first ? { departements: silent.map((b) => b.departement), minutes: first.minutes } : null;
  };
}
