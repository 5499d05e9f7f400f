import type { NetworkReading } from '../../analysis/analysis';
import { arrangeComponents, placeNodes } from '../../figures/networkPlaces';
import { radiusOf } from './networkModel';

const frame = { width: 1240, height: 540 };

/** Places in the unit square as on paper: each connected part in its own box, marks that do not cover one another. */
export function screenPlaces(
  network: NetworkReading,
  positions: ReadonlyMap<string, { readonly x: number; readonly y: number }>,
): ReadonlyMap<string, { readonly x: number; readonly y: number }> {
  const degrees = new Map(network.nodes.map((n) => [n.id, n.degree]));
  const parts = arrangeComponents(network.nodes, positions, [0, 0, frame.width, frame.height]);
  const places = placeNodes(parts, positions, (id) => radiusOf(degrees.get(id) ?? 0) + 2);
  return new Map([...places].map(([id, { x, y }]) => [id, { x: x / frame.width, y: y / frame.height }]));
}
