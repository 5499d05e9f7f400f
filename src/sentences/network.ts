import type { NetworkReading } from '../analysis/analysis';
import { formatNumber, typeset } from '../text/format';
import type { Text } from '../text/fr';

/** The network in words: who is tied, who is alone, how dense; deduced ties told apart. */
export function networkSentence(network: NetworkReading, text: Text): string {
  const t = text.analysis;
  const n = (value: number, digits = 0) => formatNumber(value, text.lang, digits);
  const total = network.nodes.length;
  if (total === 0) return t.networkEmpty;
  const parts = [
    t.network(n(total - network.isolates.length), n(total), n(network.isolates.length), n(network.statedEdges)),
    t.networkMain(n(network.largestComponent), n(network.components)),
    ...(network.density === null ? [] : [t.networkDensity(n(network.density, 3), n(network.averageDegree ?? 0, 1))]),
    ...(network.deducedEdges > 0 ? [t.networkDeduced(n(network.deducedEdges))] : []),
  ];
  return typeset(parts.join(' '), text.lang);
}
