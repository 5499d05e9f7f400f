import { geoArea } from 'd3-geo';
import { seededRandom } from '../../../src/analysis/random';
import type { Point } from '../../../src/model/inventory';
import type { MultiPolygon } from '../../../src/model/territory';
import { schematicCells } from '../../../src/territory/cells';
import { fictional } from '../../../src/territory/departements';
import { distanceKm } from '../../../src/territory/distance';
import { isInside } from '../../../src/territory/outline';
import type { TerritoryFile } from '../../../src/territory/territory';

/** In the open Atlantic, far from any coast: nothing can be taken for a real place, and nothing is near. */
const centre: Point = { lon: -9.2, lat: 46.3 };
const communeCount = 90;
const earthKm = 6371;

/** Chief towns with their inhabitants, then the EPCI named after each. */
const towns = [
  { name: 'Chimère-Ville', people: 92_000, epci: 'CA Chimère Agglomération' },
  { name: 'Feintville-sur-Fable', people: 41_000, epci: 'CA du Pays-Feint' },
  { name: 'Songeval-le-Haut', people: 9_800, epci: 'CC du Haut-Songe' },
  { name: 'Mirageac', people: 21_000, epci: 'CC de la Fable et des Mirages' },
  { name: 'Plaine-Imaginée', people: 11_500, epci: 'CC des Plaines-Imaginées' },
  { name: 'Port-Rêvé', people: 17_500, epci: 'CC du Littoral-Rêvé' },
  { name: 'Bois-Illusion', people: 6_400, epci: 'CC Bois-Illusion' },
] as const;

const roots =
  'Songerac Illusiers Fablonne Rêveray Brumelande Nuagery Utopiac Fantaisiers Contelieu Légendac Fictigny Imaginac Lunerolle Ombreclaire Échoville Papierbourg Romanvert Mythigny Lanternoux Vapoville Plumelune Inventois'.split(
    ' ',
  );
const endings = ['', '-sur-Fable', '-en-Songe', '-le-Rêvé'];

/** Codes of the EPCI, in the order of their chief towns: no SIREN, and none can be taken for one. */
export const epciCode = (rank: number): string => `fictif-${rank + 1}`;

/** A closed coast around the centre, made of a few waves. */
function outlineOf(random: () => number): MultiPolygon {
  const waves = [2, 3, 5, 8].map((n) => ({ n, height: 0.16 / n, phase: random() * 2 * Math.PI }));
  const ring = Array.from({ length: 96 }, (_, i): [number, number] => {
    const angle = (2 * Math.PI * i) / 96;
    const radius = 0.44 * (1 + waves.reduce((s, w) => s + w.height * Math.cos(w.n * angle + w.phase), 0));
    return [round(centre.lon + 1.55 * radius * Math.cos(angle)), round(centre.lat + radius * Math.sin(angle))];
  });
  return [[[...ring, ring[0]!]]];
}

const round = (value: number) => Math.round(value * 1e4) / 1e4;

/** Points inside an outline, each as far as can be from those before it. */
function spread(outline: MultiPolygon, random: () => number): Point[] {
  const draw = (): Point => {
    for (;;) {
      const p = { lon: round(centre.lon + 1.6 * (random() - 0.5)), lat: round(centre.lat + 1.1 * (random() - 0.5)) };
      if (isInside(outline, p)) return p;
    }
  };
  const points = [draw()];
  const nearest = (p: Point) => Math.min(...points.map((q) => distanceKm(p, q)));
  while (points.length < communeCount) {
    const tries = Array.from({ length: 12 }, draw);
    points.push(tries.reduce((best, p) => (nearest(p) > nearest(best) ? p : best)));
  }
  return points;
}

/** Which of the points are chief towns: the most central, then each the farthest from those chosen. */
function chiefTowns(points: readonly Point[]): number[] {
  const byCentre = points.map((p, i) => ({ i, km: distanceKm(p, centre) })).sort((a, b) => a.km - b.km);
  const chosen = [byCentre[0]!.i];
  while (chosen.length < towns.length) {
    const far = (i: number) => Math.min(...chosen.map((c) => distanceKm(points[c]!, points[i]!)));
    const rest = points.map((_, i) => i).filter((i) => !chosen.includes(i) && distanceKm(points[i]!, centre) < 42);
    chosen.push(rest.reduce((best, i) => (far(i) > far(best) ? i : best)));
  }
  return chosen;
}

const areaKm2 = (cell: MultiPolygon): number => {
  const sr = cell.reduce((s, rings) => {
    const area = geoArea({ type: 'Polygon', coordinates: rings as unknown as number[][][] });
    return s + Math.min(area, 4 * Math.PI - area);
  }, 0);
  return Math.round(sr * earthKm * earthKm * 10) / 10;
};

/** The fictional département: land, communes and people, all invented, the same at each run. */
export function inventLand(): TerritoryFile {
  const random = seededRandom(20261122);
  const outline = outlineOf(random);
  const points = spread(outline, random);
  const chiefs = chiefTowns(points);
  const others = points.map((_, i) => i).filter((i) => !chiefs.includes(i));
  const names = endings.flatMap((ending) => roots.map((root) => root + ending));
  const order = [...chiefs, ...others];
  const people = order.map((_, k) => towns[k]?.people ?? Math.round(280 + 6400 * random() ** 3));
  const at = order.map((i) => points[i]!);
  const epci = at.map((p) => {
    const km = chiefs.map((c) => distanceKm(p, points[c]!));
    return km.indexOf(Math.min(...km));
  });
  const cells = schematicCells(at, outline);
  const total = people.reduce((a, b) => a + b, 0);
  return {
    code: fictional.code,
    name: fictional.name,
    communes: {
      code: at.map((_, k) => `${fictional.code}${String(k + 1).padStart(3, '0')}`),
      name: at.map((_, k) => towns[k]?.name ?? names[k - towns.length]!),
      epci,
      ept: at.map(() => -1),
      population: people,
      lon: at.map((p) => p.lon),
      lat: at.map((p) => p.lat),
      areaKm2: cells.map(areaKm2),
      postcodes: at.map(() => ''),
    },
    former: [],
    epci: towns.map((t, k) => [epciCode(k), t.epci, 0] as const),
    ept: [],
    outline,
    neighbours: [],
    ages: { from15to19: Math.round(total * 0.06), from20to24: Math.round(total * 0.066), total, year: 2026 },
  };
}
