import { type ComponentProps, useMemo, useState } from 'react';
import type { Analysis, Gap } from '../../analysis/analysis';
import { findPossibleNeeds } from '../../analysis/gaps';
import { DomainMark } from '../../panels/DomainMark';
import { DrawingFrame } from '../../panels/DrawingFrame';
import { Filters } from '../../panels/Filters';
import { rankGaps } from '../../panels/gapRows';
import { LevelBadge } from '../../panels/LevelBadge';
import { MethodLine } from '../../panels/MethodLine';
import { domainThemes, type Theme } from '../../panels/themes';
import { figureOutputs, useApp, useDiagnosis, useServices, useText } from '../../panels/useApp';
import { silentDomainsSentence } from '../../sentences/coverage';
import { gapSentence, possibleNeedSentence } from '../../sentences/gaps';
import { legendWords } from '../../sentences/levels';
import type { Reading } from '../../state/view';
import type { Text } from '../../text/fr';
import { LinkButton } from '../../ui/Button';
import { Segmented } from '../../ui/Segmented';
import { ContinuityTable } from './ContinuityTable';
import { Evolution } from './Evolution';
import { NeedsMatrix } from './NeedsMatrix';
import { ThemeTables } from './ThemeTables';

/** What can be taken away of a reading; the figure is that of the domains. */
function exportsOf(reading: Reading, text: Text): NonNullable<ComponentProps<typeof DrawingFrame>['exports']> {
  const by = reading === 'needs' ? 'needs' : 'domains';
  const tables = (['matrix-csv', 'communes-csv'] as const).map((output) => ({
    id: output,
    label: text.ui.outputs[output],
    request: { output, by } as const,
  }));
  const figures = figureOutputs.map((output) => ({
    id: output,
    label: text.ui.outputs[output],
    request: { output, figure: { kind: 'matrix' } } as const,
  }));
  const list = { id: 'gaps-csv', label: text.ui.outputs['gaps-csv'], request: { output: 'gaps-csv' } as const };
  return [list, ...tables, ...(reading === 'needs' ? [] : figures)];
}

/** Besoins non couverts: the matrix of the mesh by domain, and each need in one sentence. */
export default function GapsView() {
  const text = useText();
  const view = useApp((s) => s.view);
  const { reading } = view;
  const analysis = useApp((s) => s.analysis);
  const territory = useApp((s) => s.territory);
  const { look } = useServices();
  const [scope, setScope] = useState<'units' | 'communes'>('units');
  const gaps = useMemo(() => rankGaps(analysis?.gaps ?? [], view.domain, view.ranking), [analysis, view.domain, view.ranking]);
  const domains = useMemo(
    () => (analysis && view.domain && analysis.domains.includes(view.domain) ? [view.domain] : (analysis?.domains ?? [])),
    [analysis, view.domain],
  );
  const themes = useMemo(() => (analysis ? domainThemes(analysis, domains, text) : []), [analysis, domains, text]);
  if (!analysis || !territory) return null;
  const units = new Set(gaps.map((g) => g.territory.code)).size;
  return (
    <>
      <Filters />
      <DrawingFrame
        title={text.ui.gaps.title(territory.name)}
        // Counted of the units, domain by domain: of the other readings it says nothing.
        {...(reading === 'levels' && scope === 'units' ? { subtitle: text.ui.gaps.subtitle(gaps.length, units) } : {})}
        exports={exportsOf(reading, text)}
        tools={
          <Segmented
            label={text.ui.gaps.reading}
            segments={[
              { id: 'levels', label: text.ui.gaps.byDomain },
              { id: 'needs', label: text.ui.gaps.byNeed },
              { id: 'continuity', label: text.analysis.continuity.tab },
              { id: 'evolution', label: text.compare.tab },
            ]}
            value={reading}
            onChange={(id) => look({ reading: id })}
          />
        }
        legend={
          (reading === 'levels' || reading === 'needs') && (
            <MatrixLegend ofUnits={scope === 'units'} themes={reading === 'levels' ? themes : []} analysis={analysis} />
          )
        }
        method={<MethodLine byPresence={reading === 'needs'} />}
      >
        {reading === 'continuity' && <ContinuityTable analysis={analysis} />}
        {reading === 'evolution' && <Evolution />}
        {reading === 'needs' && <NeedsMatrix analysis={analysis} scope={scope} onScope={setScope} />}
        {reading === 'levels' && (
          <div className={`gaps ${scope === 'units' ? '' : 'alone'}`}>
            <ThemeTables
              analysis={analysis}
              themes={themes}
              caption={scope === 'units' ? text.ui.gaps.matrix : text.ui.matrix.communesByDomain}
              scope={scope}
              onScope={setScope}
            />
            {scope === 'units' && <GapList gaps={gaps} />}
          </div>
        )}
      </DrawingFrame>
    </>
  );
}

