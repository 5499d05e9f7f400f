import { useMemo, useState } from 'react';
import type { FieldChange, RecordChange, RecordRef, ReimportChoices } from '../../document/reimport';
import { fieldLabel, recordName, valueText } from '../../panels/fieldWords';
import { useDiagnosis, useServices, useText } from '../../panels/useApp';
import { indexOf } from '../../state/selectors';
import type { Draft } from '../../state/store';
import { Button, LinkButton, PlainButton } from '../../ui/Button';
import { CheckField } from '../../ui/CheckField';
import { CompactSelect } from '../../ui/CompactSelect';
import { DataTable, type TableColumn } from '../../ui/DataTable';

type Diff = NonNullable<Draft['diff']>;
const kinds = ['actors', 'sites', 'schemes', 'partnerships'] as const;
const goneShown = 30;

/** Of a file that is a newer version of one that is there: what it changes, and what the user decides of it. */
export function UpdatePanel({ draft }: { readonly draft: Draft }) {
  if (draft.updates.length === 0) return null;
  return (
    <section className="draft-file update" aria-labelledby="update-title">
      <Titles draft={draft} />
      {draft.diff && <Changes diff={draft.diff} draft={draft} />}
    </section>
  );
}

/** Which file takes the place of which, with the way to decide otherwise. */
function Titles({ draft }: { readonly draft: Draft }) {
  const t = useText().import.update;
  const { asUpdate } = useServices();
  return draft.updates.map(({ file, older, isTaken }, i) => (
    <div key={file} className="line spread">
      <h3 id={i === 0 ? 'update-title' : undefined}>{isTaken ? t.title(file, older) : t.possible(file, older)}</h3>
      <Button onPress={() => asUpdate(file, !isTaken)}>{isTaken ? t.separate : t.together(older)}</Button>
    </div>
  ));
}

function Changes({ diff, draft }: { readonly diff: Diff; readonly draft: Draft }) {
  const t = useText().import.update;
  const added = kinds.reduce((n, kind) => n + diff.added[kind], 0);
  const gone = kinds.reduce((n, kind) => n + diff.gone[kind].length, 0);
  const lines = useMemo(
    () => diff.changed.flatMap((record) => record.fields.map((change): Line => ({ record, change }))),
    [diff.changed],
  );
  const conflicts = lines.filter((l) => l.change.outcome === 'conflict');
  const taken = lines.filter((l) => l.change.outcome !== 'conflict');
  // Files of figures or sectors have no records: what they give is told above.
  if (added + gone + diff.changed.length + diff.unchanged === 0) return null;
  return (
    <>
      <p className="rows-sentence tabular">{t.counts(added, diff.changed.length, gone, diff.unchanged)}</p>
      <p className="muted">{added + gone + diff.changed.length === 0 ? t.none : t.note}</p>
      {conflicts.length > 0 && (
        <div className="stack tight">
          <h4>{t.conflicts(conflicts.length)}</h4>
          <ChangesTable lines={conflicts} draft={draft} title={t.conflicts(conflicts.length)} />
        </div>
      )}
      {taken.length > 0 && (
        <Fold title={t.changed(new Set(taken.map((l) => l.record)).size)} isOpenFirst>
          <ChangesTable lines={taken} draft={draft} title={t.changed(taken.length)} />
        </Fold>
      )}
      {added > 0 && (
        <Fold title={t.added(added)}>
          <p>{diff.addedNames.join(' · ')}</p>
        </Fold>
      )}
      {gone > 0 && <Gone diff={diff} draft={draft} count={gone} />}
      {diff.keptThoughGone.length > 0 && <p className="muted">{t.kept(diff.keptThoughGone.length)}</p>}
    </>
  );
}

interface FoldProps {
  readonly title: string;
  readonly isOpenFirst?: boolean;
  readonly children: React.ReactNode;
}

function Fold({ title, isOpenFirst = false, children }: FoldProps) {
  const [isOpen, setOpen] = useState(isOpenFirst);
  return (
    <div className="stack tight">
      <h4>
        <PlainButton className="link-button" aria-expanded={isOpen} onPress={() => setOpen(!isOpen)}>
          {title}
        </PlainButton>
      </h4>
      {isOpen && children}
    </div>
  );
}

interface Line {
  readonly record: RecordChange;
  readonly change: FieldChange;
}

const isRef = (a: RecordRef, b: RecordRef): boolean => a.kind === b.kind && a.id === b.id;

/** What the user decides of the diff, and the way to change it. */
function useDecisions(draft: Draft): { decisions: ReimportChoices; decide: (changes: ReimportChoices) => void } {
  const { store } = useServices();
  const decide = (changes: ReimportChoices) =>
    store.setState({ draft: { ...draft, decisions: { ...draft.decisions, ...changes } } });
  return { decisions: draft.decisions, decide };
}

