import type { NetworkReading } from '../analysis/analysis';
import { isBody } from '../analysis/networkParts';
import { formatNumber, typeset } from '../text/format';
import type { Text } from '../text/fr';
import { networkWords } from '../text/network';

/** The network in words: who is tied, who is alone, how dense; deduced ties told apart. */
export function networkSentence(network: NetworkReading, text: Text): string {
  const t = text.analysis;
  const n = (value: number, digits = 0) => formatNumber(value, text.lang, digits);
  const total = network.nodes.length;
  if (total === 0) return t.networkEmpty;
  const counts = {
    tied: total - network.isolates.length,
    total,
    isolates: network.isolates.length,
    ties: network.statedEdges,
    largest: network.largestComponent,
    components: network.components,
  };
  const density =
    network.density === null
      ? []
      : [t.networkDensity(n(network.density, 3), n(network.averageDegree ?? 0, 1), network.averageDegree ?? 0)];
  const parts = [
    ...(counts.ties === 0 ? [t.networkNoTie(total, n)] : [t.network(counts, n), t.networkMain(counts, n), ...density]),
    ...(network.deducedEdges > 0 ? [t.networkDeduced(network.deducedEdges, n)] : []),
  ];
  return typeset(parts.join(' '), text.lang);
}

/** The two-mode network in words: who shares a funder, a body, a network with another. */
export function circlesSentence({ nodes, circles }: NetworkReading, text: Text): string {
  const actors = nodes.filter((n) => !isBody(n.id));
  const sharing = new Set(circles.flatMap((c) => [...c.memberIds, ...(c.actorId ? [c.actorId] : [])]));
  const tied = actors.filter((n) => sharing.has(n.id)).length;
  return typeset(networkWords(text.lang).circlesSentence(tied, actors.length, circles.length), text.lang);
}
