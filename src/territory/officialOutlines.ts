import { merge } from 'topojson-client';
import { topology } from 'topojson-server';
import type {
  GeometryCollection,
  GeometryObject,
  Topology,
  MultiPolygon as TopoMultiPolygon,
  Polygon as TopoPolygon,
} from 'topojson-specification';
import type { Point } from '../model/inventory';
import { failure, type Result, success } from '../model/result';
import type { MultiPolygon, Territory } from '../model/territory';

/** Official outlines of the communes of one département. */
export interface OfficialOutlines {
  /** By current INSEE code. */
  readonly communes: Readonly<Record<string, MultiPolygon>>;
  /** The département: their union. */
  readonly outline: MultiPolygon;
  /** What to print under the maps. */
  readonly source: string;
}

export type OutlineFault = 'not-outlines' | 'no-commune-here';

type Shape = TopoPolygon<Properties> | TopoMultiPolygon<Properties>;
type Properties = Readonly<Record<string, unknown>>;

/** Properties under which producers give the INSEE code. */
const codeKeys = ['code', 'insee', 'code_insee', 'codeInsee', 'INSEE_COM', 'insee_com', 'codgeo', 'CODGEO', 'com'];

const codeOf = (properties: Properties | undefined): string | null => {
  const key = codeKeys.find((k) => properties?.[k] !== undefined && properties[k] !== null);
  return key === undefined ? null : String(properties![key]).padStart(5, '0');
};

const isObject = (v: unknown): v is Record<string, unknown> => typeof v === 'object' && v !== null;

function topologyOf(json: unknown): Topology | null {
  if (!isObject(json)) return null;
  if (json['type'] === 'Topology' && isObject(json['objects'])) return json as unknown as Topology;
  return json['type'] === 'FeatureCollection' ? topology({ communes: json as unknown as GeoJSON.FeatureCollection }) : null;
}

const shapesOf = (object: GeometryObject<Properties>): Shape[] =>
  object.type === 'GeometryCollection'
    ? (object as GeometryCollection<Properties>).geometries.flatMap(shapesOf)
    : object.type === 'Polygon' || object.type === 'MultiPolygon'
      ? [object as Shape]
      : [];

const mergeAll = (from: Topology, shapes: Shape[]): MultiPolygon =>
  merge(from, shapes as never).coordinates as unknown as MultiPolygon;

/**
 * Outlines of a territory's communes in a GeoJSON or TopoJSON: each commune is the union of the shapes that bear its
 * code or the code of a commune it has absorbed; shapes of other départements are left out.
 */
export function readOutlines(
  json: unknown,
  territory: Pick<Territory, 'communes' | 'former'>,
  source: string,
): Result<OfficialOutlines, OutlineFault> {
  const from = topologyOf(json);
  if (!from) return failure('not-outlines');
  const current = new Map([
    ...territory.former.map((f): [string, string] => [f.code, f.current]),
    ...territory.communes.map((c): [string, string] => [c.code, c.code]),
  ]);
  const own = new Set(territory.communes.map((c) => c.code));
  const byCommune = new Map<string, Shape[]>();
  for (const shape of Object.values(from.objects).flatMap((o) => shapesOf(o as GeometryObject<Properties>))) {
    const code = codeOf(shape.properties);
    const home = code === null ? undefined : current.get(code);
    if (home === undefined || !own.has(home)) continue;
    byCommune.set(home, [...(byCommune.get(home) ?? []), shape]);
  }
  if (byCommune.size === 0) return failure(Object.keys(from.objects).length === 0 ? 'not-outlines' : 'no-commune-here');
  return success({
    communes: Object.fromEntries([...byCommune].map(([code, shapes]) => [code, mergeAll(from, shapes)])),
    outline: mergeAll(from, [...byCommune.values()].flat()),
    source,
  });
}

/** A small square around a point, for communes that the outlines do not hold. */
function squareAt({ lon, lat }: Point): MultiPolygon {
  const [dx, dy] = [0.006, 0.004];
  return [
    [
      [
        [lon - dx, lat - dy],
        [lon + dx, lat - dy],
        [lon + dx, lat + dy],
        [lon - dx, lat + dy],
        [lon - dx, lat - dy],
      ],
    ],
  ];
}

/** The territory drawn with official outlines instead of schematic cells. */
export function withOutlines(territory: Territory, outlines: OfficialOutlines): Territory {
  return {
    ...territory,
    cells: territory.communes.map((c) => outlines.communes[c.code] ?? squareAt(c)),
    outline: outlines.outline,
    schematic: false,
    sources: [
      ...territory.sources.filter((s) => s.what !== 'outline'),
      { what: 'outline', producer: outlines.source, year: '', licence: 'Licence Ouverte' },
    ],
  };
}
