import { useEffect } from 'react';
import type { Snapshot } from '../../document/diagnosis';
import type { VersionEntry } from '../../document/workspace';
import { useApp, useDiagnosis, useServices, useText } from '../../panels/useApp';
import { formatDate, formatMoment } from '../../text/format';
import { Button } from '../../ui/Button';
import { DataTable, type TableColumn } from '../../ui/DataTable';

type Moment = { readonly state: Snapshot } | { readonly version: VersionEntry };

/** Newest first; a state, which has a day only, before the versions of its day. */
function momentsOf(states: readonly Snapshot[], versions: readonly VersionEntry[]): readonly Moment[] {
  const dated = [
    ...states.map((state, i) => ({ at: `${state.takenOn}T99:${String(i).padStart(6, '0')}`, moment: { state } })),
    ...versions.map((version) => ({ at: version.on, moment: { version } })),
  ];
  return dated.sort((a, b) => (a.at < b.at ? 1 : -1)).map((d) => d.moment);
}

/** The named states and the versions kept by themselves, each with what it held and what can be done of it. */
export function Timeline() {
  const text = useText();
  const { workspace } = useServices();
  const { snapshots, inventory } = useDiagnosis();
  const versions = useApp((s) => s.workspace.versions);
  const openId = useApp((s) => s.workspace.openId);
  // Versions come while one works: what is shown is of the last change of the records.
  // biome-ignore lint/correctness/useExhaustiveDependencies: read again when the document or its records change
  useEffect(() => workspace.refresh(), [workspace, openId, inventory]);
  const t = text.compare;
  const w = text.workspace.timeline;
  const columns: TableColumn<Moment>[] = [
    {
      key: 'name',
      label: t.columns.name,
      rowHeader: true,
      width: '30%',
      render: (m) => ('state' in m ? m.state.name : m.version.beforeRestoring ? w.beforeRestoring : w.version),
    },
    {
      key: 'on',
      label: t.columns.on,
      width: '18%',
      render: (m) => ('state' in m ? formatDate(m.state.takenOn, text.lang) : formatMoment(m.version.on, text.lang)),
    },
    {
      key: 'records',
      label: t.columns.records,
      width: '22%',
      render: (m) =>
        'state' in m
          ? t.records(m.state.inventory.actors.length, m.state.inventory.schemes.length)
          : t.records(m.version.actors, m.version.schemes),
    },
    {
      key: 'actions',
      label: t.columns.actions,
      width: '30%',
      render: (m) => ('state' in m ? <StateActions state={m.state} /> : <VersionActions version={m.version} />),
    },
  ];
  return (
    <DataTable
      caption={w.title}
      columns={columns}
      rows={momentsOf(snapshots, versions)}
      rowKey={(m) => ('state' in m ? m.state.id : m.version.on)}
      emptyText={w.none}
      maxHeight="46vh"
    />
  );
}

function StateActions({ state }: { readonly state: Snapshot }) {
  const text = useText();
  const { dispatch, compareTo, workspace } = useServices();
  const t = text.compare;
  const w = text.workspace.timeline;
  return (
    <span className="line">
      <Button aria-label={t.compareWith(state.name)} onPress={() => compareTo({ kind: 'state', id: state.id })}>
        {t.compare}
      </Button>
      <Button aria-label={w.restoreOf(w.stateOf(state.name))} onPress={() => workspace.restoreState(state.id)}>
        {w.restore}
      </Button>
      <Button
        variant="quiet"
        aria-label={t.dropOf(state.name)}
        onPress={() => dispatch({ type: 'dropSnapshot', id: state.id }, { said: t.dropped(state.name) })}
      >
        {t.drop}
      </Button>
    </span>
  );
}

function VersionActions({ version }: { readonly version: VersionEntry }) {
  const text = useText();
  const { workspace } = useServices();
  const w = text.workspace.timeline;
  const when = formatMoment(version.on, text.lang);
  return (
    <span className="line">
      <Button aria-label={w.compareOf(w.of(when))} onPress={() => workspace.compareVersion(version.on, w.of(when))}>
        {text.compare.compare}
      </Button>
      <Button aria-label={w.restoreOf(w.versionOf(when))} onPress={() => workspace.restoreVersion(version.on)}>
        {w.restore}
      </Button>
    </span>
  );
}
