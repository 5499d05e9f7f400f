import { useMemo, useState } from 'react';
import { type FragileFunding, type Funder, type FundingReading, readFunding } from '../../analysis/funding';
import { buildFundingFigure } from '../../figures/fundingFigure';
import type { Scheme } from '../../model/inventory';
import { SceneView } from '../../panels/SceneView';
import { useApp, useDiagnosis, useServices, useText } from '../../panels/useApp';
import { indexOf } from '../../state/selectors';
import { formatDate, formatNumber } from '../../text/format';
import { networkWords } from '../../text/network';
import { LinkButton } from '../../ui/Button';
import { CompactSelect } from '../../ui/CompactSelect';
import { DataTable, type TableColumn } from '../../ui/DataTable';
import { Segmented } from '../../ui/Segmented';

const parts = ['flows', 'matrix', 'fragile', 'leads'] as const;

/** Who pays for what: flows by year, schemes, what is fragile, leads for the needs. */
export default function FundingPart() {
  const text = useText();
  const { today } = useServices();
  const gaps = useApp((s) => s.analysis?.gaps);
  const { inventory } = useDiagnosis();
  const [part, setPart] = useState<(typeof parts)[number]>('flows');
  const words = networkWords(text.lang).funding;
  const day = today();
  const funding = useMemo(() => readFunding(inventory, gaps ?? [], day), [inventory, gaps, day]);
  if (funding.funders.length === 0) return <p>{words.none}</p>;
  return (
    <div className="reading">
      <Segmented
        label={words.partsLabel}
        segments={parts.map((id) => ({ id, label: words.parts[id] }))}
        value={part}
        onChange={setPart}
      />
      {part === 'flows' && <Flows funding={funding} />}
      {part === 'matrix' && <SchemesMatrix funding={funding} />}
      {part === 'fragile' && <Fragile funding={funding} />}
      {part === 'leads' && <Leads funding={funding} />}
    </div>
  );
}

interface Props {
  readonly funding: FundingReading;
}

/** Names of funders, and of actors. */
function useNames({ funders }: FundingReading) {
  const { actors } = indexOf(useDiagnosis().inventory);
  const byKey = useMemo(() => new Map(funders.map((f) => [f.key, f])), [funders]);
  return {
    actor: (id: string) => actors.get(id)?.name ?? id,
    funder: (key: string) => byKey.get(key)?.name ?? key,
    money: (key: string) => byKey.get(key)?.money ?? ('inconnu' as const),
  };
}

/** A funder's name: its card where it is an actor. */
function FunderName({ funder }: { readonly funder: Pick<Funder, 'actorId' | 'name'> }) {
  const { focus } = useServices();
  const { actorId, name } = funder;
  return actorId ? <LinkButton onPress={() => focus({ kind: 'actor', id: actorId })}>{name}</LinkButton> : name;
}

