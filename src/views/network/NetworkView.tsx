import { lazy, Suspense, useEffect } from 'react';
import { DrawingFrame } from '../../panels/DrawingFrame';
import { DataDate } from '../../panels/MethodLine';
import { useApp, useServices, useText } from '../../panels/useApp';
import { networkReadings } from '../../state/view';
import { networkWords } from '../../text/network';
import { Segmented } from '../../ui/Segmented';
import { GraphPart } from './GraphPart';

const parts = {
  matrices: lazy(() => import('./MatricesPart')),
  findings: lazy(() => import('./FindingsPart')),
  suggestions: lazy(() => import('./SuggestionsPart')),
  funding: lazy(() => import('./FundingPart')),
};

/** Réseau: who works with whom, drawn, counted, read in words; who could be introduced to whom; who pays what. */
export default function NetworkView() {
  const text = useText();
  const { look, readNetwork } = useServices();
  const view = useApp((s) => s.view);
  const analysis = useApp((s) => s.analysis);
  const territory = useApp((s) => s.territory);
  const findings = useApp((s) => s.networkFindings);
  const words = networkWords(text.lang);
  // Of thousands of actors it takes long: it is asked for when something shown rests on it.
  const needsFindings =
    view.network === 'graph' ? view.colourBy === 'community' || view.sizeBy === 'betweenness' : view.network !== 'funding';
  useEffect(() => {
    if (analysis && !findings && needsFindings) readNetwork();
  }, [analysis, findings, needsFindings, readNetwork]);
  if (!analysis || !territory) return null;
  const readings = (
    <Segmented
      label={words.readingsLabel}
      segments={networkReadings.map((id) => ({ id, label: words.readings[id] }))}
      value={view.network}
      onChange={(network) => look({ network })}
    />
  );
  const title = text.ui.network.title(territory.name);
  if (view.network === 'graph') return <GraphPart readings={readings} title={title} />;
  const Part = parts[view.network];
  return (
    <DrawingFrame title={title} tools={readings} method={<DataDate />}>
      <Suspense>
        <Part />
      </Suspense>
    </DrawingFrame>
  );
}
