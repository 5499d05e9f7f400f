import type { Territory } from '../model/territory';
import { projectionFor } from '../territory/projection';
import { typeset } from '../text/format';
import type { Text } from '../text/fr';
import { palette } from './levels';
import type { Figure, SceneItem } from './scene';
import { multiPolygonPath } from './territoryPaths';

/** Places as triples: longitude, latitude, 1 where the position is better than the commune's point, else 0. */
export type PlaceTriples = Float32Array;

const ring = { kind: 'circle', r: 2.6, fill: palette.page, stroke: palette.accent, strokeWidth: 1.2 } as const;
const dot = { kind: 'circle', r: 2.8, fill: palette.accent, stroke: palette.page, strokeWidth: 0.6 } as const;

interface Input {
  readonly territory: Territory;
  readonly places: PlaceTriples;
  readonly text: Text;
  readonly size: { readonly width: number; readonly height: number };
}

/** Where the places of a file fall on the outline: full dots at their own position, rings at their commune's point. */
export function buildPlacesFigure({ territory, places, text, size }: Input): Figure {
  const projection = projectionFor(territory, { ...size, padding: 10 });
  /** By place on the drawing: a dot hides a ring. */
  const drawn = new Map<string, SceneItem>();
  let [exact, atCommune] = [0, 0];
  for (let i = 0; i < places.length; i += 3) {
    const isExact = places[i + 2] === 1;
    if (isExact) exact += 1;
    else atCommune += 1;
    const [x, y] = projection([places[i]!, places[i + 1]!]) ?? [];
    if (x === undefined || y === undefined) continue;
    const key = `${x.toFixed()},${y.toFixed()}`;
    if (isExact || !drawn.has(key)) drawn.set(key, { ...(isExact ? dot : ring), x: Math.round(x), y: Math.round(y) });
  }
  const words = text.import.places;
  return {
    id: 'lieux',
    title: typeset(words.title, text.lang),
    alt: typeset(words.alt(exact, atCommune), text.lang),
    source: '',
    scene: {
      ...size,
      items: [
        {
          kind: 'path',
          d: multiPolygonPath(territory.outline, projection),
          fill: palette.panel,
          stroke: palette.ink,
          strokeWidth: 1,
        },
        ...drawn.values(),
      ],
    },
  };
}
