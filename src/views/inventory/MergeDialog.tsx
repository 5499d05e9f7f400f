import { useMemo, useState } from 'react';
import type { Diagnosis } from '../../document/diagnosis';
import { mergeProjects } from '../../document/mergeProjects';
import type { MergeChoices, MergeConflict, Side } from '../../document/merging';
import { fieldLabel, recordName, valueText } from '../../panels/fieldWords';
import { useApp, useDiagnosis, useServices, useText } from '../../panels/useApp';
import { indexOf } from '../../state/selectors';
import type { Text } from '../../text/fr';
import { Button } from '../../ui/Button';
import { CompactSelect } from '../../ui/CompactSelect';
import { DataTable, type TableColumn } from '../../ui/DataTable';
import { DialogBox } from '../../ui/DialogBox';

type RecordConflict = MergeConflict & { readonly part: 'actors' | 'sites' | 'schemes' | 'partnerships' };
const isOfRecord = (c: MergeConflict): c is RecordConflict => c.part !== 'census' && c.part !== 'settings' && c.part !== 'rest';

/** What a conflict is about, in words. */
function wordsOf(conflict: MergeConflict, mine: Diagnosis, theirs: Diagnosis, text: Text) {
  const t = text.merge;
  if (!isOfRecord(conflict)) {
    const value = (v: unknown) => (typeof v === 'string' || typeof v === 'number' ? String(v) : (JSON.stringify(v) ?? ''));
    const part = t.parts[conflict.part as keyof typeof t.parts];
    return { what: part, field: conflict.name, mine: value(conflict.mine), theirs: value(conflict.theirs) };
  }
  const { part, field } = conflict;
  const what = recordName(mine, part, conflict.id, text, theirs.inventory);
  if (field === null) {
    const side = (v: unknown) => (v === null ? t.removed : t.record);
    return { what, field: t.record, mine: side(conflict.mine), theirs: side(conflict.theirs) };
  }
  const value = (v: unknown, d: Diagnosis) => valueText(part, field, v, indexOf(d.inventory), text);
  return { what, field: fieldLabel(part, field, text), mine: value(conflict.mine, mine), theirs: value(conflict.theirs, theirs) };
}

/** Another project file about to be merged: what it brings, and each conflict to settle. */
export function MergeDialog() {
  const joining = useApp((s) => s.joining);
  return joining ? <Settling key={joining.name} name={joining.name} other={joining.other} /> : null;
}

function Settling({ name, other }: { readonly name: string; readonly other: Diagnosis }) {
  const text = useText();
  const { store, dispatch } = useServices();
  const mine = useDiagnosis();
  const [choices, setChoices] = useState<MergeChoices>({});
  const { conflicts, brought } = useMemo(() => mergeProjects(mine, other), [mine, other]);
  const t = text.merge;
  const close = () => store.setState({ joining: null });
  const all = (side: Side) => setChoices(Object.fromEntries(conflicts.map((c) => [c.key, side])));
  const apply = () => {
    dispatch({ type: 'mergeProject', other, choices }, { said: t.done(name) });
    close();
  };
  return (
    <DialogBox
      title={t.title(name)}
      isOpen
      wide
      closeLabel={text.ui.close}
      onClose={close}
      actions={
        <>
          <Button onPress={close}>{t.cancel}</Button>
          <Button variant="primary" onPress={apply}>
            {t.apply}
          </Button>
        </>
      }
    >
      <p>{t.brings(brought.actors, brought.sites, brought.schemes, brought.partnerships)}</p>
      <p>{conflicts.length === 0 ? t.none : t.conflicts(conflicts.length)}</p>
      {conflicts.length > 0 && (
        <>
          <div className="card-actions">
            <Button onPress={() => all('mine')}>{t.allMine}</Button>
            <Button onPress={() => all('theirs')}>{t.allTheirs}</Button>
          </div>
          <Conflicts
            conflicts={conflicts}
            choices={choices}
            mine={mine}
            theirs={other}
            onChoose={(key, side) => setChoices((c) => ({ ...c, [key]: side }))}
          />
        </>
      )}
    </DialogBox>
  );
}

interface ConflictsProps {
  readonly conflicts: readonly MergeConflict[];
  readonly choices: MergeChoices;
  readonly mine: Diagnosis;
  readonly theirs: Diagnosis;
  readonly onChoose: (key: string, side: Side) => void;
}

function Conflicts({ conflicts, choices, mine, theirs, onChoose }: ConflictsProps) {
  const text = useText();
  const t = text.merge;
  const rows = useMemo(
    () => conflicts.map((c) => ({ ...wordsOf(c, mine, theirs, text), key: c.key, suggested: c.suggested })),
    [conflicts, mine, theirs, text],
  );
  const columns: TableColumn<(typeof rows)[number]>[] = [
    { key: 'what', label: t.columns.what, rowHeader: true, width: '26%', render: (r) => r.what },
    { key: 'field', label: t.columns.field, width: '16%', render: (r) => r.field },
    { key: 'mine', label: t.columns.mine, width: '20%', render: (r) => r.mine },
    { key: 'theirs', label: t.columns.theirs, width: '20%', render: (r) => r.theirs },
    {
      key: 'choice',
      label: t.columns.choice,
      width: '18%',
      render: (r) => (
        <CompactSelect<Side>
          label={t.choiceOf(r.what, r.field)}
          value={choices[r.key] ?? r.suggested}
          options={[
            { id: 'mine', label: t.mine },
            { id: 'theirs', label: t.theirs },
          ]}
          onChange={(side) => onChoose(r.key, side)}
        />
      ),
    },
  ];
  return (
    <DataTable
      caption={t.conflicts(conflicts.length)}
      columns={columns}
      rows={rows}
      rowKey={(r) => r.key}
      emptyText=""
      maxHeight="50vh"
    />
  );
}
