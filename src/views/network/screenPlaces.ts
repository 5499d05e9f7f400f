import type { NetworkReading } from '../../analysis/analysis';
import { communePoints, shownPoint } from '../../analysis/places';
import type { Pin } from '../../document/networkNotes';
import { arrangeComponents, type Place, placeNodes, pushApart } from '../../figures/networkPlaces';
import type { Inventory } from '../../model/inventory';
import { isProtectedActor } from '../../model/protection';
import type { Territory } from '../../model/territory';
import { indexOf } from '../../state/selectors';
import { projectionFor } from '../../territory/projection';
import { radiusOf } from './networkModel';
import { frame } from './surface';

type Places = ReadonlyMap<string, Place>;

const inUnitSquare = (places: Iterable<readonly [string, Place]>): Places =>
  new Map([...places].map(([id, { x, y }]) => [id, { x: x / frame.width, y: y / frame.height }]));

/**
 * Places in the unit square as on paper: each connected part in its own box, marks that do not cover one another; what
 * the user placed is where the user placed it.
 */
export function screenPlaces(network: NetworkReading, positions: Places, pins: readonly Pin[] = []): Places {
  const degrees = new Map(network.nodes.map((n) => [n.id, n.degree]));
  const parts = arrangeComponents(network.nodes, positions, [0, 0, frame.width, frame.height]);
  const places = placeNodes(parts, positions, (id) => radiusOf(degrees.get(id) ?? 0) + 2);
  const pinned = pins.flatMap(({ id, x, y }): [string, Place][] => (places.has(id) ? [[id, { x, y }]] : []));
  return new Map([...inUnitSquare(places), ...pinned]);
}

/** Outlines of the communes in the unit square, and where each actor with a place is drawn; protected places at their commune. */
export function geographicPlaces(
  network: NetworkReading,
  inventory: Inventory,
  territory: Territory,
  showProtectedPlaces: boolean,
): { readonly places: Places; readonly ground: readonly (readonly (readonly [number, number])[])[] } {
  const projection = projectionFor(territory, { ...frame, padding: 12 });
  const onFrame = (lon: number, lat: number): readonly [number, number] => {
    const [x = 0, y = 0] = projection([lon, lat]) ?? [];
    return [x, y];
  };
  const communes = communePoints(territory);
  const { sitesOf, actors } = indexOf(inventory);
  const points = network.nodes.flatMap(({ id, degree }) => {
    const site = sitesOf.get(id)?.find((s) => s.point && !s.neighbour);
    if (!site?.point) return [];
    const isHidden = isProtectedActor(actors.get(id)!) && !showProtectedPlaces;
    const { lon, lat } = isHidden ? shownPoint(site.point, site.communeCode, communes) : site.point;
    const [x, y] = onFrame(lon, lat);
    return [{ id, r: radiusOf(degree), x, y }];
  });
  pushApart(points, [0, 0, frame.width, frame.height], 1);
  const ground = territory.cells.flatMap((cell) =>
    cell.flat().map((ring) =>
      ring.map(([lon, lat]): readonly [number, number] => {
        const [x, y] = onFrame(lon, lat);
        return [x / frame.width, y / frame.height];
      }),
    ),
  );
  return { places: inUnitSquare(points.map(({ id, x, y }) => [id, { x, y }])), ground };
}
