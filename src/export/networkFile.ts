import type { ExchangeGraph } from '../model/exchange';
import type { Inventory } from '../model/inventory';
import { edgesCsv, nodesCsv } from './edgeCsv';
import { gexfText } from './gexf';
import { graphmlText } from './graphml';
import { exchangeFromInventory } from './networkExchange';

export const networkFormats = ['gexf', 'graphml', 'nodes', 'edges', 'geojson'] as const;
/** How the network is handed to other programs. */
export type NetworkFormat = (typeof networkFormats)[number];

const isNumber = (value: unknown): value is number => typeof value === 'number';

/** Actors that have a place as points, ties between two of them as lines; RFC 7946, WGS84. */
function networkGeojson({ nodes, edges }: ExchangeGraph): string {
  const places = new Map(
    nodes.flatMap(({ id, attributes: { lon, lat } }): [string, [number, number]][] =>
      isNumber(lon) && isNumber(lat) ? [[id, [lon, lat]]] : [],
    ),
  );
  const points = nodes.map(({ id, label, attributes }) => ({
    type: 'Feature',
    id,
    properties: { id, nom: label ?? id, ...attributes },
    // Without a place: kept all the same.
    geometry: places.has(id) ? { type: 'Point', coordinates: places.get(id) } : null,
  }));
  const lines = edges.map(({ id, source, target, attributes }) => {
    const ends = [places.get(source), places.get(target)];
    return {
      type: 'Feature',
      ...(id === undefined ? {} : { id }),
      properties: { source, cible: target, ...attributes },
      geometry: ends.every(Boolean) ? { type: 'LineString', coordinates: ends } : null,
    };
  });
  return JSON.stringify({ type: 'FeatureCollection', features: [...points, ...lines] });
}

interface NetworkFile {
  readonly extension: string;
  readonly type: string;
  readonly body: string;
}

/** The network of an inventory as a file; never where a protected place is. */
export function networkFile(format: NetworkFormat, inventory: Inventory): NetworkFile {
  const graph = exchangeFromInventory(inventory);
  switch (format) {
    case 'gexf':
      return { extension: 'gexf', type: 'application/gexf+xml', body: gexfText(graph) };
    case 'graphml':
      return { extension: 'graphml', type: 'application/graphml+xml', body: graphmlText(graph) };
    case 'nodes':
      return { extension: 'csv', type: 'text/csv;charset=utf-8', body: nodesCsv(graph) };
    case 'edges':
      return { extension: 'csv', type: 'text/csv;charset=utf-8', body: edgesCsv(graph) };
    case 'geojson':
      return { extension: 'geojson', type: 'application/geo+json', body: networkGeojson(graph) };
  }
}
