import { analyse, analyseAtOnce } from '../../src/analysis/analyse';
import { readDomain } from '../../src/analysis/communes';
import { accessOverLand, buildGrid, pairsNear } from '../../src/analysis/metrics/grid';
import { placeSchemes } from '../../src/analysis/places';
import { seededRandom } from '../../src/analysis/random';
import { buildTravel, minutesFromKm } from '../../src/analysis/travel';
import { type Diagnosis, emptyDiagnosis, type Settings } from '../../src/document/diagnosis';
import { coreDomainIds, type DomainId } from '../../src/model/domains';
import type { Point } from '../../src/model/inventory';
import type { Territory } from '../../src/model/territory';
import { kmFromChord2, unitVectors } from '../../src/territory/distance';
import { buildTerritory, type TerritoryFile } from '../../src/territory/territory';

/** Median milliseconds of each thing measured, by its name. */
export interface CoverageFigures {
  readonly departement: Readonly<Record<string, number>>;
  readonly france: Readonly<Record<string, number>>;
  readonly pairs: { readonly departement: number; readonly france: number };
  /** Largest relative difference with the plain loops. */
  readonly difference: { readonly departement: number; readonly france: number };
}

export const sitesOfDepartement = 5000;
const franceCommunes = 35_000;
const franceSites = 150_000;
const plainShare = 0.01;

const median = (values: readonly number[]) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!;

function timed(rounds: number, work: (round: number) => unknown): number {
  const times: number[] = [];
  // The first round warms the engine up.
  for (let i = 0; i <= rounds; i++) {
    const start = performance.now();
    if (work(i) === null) throw new Error('nothing was computed');
    if (i > 0) times.push(performance.now() - start);
  }
  return median(times);
}

/** Five thousand seeded places with their capacity around the communes of a département. */
function seededDiagnosis(territory: Territory): Diagnosis {
  const random = seededRandom(1);
  const source = { file: 'essai.csv', row: 2 };
  const all = Array.from({ length: sitesOfDepartement }, (_, i) => {
    const home = territory.communes[Math.floor(random() * territory.communes.length)]!;
    const point = { lon: home.lon + 0.04 * (random() - 0.5), lat: home.lat + 0.04 * (random() - 0.5) };
    const domains: readonly DomainId[] = [coreDomainIds[i % 4]!];
    return { i, point, communeCode: home.code, domains, places: 1 + Math.floor(40 * random()) };
  });
  return {
    ...emptyDiagnosis(territory.code, territory.name),
    inventory: {
      actors: all.map(({ i }) => ({ id: `a${i}`, name: `Essai ${i}`, kind: 'association', source })),
      sites: all.map(({ i, point, communeCode }) => ({
        id: `s${i}`,
        actorId: `a${i}`,
        point,
        communeCode,
        precision: 'adresse',
        source,
      })),
      schemes: all.map(({ i, domains, places }) => ({
        id: `d${i}`,
        actorId: `a${i}`,
        siteIds: [`s${i}`],
        name: `Essai ${i}`,
        domains,
        needs: [],
        places,
        source,
      })),
      partnerships: [],
    },
  };
}

interface Flat {
  readonly communes: Float64Array;
  readonly people: Float64Array;
  readonly sites: Float64Array;
  readonly places: Float64Array;
  readonly d0: number;
  readonly t2: number;
}

const squared = (a: Float64Array, i: number, b: Float64Array, j: number) =>
  (a[3 * i]! - b[3 * j]!) ** 2 + (a[3 * i + 1]! - b[3 * j + 1]!) ** 2 + (a[3 * i + 2]! - b[3 * j + 2]!) ** 2;

/** The peer: nearest, sites within the second threshold and E2SFCA over every pair, in typed arrays, twice through. */
function plainDomain({ communes, people, sites, places, d0, t2 }: Flat, settings: Settings): Float64Array {
  const [rows, columns] = [people.length, places.length];
  const tail = Math.exp(-0.5);
  const [reached, access, nearest, within] = [
    new Float64Array(columns),
    new Float64Array(rows),
    new Float64Array(rows).fill(Number.POSITIVE_INFINITY),
    new Int32Array(rows),
  ];
  const weightOf = (i: number, j: number) => {
    const minutes = minutesFromKm(kmFromChord2(squared(communes, i, sites, j)), settings);
    if (minutes < nearest[i]!) nearest[i] = minutes;
    if (minutes <= t2) within[i]! += 1;
    return minutes > d0 ? 0 : (Math.exp(-((minutes / d0) ** 2) / 2) - tail) / (1 - tail);
  };
  for (let i = 0; i < rows; i++) for (let j = 0; j < columns; j++) reached[j]! += weightOf(i, j) * people[i]!;
  for (let i = 0; i < rows; i++)
    for (let j = 0; j < columns; j++) if (reached[j]! > 0) access[i]! += (weightOf(i, j) * places[j]!) / reached[j]!;
  return access;
}

