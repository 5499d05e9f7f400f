import { useId } from 'react';
import { colourings, sizings } from '../../analysis/actorTraits';
import type { NetworkReading } from '../../analysis/analysis';
import { yearsOfTies } from '../../analysis/networkParts';
import { useApp, useDiagnosis, useServices, useText } from '../../panels/useApp';
import { indexOf } from '../../state/selectors';
import { arrangements } from '../../state/view';
import { networkWords } from '../../text/network';
import { Button } from '../../ui/Button';
import { CheckField } from '../../ui/CheckField';
import { CompactSelect } from '../../ui/CompactSelect';
import { Segmented } from '../../ui/Segmented';
import type { Hand } from './GraphPart';
import type { NetworkTool } from './networkModel';
import { focusedActor } from './useShownNetwork';

interface Path {
  readonly from: string;
  readonly to: string;
  readonly ids: readonly string[] | null;
}

interface Props {
  readonly hand: Hand;
  readonly drawn: NetworkReading;
  readonly path: Path | null;
}

interface ChoiceProps<Id extends string> {
  readonly label: string;
  readonly options: readonly { readonly id: Id; readonly label: string }[];
  readonly value: Id;
  readonly onChange: (id: Id) => void;
}

/** A choice with its label in sight. */
function Choice<Id extends string>({ label, options, value, onChange }: ChoiceProps<Id>) {
  return (
    <span className="tool-field">
      <span className="small muted" aria-hidden>
        {label}
      </span>
      <CompactSelect label={label} options={options} value={value} onChange={onChange} />
    </span>
  );
}

/** How the graph is drawn and what the pointer does with it. */
export function GraphTools({ hand, drawn, path }: Props) {
  const text = useText();
  const { look, dispatch } = useServices();
  const view = useApp((s) => s.view);
  const diagnosis = useDiagnosis();
  const words = networkWords(text.lang);
  const named = <Id extends string>(ids: readonly Id[], labels: Readonly<Record<Id, string>>) =>
    ids.map((id) => ({ id, label: labels[id] }));
  const { deducedTies } = diagnosis.settings;
  return (
    <div className="graph-tools">
      <div className="graph-tools-row">
        <Choice
          label={words.colour}
          options={named(colourings, words.colours)}
          value={view.colourBy}
          onChange={(colourBy) => look({ colourBy })}
        />
        <Choice
          label={words.size}
          options={named(sizings, words.sizes)}
          value={view.sizeBy}
          onChange={(sizeBy) => look({ sizeBy })}
        />
        <Choice
          label={words.arrangement}
          options={named(arrangements, words.arrangements)}
          value={view.arrangement}
          onChange={(arrangement) => {
            hand.setTool('look');
            look({ arrangement });
          }}
        />
        {!view.asTable && view.arrangement !== 'circles' && (
          <Segmented
            label={words.tool}
            segments={named<NetworkTool>(view.arrangement === 'ties' ? ['look', 'link', 'place'] : ['look', 'link'], words.tools)}
            value={hand.tool}
            onChange={hand.setTool}
          />
        )}
      </div>
      <HandLine hand={hand} />
      <details className="graph-options">
        <summary>{words.more}</summary>
        <div className="graph-tools-row">
          <CheckField
            isSelected={deducedTies}
            onChange={(on) => dispatch({ type: 'changeSettings', settings: { deducedTies: on } }, { key: 'settings:deduced' })}
          >
            {words.shows.deduced}
          </CheckField>
          <CheckField isSelected={view.withPending} onChange={(withPending) => look({ withPending })}>
            {words.shows.pending}
          </CheckField>
          <CheckField isSelected={view.withoutDepartement} onChange={(withoutDepartement) => look({ withoutDepartement })}>
            {words.shows.withoutDepartement}
          </CheckField>
          {diagnosis.pins && (
            <Button onPress={() => dispatch({ type: 'unpinActors', ids: null }, { said: words.unpinned })}>{words.unpin}</Button>
          )}
        </div>
        <div className="graph-tools-row">
          <AroundTools drawn={drawn} />
        </div>
        <DayTool />
      </details>
      {path && <PathLine path={path} />}
    </div>
  );
}

/** What the pointer is to do next, said. */
function HandLine({ hand }: { readonly hand: Hand }) {
  const text = useText();
  const { inventory } = useDiagnosis();
  const words = networkWords(text.lang);
  if (hand.tool === 'look') return null;
  const name = hand.linkFrom ? (indexOf(inventory).actors.get(hand.linkFrom)?.name ?? '') : '';
  return (
    <p className="small" role="status">
      {name === '' ? words.toolHelp[hand.tool] : hand.tool === 'link' ? words.linkFrom(name) : words.placing(name)}{' '}
      {name !== '' && <Button onPress={hand.forget}>{words.cancel}</Button>}
    </p>
  );
}

/** Neighbours of the actor in focus, and the path from it to another. */
function AroundTools({ drawn }: { readonly drawn: NetworkReading }) {
  const text = useText();
  const { look } = useServices();
  const view = useApp((s) => s.view);
  const diagnosis = useDiagnosis();
  const words = networkWords(text.lang);
  const from = focusedActor(view, diagnosis);
  if (!from) return <p className="small muted">{words.aroundNeeds}</p>;
  const tied = drawn.nodes
    .filter((n) => n.degree > 0 && n.id !== from)
    .sort((a, b) => a.name.localeCompare(b.name, text.lang))
    .map((n) => ({ id: n.id, label: n.name }));
  return (
    <>
      <Choice
        label={words.around}
        options={[{ id: '0', label: words.aroundAll }, ...[1, 2, 3].map((d) => ({ id: String(d), label: words.aroundDepth(d) }))]}
        value={String(view.around ?? 0)}
        onChange={(id) => look({ around: Number(id) || null })}
      />
      <Choice
        label={words.path}
        options={[{ id: '-', label: words.pathNone }, ...tied]}
        value={view.pathTo ?? '-'}
        onChange={(id) => look({ pathTo: id === '-' ? null : id })}
      />
    </>
  );
}

function PathLine({ path }: { readonly path: Path }) {
  const text = useText();
  const { actors } = indexOf(useDiagnosis().inventory);
  const words = networkWords(text.lang);
  const nameOf = (id: string) => actors.get(id)?.name ?? id;
  return (
    <p className="small" role="status">
      {path.ids ? words.pathFound(path.ids.map(nameOf)) : words.pathMissing(nameOf(path.from), nameOf(path.to))}
    </p>
  );
}

/** The year at whose end ties are drawn. */
function DayTool() {
  const text = useText();
  const { look } = useServices();
  const on = useApp((s) => s.view.networkOn);
  const { partnerships } = useDiagnosis().inventory;
  const words = networkWords(text.lang);
  const id = useId();
  const years = yearsOfTies(partnerships);
  if (!years || years[0] === years[1]) return null;
  const dated = partnerships.filter((p) => p.startsOn ?? p.endsOn ?? p.year).length;
  const year = on?.slice(0, 4) ?? null;
  return (
    <div className="graph-tools-row">
      <label htmlFor={id} className="small">
        {words.on}
      </label>
      <input
        id={id}
        type="range"
        min={years[0]}
        max={years[1] + 1}
        value={year ?? years[1] + 1}
        aria-valuetext={year ?? words.onAll}
        onChange={(e) => look({ networkOn: Number(e.target.value) > years[1] ? null : `${e.target.value}-12-31` })}
      />
      <span className="small">{year === null ? words.onAll : words.onYear(year, dated, partnerships.length)}</span>
    </div>
  );
}
