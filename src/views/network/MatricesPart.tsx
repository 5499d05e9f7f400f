import { useMemo, useState } from 'react';
import type { Mixing } from '../../analysis/networkFindings';
import { buildAdjacencyFigure, mostInMatrix } from '../../figures/adjacencyFigure';
import type { DomainId } from '../../model/domains';
import { SceneView } from '../../panels/SceneView';
import { useApp, useDiagnosis, useText } from '../../panels/useApp';
import { networkWords } from '../../text/network';
import { DataTable, type TableColumn } from '../../ui/DataTable';
import { Segmented } from '../../ui/Segmented';

type Choice = 'domains' | 'epci' | 'actors';

/** Who works with whom, by domain, by EPCI, actor by actor. */
export default function MatricesPart() {
  const text = useText();
  const findings = useApp((s) => s.networkFindings);
  const { deducedTies } = useDiagnosis().settings;
  const [choice, setChoice] = useState<Choice>('domains');
  const words = networkWords(text.lang).matrices;
  if (!findings) return <p className="muted">{networkWords(text.lang).findings.computing}</p>;
  const { whole } = findings.readings[deducedTies ? 'all' : 'stated'];
  return (
    <div className="reading">
      <Segmented
        label={words.choice}
        segments={(['domains', 'epci', 'actors'] as const).map((id) => ({ id, label: words.choices[id] }))}
        value={choice}
        onChange={setChoice}
      />
      {choice === 'actors' ? (
        <Adjacency communities={findings.communities} />
      ) : (
        <MixingTable mixing={choice === 'domains' ? whole.byDomain : whole.byEpci} by={choice} total={whole.figures.actors} />
      )}
    </div>
  );
}

interface MixingProps {
  readonly mixing: Mixing;
  readonly by: 'domains' | 'epci';
  readonly total: number;
}

/** Five steps of grey-blue: the share of possible pairs that are tied; the figure is in the cell. */
const shade = (share: number): string => `rgb(11 92 122 / ${Math.round(Math.min(1, share * 2) * 60)}%)`;

/** Ties observed over pairs possible between groups. */
function MixingTable({ mixing, by, total }: MixingProps) {
  const text = useText();
  const territory = useApp((s) => s.territory);
  const words = networkWords(text.lang).matrices;
  const { groups, observed, possible, sizes, actors } = mixing;
  const epci = new Map((territory?.epci ?? []).map((u) => [u.code, u.name]));
  const nameOf = (group: string) => (by === 'domains' ? text.model.domains[group as DomainId].short : (epci.get(group) ?? group));
  const columns: TableColumn<number>[] = [
    {
      key: 'group',
      label: words.corner[by],
      rowHeader: true,
      render: (i) => (
        <>
          {nameOf(groups[i]!)} <span className="small muted">{words.of(sizes[i]!)}</span>
        </>
      ),
    },
    ...groups.map(
      (group, j): TableColumn<number> => ({
        key: group,
        label: nameOf(group),
        align: 'centre',
        render: (i) => {
          const [seen, most] = [observed[i]![j]!, possible[i]![j]!];
          return (
            <span className="mixing-cell tabular" style={{ background: most > 0 ? shade(seen / most) : undefined }}>
              {most > 0 ? words.cell(seen, most) : words.impossible}
            </span>
          );
        },
      }),
    ),
  ];
  return (
    <>
      <DataTable
        caption={words.caption[by]}
        columns={columns}
        rows={groups.map((_, i) => i)}
        rowKey={(i) => groups[i]!}
        emptyText={text.ui.network.empty}
        maxHeight="60vh"
      />
      <p className="small muted">
        {words.note} {words.counted(actors, total)}
      </p>
    </>
  );
}

function Adjacency({ communities }: { readonly communities: ReadonlyMap<string, number> }) {
  const text = useText();
  const network = useApp((s) => s.analysis?.network);
  const words = networkWords(text.lang).matrices;
  const figure = useMemo(() => (network ? buildAdjacencyFigure(network, communities, text) : null), [network, communities, text]);
  const tied = network?.nodes.filter((n) => n.degree > 0).length ?? 0;
  if (!figure || tied === 0) return <p className="muted">{text.ui.network.empty}</p>;
  return (
    <>
      <div className="adjacency">
        <SceneView figure={figure} />
      </div>
      <p className="small muted">{tied > mostInMatrix ? words.tooMany(tied) : words.adjacency(tied)}</p>
    </>
  );
}