/** The floor: the ids of the pairs read once. */
function stream(column: Int32Array): number {
  let sum = 0;
  for (let k = 0; k < column.length; k++) sum += column[k]!;
  return sum;
}

function flatOf(territory: Territory, d: Diagnosis, domain: DomainId): Flat {
  const ranks = d.inventory.schemes.flatMap((s, i) => (s.domains.includes(domain) ? [i] : []));
  return {
    communes: unitVectors(territory.communes),
    people: Float64Array.from(territory.communes, (c) => c.young),
    sites: unitVectors(ranks.map((i) => d.inventory.sites[i]!.point!)),
    places: Float64Array.from(ranks, (i) => d.inventory.schemes[i]!.places!),
    d0: d.settings.catchments[domain],
    t2: d.settings.thresholds[domain][1],
  };
}

const largestDifference = (a: Float64Array, b: ArrayLike<number>): number =>
  a.reduce((most, value, i) => Math.max(most, Math.abs(value - b[i]!) / Math.max(1e-12, b[i]!)), 0);

function measureDepartement(file: TerritoryFile) {
  // No area: the floor of a commune's own sites is not in the plain loop.
  const whole = buildTerritory(file);
  const territory = { ...whole, communes: whole.communes.map((c) => ({ ...c, areaKm2: null })) };
  const d = seededDiagnosis(territory);
  const { communes } = territory;
  const placed = placeSchemes(d.inventory, territory, false);
  const settingsAt = (round: number): Settings => ({ ...d.settings, speedKmh: d.settings.speedKmh + round / 100 });
  const readAll = (settings: Settings) => {
    const travel = buildTravel(settings, territory);
    return coreDomainIds.map((domain) => readDomain(domain, communes, placed, { ...d, settings }, travel));
  };
  const flats = coreDomainIds.map((domain) => flatOf(territory, d, domain));
  const readings = readAll(d.settings);
  const columns = readings.map((r) => r.reach.pairs.column);
  const moved = (round: number): Settings => {
    const thresholds = Object.fromEntries(
      Object.entries(d.settings.thresholds).map(([id, [t1, t2, t3]]) => [id, [t1, t2 + round / 10, t3]]),
    ) as unknown as Settings['thresholds'];
    return { ...d.settings, thresholds };
  };
  return {
    ms: {
      floor: timed(9, () => columns.map(stream)),
      plain: timed(3, () => flats.map((flat) => plainDomain(flat, d.settings))),
      coverage: timed(21, (round) => readAll(settingsAt(round))),
      threshold: timed(21, (round) => analyseAtOnce({ ...d, settings: moved(round) }, territory)),
      speed: timed(21, (round) => analyseAtOnce({ ...d, settings: settingsAt(round) }, territory)),
      cold: timed(5, () => analyseAtOnce({ ...d, inventory: { ...d.inventory, schemes: [...d.inventory.schemes] } }, territory)),
      robustness: timed(3, (round) => analyse({ ...d, settings: settingsAt(round + 50) }, territory)),
    },
    pairs: columns.reduce((n, c) => n + c.length, 0),
    // Sites are read in the order of their ids, the plain loop's in that of the file: sums of the same terms.
    difference: Math.max(...readings.map((r, n) => largestDifference(r.places!.central, plainDomain(flats[n]!, d.settings)))),
  };
}

/** Points in the bounds of mainland France, a third of them gathered around forty towns. */
function seededLand(count: number, random: () => number): Point[] {
  const towns = Array.from({ length: 40 }, () => ({ lon: -1.5 + 8 * random(), lat: 43.5 + 6.5 * random() }));
  return Array.from({ length: count }, () => {
    if (random() < 2 / 3) return { lon: -1.5 + 8 * random(), lat: 43.5 + 6.5 * random() };
    const town = towns[Math.floor(random() * towns.length)]!;
    const away = () => 0.3 * (random() + random() + random() - 1.5);
    return { lon: town.lon + away(), lat: town.lat + away() };
  });
}

