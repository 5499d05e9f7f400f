import { type ReactNode, useMemo, useState } from 'react';
import { readFunding } from '../../analysis/funding';
import { type Basis, bases, endingTies, type NetworkFigures } from '../../analysis/networkFindings';
import { useApp, useDiagnosis, useServices, useText } from '../../panels/useApp';
import {
  brokerSentences,
  type FindingSentence,
  fragilitySentences,
  groupSentences,
  mixingSentences,
  namesOf,
  wholeSentences,
} from '../../sentences/networkFindings';
import { indexOf } from '../../state/selectors';
import { formatDate, formatNumber, formatShare, typeset } from '../../text/format';
import { networkWords } from '../../text/network';
import { LinkButton } from '../../ui/Button';
import { CheckField } from '../../ui/CheckField';
import { DataTable } from '../../ui/DataTable';
import { Segmented } from '../../ui/Segmented';

/** What the network says, sentence by sentence, each with the card of whom it is about. */
export default function FindingsPart() {
  const text = useText();
  const findings = useApp((s) => s.networkFindings);
  const { inventory } = useDiagnosis();
  const [basis, setBasis] = useState<Basis>('stated');
  const [part, setPart] = useState<'whole' | 'without'>('whole');
  const [isHidden, setHidden] = useState(false);
  const words = networkWords(text.lang).findings;
  const nameOf = useMemo(() => namesOf(indexOf(inventory).actors, text, isHidden), [inventory, text, isHidden]);
  if (!findings) return <p className="muted">{words.computing}</p>;
  const input = { report: findings.readings[basis][part], nameOf, text };
  const named = <Id extends string>(ids: readonly Id[], labels: Readonly<Record<Id, string>>) =>
    ids.map((id) => ({ id, label: labels[id] }));
  return (
    <div className="reading">
      <div className="graph-tools-row">
        <Segmented label={words.basis} segments={named(bases, words.bases)} value={basis} onChange={setBasis} />
        <Segmented
          label={words.departement}
          segments={named(['whole', 'without'] as const, words.departements)}
          value={part}
          onChange={setPart}
        />
        <CheckField isSelected={isHidden} onChange={setHidden}>
          {words.hideNames}
        </CheckField>
      </div>
      <p className="small muted">{words.caution}</p>
      <Part title={words.titles.whole} sentences={wholeSentences(input)} nameOf={nameOf} />
      <Part title={words.titles.fragile} sentences={fragilitySentences(input)} nameOf={nameOf} />
      <Part title={words.titles.brokers} sentences={brokerSentences(input)} nameOf={nameOf} />
      <Part title={words.titles.groups} sentences={groupSentences(input)} nameOf={nameOf} />
      <Part title={words.titles.mixing} sentences={mixingSentences(input)} nameOf={nameOf} />
      <Ending nameOf={nameOf} />
      <Dependence />
      <FiguresTable />
      <p className="small muted">{words.method}</p>
    </div>
  );
}

interface PartProps {
  readonly title: string;
  readonly sentences: readonly FindingSentence[];
  readonly nameOf: (id: string) => string;
  readonly children?: ReactNode;
}

function Part({ title, sentences, nameOf, children }: PartProps) {
  const text = useText();
  const { focus } = useServices();
  const words = networkWords(text.lang).findings;
  if (sentences.length === 0) return null;
  return (
    <section className="reading-part">
      <h2>{title}</h2>
      <ul className="findings">
        {sentences.map(({ sentence, actorIds }) => (
          <li key={sentence}>
            {sentence}
            {actorIds[0] !== undefined && (
              <span className="small">
                {' '}
                <LinkButton
                  aria-label={words.open(nameOf(actorIds[0]))}
                  onPress={() => focus({ kind: 'actor', id: actorIds[0]! })}
                >
                  {words.openShort}
                </LinkButton>
              </span>
            )}
          </li>
        ))}
      </ul>
      {children}
    </section>
  );
}

function Ending({ nameOf }: { readonly nameOf: (id: string) => string }) {
  const text = useText();
  const { today } = useServices();
  const { partnerships } = useDiagnosis().inventory;
  const words = networkWords(text.lang).findings;
  const ending = endingTies(partnerships, today());
  const dated = partnerships.filter((p) => p.endsOn !== undefined && p.status === 'existant').length;
  const sentences =
    ending.length === 0
      ? [{ sentence: typeset(words.noEnding(dated), text.lang), actorIds: [] }]
      : ending.slice(0, 10).map((p) => ({
          sentence: typeset(words.ending(`${nameOf(p.fromId)} – ${nameOf(p.toId)}`, formatDate(p.endsOn!, text.lang)), text.lang),
          actorIds: [p.fromId, p.toId],
        }));
  return <Part title={words.titles.ending} sentences={sentences} nameOf={nameOf} />;
}

function Dependence() {
  const text = useText();
  const { today } = useServices();
  const { inventory } = useDiagnosis();
  const words = networkWords(text.lang).findings;
  const day = today();
  const { single, unknown } = useMemo(() => readFunding(inventory, [], day), [inventory, day]);
  const known = inventory.schemes.filter((s) => !s.closed).length - unknown;
  const sentence = typeset(words.dependence(single.length, known), text.lang);
  return <Part title={words.titles.funders} sentences={[{ sentence, actorIds: [] }]} nameOf={(id) => id} />;
}

type Row = keyof NetworkFigures;
const rows: readonly Row[] = [
  'actors',
  'ties',
  'density',
  'averageDegree',
  'degreeCentralization',
  'betweennessCentralization',
  'closenessCentralization',
  'components',
  'largest',
  'isolates',
  'fragmentation',
];
const shares: ReadonlySet<Row> = new Set(['density', 'fragmentation']);
const counts: ReadonlySet<Row> = new Set(['actors', 'ties', 'components', 'largest', 'isolates']);

/** The four readings side by side. */
function FiguresTable() {
  const text = useText();
  const findings = useApp((s) => s.networkFindings);
  const words = networkWords(text.lang).findings.figures;
  if (!findings) return null;
  const cell = (row: Row, value: number | null): string => {
    if (value === null) return words.none;
    if (shares.has(row)) return formatShare(value, text.lang);
    return formatNumber(value, text.lang, counts.has(row) ? 0 : 2);
  };
  const columns = bases.flatMap((basis) =>
    (['whole', 'without'] as const).map((part) => ({
      key: `${basis}-${part}`,
      label: words.columns[basis][part],
      render: (row: Row) => cell(row, findings.readings[basis][part].figures[row]),
      align: 'end' as const,
    })),
  );
  return (
    <section className="reading-part">
      <h2>{words.caption}</h2>
      <DataTable
        caption={words.caption}
        columns={[{ key: 'measure', label: words.measure, rowHeader: true, render: (row: Row) => words[row] }, ...columns]}
        rows={rows}
        rowKey={(row) => row}
        emptyText=""
      />
      <p className="small muted">{words.note}</p>
    </section>
  );
}