interface LegendProps {
  readonly ofUnits: boolean;
  readonly themes: readonly Theme[];
  readonly analysis: Analysis;
}

function MatrixLegend({ ofUnits, themes, analysis }: LegendProps) {
  const text = useText();
  const domains = themes.flatMap((t) => t.domain ?? []);
  return (
    <div className="legends">
      <ul className="legend static">
        {([0, 1, 2, 3, null] as const).map((level) => (
          <li key={String(level)}>
            <LevelBadge
              level={level}
              withWords
              words={level === null ? undefined : legendWords(level, domains, analysis, text)}
            />
          </li>
        ))}
      </ul>
      {ofUnits && (
        <p className="small muted">
          {text.ui.gaps.legend} {text.ui.matrix.strip} {text.ui.matrix.ranks}
        </p>
      )}
    </div>
  );
}

function GapList({ gaps }: { readonly gaps: readonly Gap[] }) {
  const text = useText();
  const { look } = useServices();
  const view = useApp((s) => s.view);
  const analysis = useApp((s) => s.analysis);
  const { inventory } = useDiagnosis();
  const silent = analysis && silentDomainsSentence(analysis, text);
  return (
    <section className="gap-list" aria-labelledby="gap-list-title">
      <div className="gap-list-head">
        <h2 id="gap-list-title">{text.ui.gaps.list}</h2>
        <Segmented
          label={text.ui.gaps.ranking}
          segments={[
            { id: 'people', label: text.ui.gaps.byPeople },
            { id: 'rate', label: text.ui.gaps.byRate },
          ]}
          value={view.ranking}
          onChange={(ranking) => look({ ranking })}
        />
      </div>
      {gaps.length === 0 && <p className="muted">{inventory.schemes.length === 0 ? text.ui.gaps.noneBare : text.ui.gaps.none}</p>}
      {silent !== null && inventory.schemes.length > 0 && <p>{silent}</p>}
      <ol className="gap-items">
        {gaps.map((gap) => (
          <GapItem key={gap.id} gap={gap} isFocused={view.focus?.kind === 'gap' && view.focus.id === gap.id} />
        ))}
      </ol>
      <PossibleNeeds />
      <RemoteOnly />
    </section>
  );
}

/** What may be a need: apart from those that are, so that neither is taken for the other. */
function PossibleNeeds() {
  const text = useText();
  const { focus } = useServices();
  const analysis = useApp((s) => s.analysis);
  const domain = useApp((s) => s.view.domain);
  const possible = analysis ? findPossibleNeeds(analysis).filter((n) => domain === null || n.domain === domain) : [];
  if (!analysis || possible.length === 0) return null;
  return (
    <section className="card-part">
      <h3>{text.ui.gaps.possible}</h3>
      <ul className="gap-items">
        {possible.map((need) => (
          <li className="gap-item" key={`${need.domain}:${need.unit.code}`}>
            <DomainMark domain={need.domain} />
            <LevelBadge level={null} />
            <LinkButton onPress={() => focus({ kind: 'unit', id: need.unit.code }, { domain: need.domain })}>
              {possibleNeedSentence(need, analysis, text)}
            </LinkButton>
          </li>
        ))}
      </ul>
    </section>
  );
}

function GapItem({ gap, isFocused }: { readonly gap: Gap; readonly isFocused: boolean }) {
  const text = useText();
  const { focus } = useServices();
  const analysis = useApp((s) => s.analysis);
  if (!analysis) return null;
  return (
    <li className="gap-item" data-selected={isFocused || undefined}>
      <DomainMark domain={gap.domain} />
      <LevelBadge level={gap.level} component={gap.component} />
      <LinkButton
        data-origin={`list:${gap.id}`}
        onPress={() => focus({ kind: 'gap', id: gap.id }, { domain: gap.domain, screen: 'map', asTable: false })}
      >
        {gapSentence(gap, analysis, text)}
      </LinkButton>
    </li>
  );
}

/** Schemes without a place count in no commune: said here rather than lost. */
function RemoteOnly() {
  const text = useText();
  const { focus } = useServices();
  const remote = useApp((s) => s.analysis?.totals.remoteOnly);
  if (!remote || remote.length === 0) return null;
  return (
    <section className="card-part">
      <h3>{text.ui.gaps.remoteOnly}</h3>
      <ul className="records">
        {remote.map((r) => (
          <li key={r.schemeId}>
            {r.domains[0] && <DomainMark domain={r.domains[0]} />}
            <LinkButton onPress={() => focus({ kind: 'scheme', id: r.schemeId })}>{`${r.name}, ${r.actorName}`}</LinkButton>
          </li>
        ))}
      </ul>
    </section>
  );
}
