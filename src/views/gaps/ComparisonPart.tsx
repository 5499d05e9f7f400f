import { useMemo } from 'react';
import type { Analysis, Gap } from '../../analysis/analysis';
import type { Comparison } from '../../analysis/compare';
import type { FieldChange, RecordComparison, SchemeComparison, TieComparison } from '../../analysis/compareRecords';
import type { Partnership, Scheme } from '../../model/inventory';
import { DomainMark } from '../../panels/DomainMark';
import { fieldLabel, valueText } from '../../panels/fieldWords';
import { useDiagnosis, useServices, useText } from '../../panels/useApp';
import { minutesText, shareText } from '../../panels/words';
import { comparisonMethod } from '../../sentences/comparison';
import { gapSentence } from '../../sentences/gaps';
import { indexOf } from '../../state/selectors';
import type { Compared } from '../../state/store';
import { formatDate, formatPeople } from '../../text/format';
import type { Text } from '../../text/fr';
import { termLabel } from '../../text/terms';
import { Button } from '../../ui/Button';
import { DataTable, type TableColumn } from '../../ui/DataTable';

const shown = 40;

interface Props {
  readonly compared: Compared;
}

/** What the comparison says: what is refused and why, then schemes and needs, each change in one line. */
export function ComparisonPart({ compared }: Props) {
  const text = useText();
  const { look, compareTo } = useServices();
  const present = useDiagnosis();
  const t = text.compare;
  const { comparison, name, on, diagnosis: other } = compared;
  const method = useMemo(() => comparisonMethod({ other, name, present }, text), [other, name, present, text]);
  const { schemes, records, ties, gaps, domains, after } = comparison;
  const isHeld = domains.some((d) => d.refusal === null && after.access[d.domain]?.reference !== null);
  return (
    <>
      <div className="line">
        <h2>{t.since(name, on === null ? null : formatDate(on, text.lang))}</h2>
        {schemes && <Button onPress={() => look({ screen: 'map', beside: 'etat', asTable: false })}>{t.onMap}</Button>}
        <Button onPress={() => compareTo(null)}>{t.stop}</Button>
      </div>
      {domains.map(
        ({ domain, refusal }) =>
          refusal && (
            <p key={domain} className="notice">
              {t.refused(text.model.domains[domain].name, t.refusal[refusal])}
            </p>
          ),
      )}
      {method.map((sentence) => (
        <p key={sentence} className="small muted">
          {sentence}
        </p>
      ))}
      {schemes && isHeld && <p className="small muted">{t.held}</p>}
      {schemes && <SchemeChanges schemes={schemes} compared={compared} />}
      {records && <RecordChanges records={records} compared={compared} />}
      {ties && <TieChanges ties={ties} compared={compared} />}
      {gaps ? <GapChanges comparison={comparison} /> : <TwoTerritories compared={compared} />}
    </>
  );
}

interface Line {
  readonly key: string;
  readonly kind: string;
  readonly words: React.ReactNode;
}

/** Lines of changes, the first ones written, the rest counted. */
function Lines({ lines }: { readonly lines: readonly Line[] }) {
  const text = useText();
  return (
    <>
      <ul className="changes">
        {lines.slice(0, shown).map((line) => (
          <li key={line.key}>
            <strong className="change-kind">{line.kind}</strong>
            <span>{line.words}</span>
          </li>
        ))}
      </ul>
      {lines.length > shown && <p className="small muted">{text.compare.more(lines.length - shown)}</p>}
    </>
  );
}

type Kind = 'actors' | 'sites' | 'schemes' | 'partnerships';

/** Says what fields were and have become, in the words of the state that each value is of. */
function useChangeWords(compared: Compared): (kind: Kind, fields: readonly FieldChange[]) => string[] {
  const text = useText();
  const { inventory } = useDiagnosis();
  const [was, is] = [indexOf(compared.diagnosis.inventory), indexOf(inventory)];
  return (kind, fields) =>
    fields.map(({ field, before, after }) => {
      const change = text.compare.became(valueText(kind, field, before, was, text), valueText(kind, field, after, is, text));
      return `${fieldLabel(kind, field, text)} ${change}`;
    });
}