/** A hundredth of the communes, over all the sites: what a plain loop of one pass would do, twice as E2SFCA needs. */
function plainOverLand(land: ReturnType<typeof seededFrance>, chosen: readonly number[], settings: Settings): number {
  let sum = 0;
  const communes = unitVectors(chosen.map((i) => land.communes[i]!));
  for (const { sites, places, d0 } of land.domains) {
    const people = Float64Array.from(chosen, (i) => land.demand[i]!);
    sum += plainDomain({ communes, people, sites: unitVectors(sites), places, d0, t2: d0 }, settings)[0]!;
  }
  return sum;
}

function seededFrance(settings: Settings) {
  const random = seededRandom(2);
  const communes = seededLand(franceCommunes, random);
  const demand = Float64Array.from(communes, () => Math.floor(1000 * random() ** 3));
  const sites = seededLand(franceSites, random);
  const domains = coreDomainIds.map((domain, n) => {
    const own = sites.filter((_, j) => j % coreDomainIds.length === n);
    const places = Float64Array.from(own, () => 1 + Math.floor(40 * random()));
    return { domain, sites: own, places, d0: settings.catchments[domain] };
  });
  return { communes, demand, domains };
}

/** Access of a few communes by loops over every commune and every site that may reach them. */
function differenceOverLand(land: ReturnType<typeof seededFrance>, found: readonly Float64Array[], settings: Settings): number {
  const vectors = unitVectors(land.communes);
  const tail = Math.exp(-0.5);
  let most = 0;
  land.domains.forEach(({ sites, places, d0 }, n) => {
    const own = unitVectors(sites);
    const weightOf = (i: number, j: number) => {
      const minutes = minutesFromKm(kmFromChord2(squared(vectors, i, own, j)), settings);
      return minutes > d0 ? 0 : (Math.exp(-((minutes / d0) ** 2) / 2) - tail) / (1 - tail);
    };
    for (const i of [0, 17_500]) {
      let access = 0;
      for (let j = 0; j < sites.length; j++) {
        const weight = weightOf(i, j);
        if (weight === 0) continue;
        let reached = 0;
        for (let h = 0; h < land.communes.length; h++) reached += weightOf(h, j) * land.demand[h]!;
        access += (weight * places[j]!) / reached;
      }
      most = Math.max(most, Math.abs(access - found[n]![i]!) / Math.max(1e-12, access));
    }
  });
  return most;
}

function measureFrance() {
  const { settings } = emptyDiagnosis('44', 'France');
  const land = seededFrance(settings);
  const kmOf = (minutes: number) => ((minutes - settings.accessMinutes) * settings.speedKmh) / (60 * settings.detour) + 0.01;
  const minutesOf = (km: number) => minutesFromKm(km, settings);
  const run = () => {
    const communes = buildGrid(land.communes);
    return land.domains.map(({ sites, places: supply, d0 }) =>
      accessOverLand({ sites, supply, communes, demand: land.demand, km: kmOf(d0), minutesFromKm: minutesOf, decay: 'dai', d0 }),
    );
  };
  const grid = buildGrid(land.communes);
  let [pairs, floor, search] = [0, 0, 0];
  for (const { sites, d0 } of land.domains)
    for (let from = 0; from < sites.length; from += 2000) {
      const begin = performance.now();
      const { column } = pairsNear(sites, grid, kmOf(d0), from, Math.min(sites.length, from + 2000));
      const middle = performance.now();
      if (stream(column) < 0) throw new Error('ids are not negative');
      floor += performance.now() - middle;
      search += middle - begin;
      pairs += column.length;
    }
  const random = seededRandom(3);
  const chosen = land.communes.flatMap((_, i) => (random() < plainShare ? [i] : []));
  return {
    ms: {
      floor,
      plain: timed(1, () => plainOverLand(land, chosen, settings)) * (land.communes.length / chosen.length),
      coverage: timed(5, run),
      search,
    },
    pairs,
    difference: differenceOverLand(land, run(), settings),
  };
}

/** All that the bench of the coverage measures in a worker. */
export function measureCoverage(file: TerritoryFile): CoverageFigures {
  const [departement, france] = [measureDepartement(file), measureFrance()];
  return {
    departement: departement.ms,
    france: france.ms,
    pairs: { departement: departement.pairs, france: france.pairs },
    difference: { departement: departement.difference, france: france.difference },
  };
}
