import type { NetworkReading } from '../analysis/analysis';
import { typeset } from '../text/format';
import type { Text } from '../text/fr';
import { networkWords } from '../text/network';
import { clipText } from './fontWidths';
import { plainText } from './legend';
import { palette } from './levels';
import type { Figure, SceneItem } from './scene';

/** More actors than this are a blur. */
export const mostInMatrix = 150;
const nameWidth = 150;

/** Tied actors of the matrix: those with the most ties, by community, then by ties. */
export function matrixActors(network: NetworkReading, communities: ReadonlyMap<string, number>): readonly string[] {
  const community = (id: string) => communities.get(id) ?? Number.MAX_SAFE_INTEGER;
  return network.nodes
    .filter((n) => n.degree > 0)
    .sort((a, b) => b.degree - a.degree || (a.id < b.id ? -1 : 1))
    .slice(0, mostInMatrix)
    .sort((a, b) => community(a.id) - community(b.id) || b.degree - a.degree || (a.id < b.id ? -1 : 1))
    .map((n) => n.id);
}

/** Who is tied to whom, as squares: actors in rows and in columns in the same order, communities one after another. */
export function buildAdjacencyFigure(
  network: NetworkReading,
  communities: ReadonlyMap<string, number>,
  text: Text,
  width = 760,
): Figure {
  const words = networkWords(text.lang).matrices;
  const ids = matrixActors(network, communities);
  const place = new Map(ids.map((id, i) => [id, i]));
  const names = new Map(network.nodes.map((n) => [n.id, n.name]));
  const cell = (width - nameWidth) / Math.max(1, ids.length);
  const at = (i: number) => nameWidth + i * cell;
  const ties = network.ties.filter((t) => place.has(t.a) && place.has(t.b));
  const borders = ids.flatMap((id, i) => (i > 0 && communities.get(id) !== communities.get(ids[i - 1]!) ? [i] : []));
  const squares = ties.flatMap(({ a, b, stated }): SceneItem[] => {
    const [i, j] = [place.get(a)!, place.get(b)!];
    const hint = `${names.get(a)} – ${names.get(b)}`;
    const paint = stated ? { fill: palette.accent } : { fill: palette.page, stroke: palette.accent, strokeWidth: 0.8 };
    const one = (x: number, y: number): SceneItem => ({
      ...{ kind: 'rect', x: at(x) + 0.3, y: y * cell + 0.3, width: cell - 0.6, height: cell - 0.6, hint },
      ...paint,
      target: `tie:${a}~~${b}`,
    });
    return [one(i, j), one(j, i)];
  });
  const size = Math.min(8, cell * 0.9);
  const labels = ids.flatMap((id, i): SceneItem[] =>
    size < 3.5 ? [] : [plainText(0, i * cell + cell * 0.75, clipText(names.get(id) ?? id, nameWidth - 6, size), { size })],
  );
  const side = ids.length * cell;
  const line = { kind: 'line' as const, stroke: palette.hairline, strokeWidth: 0.8 };
  return {
    id: 'matrice-acteurs',
    title: typeset(words.caption.actors, text.lang),
    alt: typeset(words.alt(ids.length, ties.length), text.lang),
    source: '',
    scene: {
      width,
      height: Math.max(1, side),
      items: [
        { kind: 'rect', x: nameWidth, y: 0, width: side, height: side, fill: palette.panel },
        ...borders.flatMap((i): SceneItem[] => [
          { ...line, x1: at(i), y1: 0, x2: at(i), y2: side },
          { ...line, x1: nameWidth, y1: i * cell, x2: nameWidth + side, y2: i * cell },
        ]),
        ...squares,
        ...labels,
      ],
    },
  };
}
