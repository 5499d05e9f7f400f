import { betweenness, normalisedBetweenness } from '../../src/analysis/graph/betweenness';
import { articulationPoints, bridges } from '../../src/analysis/graph/breaks';
import { degreeCentralization } from '../../src/analysis/graph/centralization';
import { communitiesIn } from '../../src/analysis/graph/communities';
import { componentsIn } from '../../src/analysis/graph/components';
import { degrees } from '../../src/analysis/graph/graph';
import { expectedExternalInternal, externalInternal } from '../../src/analysis/graph/mixing';
import { projection, twoModeDensity } from '../../src/analysis/graph/twoMode';
import { averageDegree, density } from '../../src/analysis/metrics/density';
import { formatNumber } from '../../src/text/format';
import type { NamedGraph } from './namedGraph';
import type { NamedTwoMode } from './twoModeMeasures';

const number = (value: number | null, digits = 2) => (value === null ? '–' : formatNumber(value, 'fr', digits));
const percent = (value: number | null) => (value === null ? '–' : `${number(100 * value, 1)} %`);
const count = (n: number, one: string, many: string) => `${formatNumber(n, 'fr')} ${n > 1 ? many : one}`;

/** A short reading of a network, in French: size, pieces, single points of failure, intermediaries, groups. */
export function networkSentences(g: NamedGraph, labels: ReadonlyMap<string, string>): string[] {
  const name = (v: number) => labels.get(g.names[v]!) ?? g.names[v]!;
  const { graph } = g;
  const { sizes } = componentsIn(graph);
  const isolates = sizes.filter((s) => s === 1).length;
  const cuts = articulationPoints(graph).sort((x, y) => y.pairsDisconnected - x.pairsDisconnected);
  const between = normalisedBetweenness(betweenness(graph).node);
  const found = communitiesIn(graph);
  const lines = [
    `${count(graph.size, 'acteur', 'acteurs')}, ${count(graph.ties, 'lien', 'liens')} : ${percent(density(graph.size, graph.ties))} des liens possibles, ${number(averageDegree(graph.size, graph.ties), 1)} par acteur en moyenne ; centralisation de degré ${percent(degreeCentralization(graph))}.`,
    `${count(sizes.length, 'composante', 'composantes')}, la plus grande de ${count(sizes[0] ?? 0, 'acteur', 'acteurs')} ; ${count(isolates, 'acteur sans lien', 'acteurs sans lien')}.`,
    `${count(cuts.length, "point d'articulation", "points d'articulation")}, ${count(bridges(graph).length, 'lien dont dépend tout un côté', 'liens dont dépend tout un côté')}.`,
    ...cuts
      .slice(0, 5)
      .map(
        (c) =>
          `- Si ${name(c.node)} se retire, il reste ${c.pieces.length} morceaux (${c.pieces.slice(0, 6).join(', ')}${c.pieces.length > 6 ? '…' : ''}) : ${count(c.pairsDisconnected, "paire d'acteurs n'est plus reliée", "paires d'acteurs ne sont plus reliées")}.`,
      ),
  ];
  const brokers = between ? [...between.keys()].filter((v) => between[v]! > 0).sort((x, y) => between[y]! - between[x]!) : [];
  if (brokers.length > 0)
    lines.push(
      `Intermédiaires : ${brokers
        .slice(0, 3)
        .map(
          (v) => `${name(v)} (${percent(between![v]!)} des plus courts chemins, ${count(degrees(graph)[v]!, 'lien', 'liens')})`,
        )
        .join(', ')}.`,
    );
  if (found.modularity !== null)
    lines.push(
      `${count(found.sizes.filter((s) => s > 1).length, 'communauté', 'communautés')} (modularité ${number(found.modularity)}, stabilité ${number(found.stability)}).`,
    );
  if (g.groups) {
    const { ei } = externalInternal(graph, g.groups);
    lines.push(`Entre groupes : indice E-I ${number(ei)} (${number(expectedExternalInternal(g.groups))} attendu au hasard).`);
  }
  return lines;
}

/** A short reading of a two-mode network, in French. */
export function twoModeSentences(g: NamedTwoMode): string[] {
  const two = { graph: g.graph, first: g.first };
  const pairs = projection(two, 'first');
  const closest = [...pairs].sort((x, y) => y.newman - x.newman)[0];
  return [
    `${formatNumber(g.first, 'fr')} nœuds d'un côté, ${formatNumber(g.graph.size - g.first, 'fr')} de l'autre, ${count(g.graph.ties, 'lien', 'liens')} : ${percent(twoModeDensity(two))} des liens possibles.`,
    `${count(pairs.length, 'paire', 'paires')} du premier côté se retrouvent au moins une fois : ${percent(density(g.first, pairs.length))} des paires possibles.`,
    ...(closest
      ? [
          `La plus rapprochée : ${g.names[closest.a]} et ${g.names[closest.b]} (${count(closest.shared, 'partage', 'partages')}, poids de Newman ${number(closest.newman)}).`,
        ]
      : []),
  ];
}
