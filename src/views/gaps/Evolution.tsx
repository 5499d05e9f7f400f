import { useState } from 'react';
import { useApp, useDiagnosis, useServices, useText } from '../../panels/useApp';
import { formatDate } from '../../text/format';
import { Button } from '../../ui/Button';
import { DataTable, type TableColumn } from '../../ui/DataTable';
import { FileChooser } from '../../ui/FileDrop';
import { TextInput } from '../../ui/TextInput';
import { ComparisonPart } from './ComparisonPart';

/** What has changed: dated states of the diagnosis, and one of them, or another project, against it. */
export function Evolution() {
  const text = useText();
  const { compareToFile } = useServices();
  const against = useApp((s) => s.against);
  const compared = useApp((s) => s.compared);
  const t = text.compare;
  return (
    <div className="stack evolution">
      <section className="stack tight">
        <h2>{t.states}</h2>
        <p className="prose wide small muted">{t.statesNote}</p>
        <NewState />
        <States />
        <div className="line">
          <FileChooser
            label={t.file}
            variant="plain"
            multiple={false}
            accept=".maillage,.json,.gz"
            onFiles={([file]) => file && compareToFile(file)}
          />
          <span className="small muted">{t.fileNote}</span>
        </div>
      </section>
      {against !== null && (
        <section className="stack tight" aria-live="polite">
          {compared ? <ComparisonPart compared={compared} /> : <p>{t.working}</p>}
        </section>
      )}
    </div>
  );
}

/** The first numbered name that no state bears; the date stands beside it wherever it is shown. */
function freeName(snapshots: readonly State[], numbered: (rank: number) => string): string {
  const taken = new Set(snapshots.map((s) => s.name));
  let rank = 1;
  while (taken.has(numbered(rank))) rank += 1;
  return numbered(rank);
}

function NewState() {
  const text = useText();
  const { dispatch, today } = useServices();
  const { snapshots } = useDiagnosis();
  const [name, setName] = useState('');
  const t = text.compare;
  const take = () => {
    const said = name.trim() || freeName(snapshots, t.numbered);
    dispatch({ type: 'takeSnapshot', name: said, takenOn: today() }, { said: t.taken(said) });
    setName('');
  };
  return (
    <div className="line low">
      <TextInput label={t.name} value={name} onChange={setName} placeholder={t.namePlaceholder} onEnter={take} />
      <Button onPress={take}>{t.take}</Button>
    </div>
  );
}

type State = ReturnType<typeof useDiagnosis>['snapshots'][number];

/** Newest first, each with what can be done of it. */
function States() {
  const text = useText();
  const { dispatch, compareTo } = useServices();
  const { snapshots } = useDiagnosis();
  const t = text.compare;
  const columns: TableColumn<State>[] = [
    { key: 'name', label: t.columns.name, rowHeader: true, width: '30%', render: (s) => s.name },
    { key: 'on', label: t.columns.on, width: '20%', render: (s) => formatDate(s.takenOn, text.lang) },
    {
      key: 'records',
      label: t.columns.records,
      width: '26%',
      render: (s) => t.records(s.inventory.actors.length, s.inventory.schemes.length),
    },
    {
      key: 'actions',
      label: t.columns.actions,
      width: '24%',
      render: (s) => (
        <span className="line">
          <Button aria-label={t.compareWith(s.name)} onPress={() => compareTo({ kind: 'state', id: s.id })}>
            {t.compare}
          </Button>
          <Button
            variant="quiet"
            aria-label={t.dropOf(s.name)}
            onPress={() => dispatch({ type: 'dropSnapshot', id: s.id }, { said: t.dropped(s.name) })}
          >
            {t.drop}
          </Button>
        </span>
      ),
    },
  ];
  return (
    <DataTable caption={t.states} columns={columns} rows={[...snapshots].reverse()} rowKey={(s) => s.id} emptyText={t.none} />
  );
}