/** Actors and sites of which something is told; nothing where all are as they were. */
function RecordChanges({ records, compared }: Props & { readonly records: RecordComparison }) {
  const text = useText();
  const { inventory } = useDiagnosis();
  const wordsOf = useChangeWords(compared);
  const t = text.compare;
  if (records.actors.length + records.sites.length === 0) return null;
  const actorOf = indexOf(inventory).actors;
  const lines: Line[] = [
    ...records.actors.map(({ actor, fields }) => ({
      key: `a${actor.id}`,
      kind: t.kinds.changed,
      words: [actor.name, wordsOf('actors', fields).join(' ; ')].join(text.analysis.separator),
    })),
    ...records.sites.map(({ siteId, actorId, fields, isHidden }) => ({
      key: `s${siteId}`,
      kind: t.kinds.changed,
      words: [
        text.import.update.site(actorOf.get(actorId)?.name ?? actorId),
        [...wordsOf('sites', fields), ...(isHidden ? [t.hiddenMove] : [])].join(' ; '),
      ].join(text.analysis.separator),
    })),
  ];
  return (
    <>
      <h3>{t.actorsAndSites}</h3>
      <p className="tabular">{t.recordCounts(records.actors.length, records.sites.length)}</p>
      <Lines lines={lines} />
    </>
  );
}

function SchemeChanges({ schemes, compared }: Props & { readonly schemes: SchemeComparison }) {
  const text = useText();
  const { inventory } = useDiagnosis();
  const wordsOf = useChangeWords(compared);
  const t = text.compare;
  const [was, is] = [indexOf(compared.diagnosis.inventory), indexOf(inventory)];
  const nameOf = (s: Scheme) => {
    const actor = (is.actors.get(s.actorId) ?? was.actors.get(s.actorId))?.name;
    return actor === undefined || actor === s.name ? s.name : `${s.name} (${actor})`;
  };
  const lines: Line[] = [
    ...schemes.opened.map((s) => ({ key: `o${s.id}`, kind: t.kinds.schemeOpened, words: nameOf(s) })),
    ...schemes.closed.map((s) => ({ key: `c${s.id}`, kind: t.kinds.closed, words: nameOf(s) })),
    ...schemes.changed.map(({ scheme, fields }) => ({
      key: `m${scheme.id}`,
      kind: t.kinds.changed,
      words: `${nameOf(scheme)}${text.analysis.separator}${wordsOf('schemes', fields).join(' ; ')}`,
    })),
  ];
  return (
    <>
      <h3>{t.schemes}</h3>
      <p className="tabular">
        {t.schemeCounts(schemes.opened.length, schemes.closed.length, schemes.changed.length, schemes.unchanged)}
      </p>
      <Lines lines={lines} />
    </>
  );
}

/** Ties opened, ended and changed; nothing where there are none on either side. */
function TieChanges({ ties, compared }: Props & { readonly ties: TieComparison }) {
  const text = useText();
  const { inventory } = useDiagnosis();
  const wordsOf = useChangeWords(compared);
  const t = text.quality.since;
  if (ties.opened.length + ties.ended.length + ties.changed.length + ties.unchanged === 0) return null;
  const [was, is] = [indexOf(compared.diagnosis.inventory), indexOf(inventory)];
  const nameOf = (id: string) => (is.actors.get(id) ?? was.actors.get(id))?.name ?? id;
  const told = (p: Partnership) => `${nameOf(p.fromId)} – ${nameOf(p.toId)} (${termLabel(text.model.natures, p.nature)})`;
  const lines: Line[] = [
    ...ties.opened.map((p) => ({ key: `o${p.id}`, kind: t.tieOpened, words: told(p) })),
    ...ties.ended.map((p) => ({ key: `e${p.id}`, kind: t.tieEnded, words: told(p) })),
    ...ties.changed.map(({ tie, fields }) => ({
      key: `m${tie.id}`,
      kind: text.compare.kinds.changed,
      words: `${told(tie)}${text.analysis.separator}${wordsOf('partnerships', fields).join(' ; ')}`,
    })),
  ];
  return (
    <>
      <h3>{t.ties}</h3>
      <p className="tabular">{t.tieCounts(ties.opened.length, ties.ended.length, ties.changed.length, ties.unchanged)}</p>
      <Lines lines={lines} />
    </>
  );
}