/** Field by field: before, after and, in a conflict, the user's own value with the choice. */
function ChangesTable({
  lines,
  draft,
  title,
}: {
  readonly lines: readonly Line[];
  readonly draft: Draft;
  readonly title: string;
}) {
  const text = useText();
  const diagnosis = useDiagnosis();
  const { decisions, decide } = useDecisions(draft);
  const t = text.import.update;
  const index = indexOf(diagnosis.inventory);
  const taken = decisions.takeSource ?? [];
  const isConflict = lines.some((l) => l.change.outcome === 'conflict');
  const nameOf = (l: Line) => recordName(diagnosis, l.record.kind, l.record.id, text);
  const read = (l: Line, value: unknown) => valueText(l.record.kind, l.change.field, value, index, text);
  const choose = ({ record, change }: Line, isSource: boolean) => {
    const { kind, id } = record;
    const others = taken.filter((c) => !(isRef(c, record) && c.field === change.field));
    decide({ takeSource: isSource ? [...others, { kind, id, field: change.field }] : others });
  };
  const columns: TableColumn<Line>[] = [
    { key: 'record', label: t.record, rowHeader: true, width: '26%', render: nameOf },
    { key: 'field', label: t.field, width: '16%', render: (l) => fieldLabel(l.record.kind, l.change.field, text) },
    { key: 'before', label: t.before, render: (l) => <span className="muted">{read(l, l.change.before)}</span> },
    { key: 'after', label: t.after, render: (l) => read(l, l.change.after) },
    ...(isConflict
      ? ([
          { key: 'mine', label: t.mine, render: (l) => read(l, l.change.mine) },
          {
            key: 'choice',
            label: t.choice,
            width: '160px',
            render: (l) => (
              <CompactSelect<'mine' | 'source'>
                label={t.choiceOf(nameOf(l), fieldLabel(l.record.kind, l.change.field, text))}
                options={[
                  { id: 'mine', label: t.takeMine },
                  { id: 'source', label: t.takeSource },
                ]}
                value={taken.some((c) => isRef(c, l.record) && c.field === l.change.field) ? 'source' : 'mine'}
                onChange={(id) => choose(l, id === 'source')}
              />
            ),
          },
        ] satisfies TableColumn<Line>[])
      : []),
  ];
  return (
    <DataTable
      caption={title}
      columns={columns}
      rows={lines}
      rowKey={(l) => `${l.record.kind}:${l.record.id}:${l.change.field}`}
      emptyText=""
      maxHeight="360px"
    />
  );
}

/** A gone record that stands for others: an actor for its places, schemes and ties. */
interface GoneItem {
  readonly ref: RecordRef;
  readonly all: readonly RecordRef[];
}

function itemsOf({ gone }: Diff): GoneItem[] {
  const actors = new Set(gone.actors.map((a) => a.id));
  const refs = (kind: RecordRef['kind'], records: readonly { readonly id: string }[]): RecordRef[] =>
    records.map(({ id }) => ({ kind, id }));
  const lone = <T extends { readonly actorId: string }>(records: readonly T[]) => records.filter((r) => !actors.has(r.actorId));
  const isLoneTie = (p: Diff['gone']['partnerships'][number]) => !actors.has(p.fromId) && !actors.has(p.toId);
  const ofActor = (id: string): RecordRef[] => [
    { kind: 'actors', id },
    ...refs(
      'sites',
      gone.sites.filter((s) => s.actorId === id),
    ),
    ...refs(
      'schemes',
      gone.schemes.filter((s) => s.actorId === id),
    ),
    ...refs(
      'partnerships',
      gone.partnerships.filter((p) => p.fromId === id || p.toId === id),
    ),
  ];
  const alone = [
    ...refs('schemes', lone(gone.schemes)),
    ...refs('sites', lone(gone.sites)),
    ...refs('partnerships', gone.partnerships.filter(isLoneTie)),
  ];
  return [
    ...gone.actors.map(({ id }): GoneItem => ({ ref: { kind: 'actors', id }, all: ofActor(id) })),
    ...alone.map((ref): GoneItem => ({ ref, all: [ref] })),
  ];
}

/** Records that the newer file no longer states: removed, but for those ticked. */
function Gone({ diff, draft, count }: { readonly diff: Diff; readonly draft: Draft; readonly count: number }) {
  const text = useText();
  const diagnosis = useDiagnosis();
  const { decisions, decide } = useDecisions(draft);
  const [shown, setShown] = useState(goneShown);
  const t = text.import.update;
  const items = useMemo(() => itemsOf(diff), [diff]);
  const kept = decisions.keep ?? [];
  const keptIds = new Set(kept.map((k) => `${k.kind}:${k.id}`));
  const isKept = (item: GoneItem) => keptIds.has(`${item.ref.kind}:${item.ref.id}`);
  const areAllKept = items.every(isKept);
  const keep = ({ all }: GoneItem, isOn: boolean) => {
    const others = kept.filter((k) => !all.some((a) => isRef(a, k)));
    decide({ keep: isOn ? [...others, ...all] : others });
  };
  return (
    <fieldset className="checks gone">
      <legend>{t.gone(count)}</legend>
      <p className="small">{t.goneNote}</p>
      {items.length > 1 && (
        <CheckField isSelected={areAllKept} onChange={(on) => decide({ keep: on ? items.flatMap((i) => i.all) : [] })}>
          <strong>{t.keepAll}</strong>
        </CheckField>
      )}
      {items.slice(0, shown).map((item) => (
        <CheckField key={`${item.ref.kind}:${item.ref.id}`} isSelected={isKept(item)} onChange={(on) => keep(item, on)}>
          {t.keep(recordName(diagnosis, item.ref.kind, item.ref.id, text, diff.gone), item.all.length - 1)}
        </CheckField>
      ))}
      {items.length > shown && <LinkButton onPress={() => setShown(items.length)}>{t.more(items.length - shown)}</LinkButton>}
    </fieldset>
  );
}