function Flows({ funding }: Props) {
  const text = useText();
  const names = useNames(funding);
  const [year, setYear] = useState<number | null>(null);
  const words = networkWords(text.lang).funding;
  const years = [...new Set(funding.flows.flatMap((f) => f.year ?? []))].sort((a, b) => b - a);
  const figure = buildFundingFigure({ funding, year, nameOf: names.actor, text });
  const euros = (value: number) => `${formatNumber(Math.round(value), text.lang)}\u00a0€`;
  const flows = funding.flows.filter((f) => year === null || f.year === year);
  const columns: TableColumn<(typeof flows)[number]>[] = [
    {
      key: 'funder',
      label: words.columns.funder,
      rowHeader: true,
      render: (f) => names.funder(f.funder),
      sort: (f) => names.funder(f.funder),
    },
    {
      key: 'money',
      label: words.columns.money,
      render: (f) => words.money[names.money(f.funder)],
      sort: (f) => names.money(f.funder),
    },
    {
      key: 'carrier',
      label: words.columns.carrier,
      render: (f) => names.actor(f.carrierId),
      sort: (f) => names.actor(f.carrierId),
    },
    { key: 'year', label: words.columns.year, render: (f) => f.year ?? words.noYear, sort: (f) => f.year },
    { key: 'euros', label: words.columns.euros, align: 'end', render: (f) => euros(f.euros), sort: (f) => f.euros },
  ];
  return (
    <>
      <div className="graph-tools-row">
        <span className="tool-field">
          <span className="small muted" aria-hidden>
            {words.year}
          </span>
          <CompactSelect
            label={words.year}
            options={[{ id: 'all', label: words.allYears }, ...years.map((y) => ({ id: String(y), label: String(y) }))]}
            value={year === null ? 'all' : String(year)}
            onChange={(id) => setYear(id === 'all' ? null : Number(id))}
          />
        </span>
        <span className="small muted">{words.counted(funding.withAmount, funding.ties)}</span>
      </div>
      {figure && (
        <div className="funding-figure">
          <SceneView figure={figure} />
        </div>
      )}
      <DataTable
        caption={words.flowsTable}
        columns={columns}
        rows={flows}
        rowKey={(f) => `${f.funder}|${f.carrierId}|${f.year}`}
        emptyText={words.none}
        initialSort={{ key: 'euros', descending: true }}
        maxHeight="50vh"
      />
    </>
  );
}

const mostColumns = 10;

/** Schemes in rows, funders in columns: named by the scheme, or of its carrier. */
function SchemesMatrix({ funding }: Props) {
  const text = useText();
  const names = useNames(funding);
  const { inventory } = useDiagnosis();
  const { focus } = useServices();
  const words = networkWords(text.lang).funding;
  const shown = funding.funders.slice(0, mostColumns);
  const rest = funding.funders.slice(mostColumns);
  const pays = (f: Funder, s: Scheme): 'named' | 'carrier' | null =>
    f.schemeIds.includes(s.id) ? 'named' : f.carrierIds.includes(s.actorId) ? 'carrier' : null;
  const rows = inventory.schemes.filter((s) => !s.closed && funding.funders.some((f) => pays(f, s)));
  const mark = (how: 'named' | 'carrier' | null) =>
    how && (
      <span role="img" aria-label={words[how]}>
        {how === 'named' ? '●' : '○'}
      </span>
    );
  const columns: TableColumn<Scheme>[] = [
    {
      key: 'scheme',
      label: words.columns.scheme,
      rowHeader: true,
      render: (s) => <LinkButton onPress={() => focus({ kind: 'scheme', id: s.id })}>{s.name}</LinkButton>,
      sort: (s) => s.name,
    },
    { key: 'carrier', label: words.columns.carrier, render: (s) => names.actor(s.actorId), sort: (s) => names.actor(s.actorId) },
    ...shown.map(
      (f): TableColumn<Scheme> => ({
        key: f.key,
        label: <FunderName funder={f} />,
        align: 'centre',
        render: (s) => mark(pays(f, s)),
      }),
    ),
    ...(rest.length > 0
      ? [
          {
            key: 'rest',
            label: words.otherFunders,
            align: 'centre' as const,
            render: (s: Scheme) => rest.filter((f) => pays(f, s)).length || '',
          },
        ]
      : []),
  ];
  return (
    <>
      <p className="small muted">{words.matrixNote}</p>
      <DataTable
        caption={words.matrixCaption}
        columns={columns}
        rows={rows}
        rowKey={(s) => s.id}
        emptyText={words.none}
        maxHeight="65vh"
      />
      <p className="small muted">{words.unknown(funding.unknown)}</p>
    </>
  );
}

function Fragile({ funding }: Props) {
  const text = useText();
  const words = networkWords(text.lang).funding;
  return (
    <>
      <FragileTable title={words.single(funding.single.length)} rows={funding.single} funding={funding} empty={words.noSingle} />
      <FragileTable
        title={words.ending(funding.ending.length)}
        rows={funding.ending}
        funding={funding}
        empty={funding.hasEnds ? words.noEnding : words.noEnds}
      />
      <p className="small muted">{words.unknown(funding.unknown)}</p>
    </>
  );
}