function GapChanges({ comparison }: { readonly comparison: Comparison }) {
  const text = useText();
  const t = text.compare;
  const { gaps, before, after } = comparison;
  if (!gaps) return null;
  const line = (gap: Gap, side: Analysis, kind: string, change = ''): Line => ({
    key: `${kind}${gap.id}`,
    kind,
    words: (
      <>
        <DomainMark domain={gap.domain} /> {gapSentence(gap, side, text)} {change}
      </>
    ),
  });
  const changeOf = (a: Gap, b: Gap) =>
    t.gapChange(
      t.became(String(a.level), String(b.level)),
      t.became(formatPeople(a.people, text.lang), formatPeople(b.people, text.lang)),
    );
  return (
    <>
      <h3>{t.gaps}</h3>
      <p className="tabular">
        {t.gapCounts(gaps.solved.length, gaps.opened.length, gaps.changed.length, gaps.unsure.length, gaps.unchanged)}
      </p>
      <Lines
        lines={[
          ...gaps.opened.map((g) => line(g, after, t.kinds.opened)),
          ...gaps.solved.map((g) => line(g, before, t.kinds.solved)),
          ...gaps.unsure.map((g) => line(g, before.gaps.includes(g) ? before : after, t.kinds.unsure)),
          ...gaps.changed.map((c) => line(c.after, after, t.kinds.changed, `(${changeOf(c.before, c.after)})`)),
        ]}
      />
    </>
  );
}

type Row = Comparison['domains'][number];

/** A domain in the whole of a territory; those without data are told, never counted as covered. */
function cellsOf(analysis: Analysis, { domain }: Row, text: Text): { readonly people: string; readonly minutes: string } | null {
  const reading = analysis.whole.domains[domain];
  if (!reading) return null;
  const { young } = analysis.whole;
  const t = text.compare.table;
  if (reading.youngWithoutData >= young) return { people: text.model.noData, minutes: text.model.noData };
  const people = t.peopleOf(formatPeople(reading.people, text.lang), shareText(reading, young, text));
  const lacking = Math.round(reading.youngWithoutData);
  return {
    people: lacking === 0 ? people : t.lacking(people, formatPeople(lacking, text.lang)),
    minutes: minutesText(reading.minutes, text),
  };
}

/** Two territories: the whole of each, domain by domain, where the comparison is not refused. */
function TwoTerritories({ compared }: Props) {
  const text = useText();
  const { title } = useDiagnosis();
  const { comparison, name } = compared;
  const t = text.compare.table;
  const sides = [
    { name, analysis: comparison.before },
    { name: title, analysis: comparison.after },
  ];
  const columns: TableColumn<Row>[] = [
    {
      key: 'domain',
      label: t.domain,
      rowHeader: true,
      width: '20%',
      render: (r) => text.model.domains[r.domain].name,
    },
    ...sides.flatMap(({ name: side, analysis }, i): TableColumn<Row>[] =>
      (['people', 'minutes'] as const).map((key) => ({
        key: `${key}${i}`,
        label: t[key](side),
        width: '20%',
        render: (r: Row) => (r.refusal === null ? (cellsOf(analysis, r, text)?.[key] ?? text.ui.values.unknown) : t.refused),
      })),
    ),
  ];
  return (
    <>
      {comparison.schemes && <p>{text.compare.otherMesh}</p>}
      <DataTable
        caption={t.title}
        columns={columns}
        rows={comparison.domains}
        rowKey={(r) => r.domain}
        emptyText={text.ui.table.empty}
      />
    </>
  );
}
