import { useEffect, useRef, useState } from 'react';
import type { DiagnosisEntry } from '../../document/workspace';
import { useApp, useServices, useText } from '../../panels/useApp';
import { findOpenable } from '../../territory/departements';
import { formatMoment, formatNumber, formatShare } from '../../text/format';
import { Button, LinkButton } from '../../ui/Button';
import { DataTable, type TableColumn } from '../../ui/DataTable';
import { MenuButton } from '../../ui/MenuButton';
import { TextInput } from '../../ui/TextInput';

interface Task {
  readonly kind: 'rename' | 'remove';
  readonly entry: DiagnosisEntry;
}

/** What a list of diagnoses shows of each: counts, needs, census, last change; without what one can do of it. */
function useColumns(): TableColumn<DiagnosisEntry>[] {
  const text = useText();
  const t = text.workspace;
  const count = (key: 'actors' | 'schemes' | 'ties'): TableColumn<DiagnosisEntry> => ({
    key,
    label: t.columns[key],
    align: 'end',
    sort: (e) => e.summary[key],
    render: (e) => formatNumber(e.summary[key], text.lang),
  });
  const total = (needs: readonly number[]) => needs.reduce((sum, n) => sum + n, 0);
  return [
    {
      key: 'departement',
      label: t.columns.departement,
      sort: (e) => e.summary.departement,
      render: ({ summary: { departement } }) => `${findOpenable(departement)?.name ?? ''} (${departement})`,
    },
    count('actors'),
    count('schemes'),
    count('ties'),
    {
      key: 'needs',
      label: t.columns.needs,
      sort: ({ summary: { needs } }) => needs && total(needs),
      render: ({ summary: { needs } }) => (needs ? t.needs(total(needs), needs[2] ?? 0, needs[3] ?? 0) : t.unknown),
    },
    {
      key: 'census',
      label: t.columns.census,
      align: 'end',
      sort: (e) => e.summary.census,
      render: ({ summary: { census } }) => (census === null ? t.unknown : formatShare(census, text.lang)),
    },
    {
      key: 'changedOn',
      label: t.columns.changedOn,
      sort: (e) => e.changedOn,
      render: (e) => formatMoment(e.changedOn, text.lang),
    },
  ];
}

/** The diagnoses as a table, last changed first. */
export function Portfolio() {
  const text = useText();
  const { workspace } = useServices();
  const { entries, openId } = useApp((s) => s.workspace);
  const [task, setTask] = useState<Task | null>(null);
  const middle = useColumns();
  const t = text.workspace;
  const columns: TableColumn<DiagnosisEntry>[] = [
    {
      key: 'title',
      label: t.columns.title,
      rowHeader: true,
      sort: (e) => e.summary.title,
      render: (e) => (
        <>
          <LinkButton aria-label={t.openOf(e.summary.title)} onPress={() => workspace.open(e.id)}>
            {e.summary.title}
          </LinkButton>{' '}
          {e.id === openId && <span className="tag">{t.isOpen}</span>}
          {e.summary.demonstration && <span className="tag">{text.ui.bar.demonstration}</span>}
        </>
      ),
    },
    ...middle,
    {
      key: 'actions',
      label: t.columns.actions,
      render: (e) => <RowActions entry={e} onTask={(kind) => setTask({ kind, entry: e })} />,
    },
  ];
  return (
    <>
      {task && <TaskLine key={`${task.kind}${task.entry.id}`} task={task} onDone={() => setTask(null)} />}
      <RemovedLine />
      <DataTable
        caption={t.title}
        columns={columns}
        rows={entries}
        rowKey={(e) => e.id}
        selectedKey={openId}
        emptyText={t.none}
        initialSort={{ key: 'changedOn', descending: true }}
        maxHeight="44vh"
      />
    </>
  );
}

function RowActions({ entry, onTask }: { readonly entry: DiagnosisEntry; readonly onTask: (kind: Task['kind']) => void }) {
  const text = useText();
  const { workspace } = useServices();
  const t = text.workspace;
  const { title, departement } = entry.summary;
  const actions: Readonly<Record<string, () => void>> = {
    open: () => workspace.open(entry.id),
    rename: () => onTask('rename'),
    duplicate: () => workspace.duplicate(entry.id, t.copyOf(title)),
    model: () => workspace.create(departement, entry.id),
    remove: () => onTask('remove'),
  };
  return (
    <MenuButton
      label={t.columns.actions}
      name={t.actionsOf(title)}
      variant="quiet"
      entries={[
        { id: 'open', label: t.open },
        { id: 'rename', label: t.rename },
        { id: 'duplicate', label: t.duplicate },
        { id: 'model', label: t.asModel },
        { id: 'remove', label: t.remove },
      ]}
      onAction={(id) => actions[id]?.()}
    />
  );
}

interface TaskProps {
  readonly task: Task;
  readonly onDone: () => void;
}

/** What was asked of one diagnosis, above the table: its new name, or whether to delete it. */
function TaskLine({ task: { kind, entry }, onDone }: TaskProps) {
  const text = useText();
  const { workspace } = useServices();
  const [title, setTitle] = useState(entry.summary.title);
  const ref = useRef<HTMLDivElement>(null);
  const t = text.workspace;
  const { actors, schemes } = entry.summary;
  // The menu gives the keyboard back to its button once it has closed; where it is here already, it is moved no more.
  useEffect(() => {
    const timer = setTimeout(() => {
      if (!ref.current?.contains(document.activeElement)) ref.current?.querySelector<HTMLElement>('input, button')?.focus();
    }, 60);
    return () => clearTimeout(timer);
  }, []);
  const rename = () => {
    if (title.trim() !== '') workspace.rename(entry.id, title.trim());
    onDone();
  };
  if (kind === 'rename')
    return (
      <div className="line start task" ref={ref}>
        <TextInput label={t.newTitle(entry.summary.title)} value={title} onChange={setTitle} onEnter={rename} />
        <Button variant="primary" onPress={rename}>
          {t.renameIt}
        </Button>
        <Button onPress={() => onDone()}>{text.edit.cancel}</Button>
      </div>
    );
  return (
    <div className="line task" ref={ref} role="alert">
      <span>{t.removeQuestion(entry.summary.title, actors, schemes)}</span>
      <Button onPress={() => onDone()}>{t.keep}</Button>
      <Button
        variant="primary"
        onPress={() => {
          workspace.remove(entry.id);
          onDone();
        }}
      >
        {t.removeIt}
      </Button>
    </div>
  );
}

/** The way back from the last deletion. */
function RemovedLine() {
  const text = useText();
  const { workspace } = useServices();
  const removed = useApp((s) => s.workspace.removed);
  const t = text.workspace;
  if (!removed) return null;
  return (
    <p className="line task" role="status">
      <span>{t.removed(removed.summary.title)}</span>
      <Button onPress={workspace.bringBack}>{t.bringBack}</Button>
    </p>
  );
}