interface FragileProps extends Props {
  readonly title: string;
  readonly rows: readonly FragileFunding[];
  readonly empty: string;
}

function FragileTable({ title, rows, funding, empty }: FragileProps) {
  const text = useText();
  const names = useNames(funding);
  const { focus } = useServices();
  const { schemes } = indexOf(useDiagnosis().inventory);
  const words = networkWords(text.lang).funding;
  const columns: TableColumn<FragileFunding>[] = [
    {
      key: 'scheme',
      label: words.columns.scheme,
      rowHeader: true,
      render: (r) => (
        <LinkButton onPress={() => focus({ kind: 'scheme', id: r.schemeId })}>{schemes.get(r.schemeId)?.name ?? ''}</LinkButton>
      ),
      sort: (r) => schemes.get(r.schemeId)?.name ?? '',
    },
    { key: 'carrier', label: words.columns.carrier, render: (r) => names.actor(r.actorId), sort: (r) => names.actor(r.actorId) },
    {
      key: 'funders',
      label: words.columns.funders,
      render: (r) => (
        <>
          {r.funders.map((key) => `${names.funder(key)} (${words.money[names.money(key)].toLowerCase()})`).join(', ')}
          {r.ofCarrier && r.funders.length > 0 && <span className="small muted"> {words.ofCarrier}</span>}
        </>
      ),
    },
    {
      key: 'ends',
      label: words.columns.ends,
      render: (r) => (r.endsOn ? formatDate(r.endsOn, text.lang) : ''),
      sort: (r) => r.endsOn,
    },
  ];
  return (
    <section className="reading-part">
      <h2>{title}</h2>
      <DataTable caption={title} columns={columns} rows={rows} rowKey={(r) => r.schemeId} emptyText={empty} maxHeight="40vh" />
    </section>
  );
}

/** For each need, the funders of the nearest actors of its domain. */
function Leads({ funding }: Props) {
  const text = useText();
  const names = useNames(funding);
  const { focus } = useServices();
  const gaps = useApp((s) => s.analysis?.gaps);
  const words = networkWords(text.lang).funding;
  const byId = new Map((gaps ?? []).map((g) => [g.id, g]));
  const funders = new Map(funding.funders.map((f) => [f.key, f]));
  const needOf = (id: string) => {
    const gap = byId.get(id);
    return gap ? `${text.model.domains[gap.domain].short}, ${gap.territory.name}` : id;
  };
  const columns: TableColumn<FundingReading['leads'][number]>[] = [
    {
      key: 'need',
      label: words.columns.need,
      rowHeader: true,
      render: (l) => <LinkButton onPress={() => focus({ kind: 'gap', id: l.gapId })}>{needOf(l.gapId)}</LinkButton>,
      sort: (l) => needOf(l.gapId),
    },
    {
      key: 'funder',
      label: words.columns.funder,
      render: (l) => <FunderName funder={funders.get(l.funder)!} />,
      sort: (l) => names.funder(l.funder),
    },
    {
      key: 'money',
      label: words.columns.money,
      render: (l) => words.money[names.money(l.funder)],
      sort: (l) => names.money(l.funder),
    },
    {
      key: 'near',
      label: words.columns.near,
      render: (l) => words.lead(names.actor(l.actorId), formatNumber(Math.round(l.minutes), text.lang)),
      sort: (l) => l.minutes,
    },
  ];
  return (
    <>
      <p className="small muted">{words.leadsNote}</p>
      <DataTable
        caption={words.parts.leads}
        columns={columns}
        rows={funding.leads}
        rowKey={(l) => `${l.gapId}|${l.funder}`}
        emptyText={words.noLeads}
        maxHeight="65vh"
      />
    </>
  );
}
