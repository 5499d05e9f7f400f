import { useMemo } from 'react';
import { type QualityLine, readQuality, sumQuality } from '../../analysis/quality';
import type { CensusEntry } from '../../document/diagnosis';
import { fieldLabel } from '../../panels/fieldWords';
import { useApp, useDiagnosis, useServices, useText } from '../../panels/useApp';
import { noFilters } from '../../state/facets';
import type { AppStore, CensusView } from '../../state/store';
import { formatDate, formatNumber } from '../../text/format';
import type { Text } from '../../text/fr';
import { Button } from '../../ui/Button';
import { DataTable, type TableColumn } from '../../ui/DataTable';
import { SelectField } from '../../ui/SelectField';
import { NumberInput } from '../../ui/TextInput';
import { firstTable } from './recordColumns';
import { useCensusUnits, useQualityFrame } from './useQuality';

/** A line in words, without its kind of records. */
function lineText({ concern, kind, field }: QualityLine, months: number, text: Text): string {
  const words = text.quality.concerns;
  switch (concern) {
    case 'field':
      return words.field(fieldLabel(kind, field!, text));
    case 'old':
    case 'ending':
      return words[concern](months);
    default:
      return words[concern];
  }
}

/** The table of exactly these records, with the column that is missing; no other filter is on. */
function openTable(store: AppStore, { kind, field, left }: QualityLine, label: string): void {
  store.setState((s) => {
    const table = s.tables[kind] ?? firstTable(kind);
    const columns = field === undefined || table.columns.includes(field) ? table.columns : [...table.columns, field];
    return {
      inventoryTab: kind,
      tables: { ...s.tables, [kind]: { ...table, columns, filters: {}, groupBy: null, only: { label, ids: left } } },
      view: { ...s.view, filters: noFilters, domain: null },
    };
  });
}

/** What was declared of a unit and a domain, in one sentence. */
function declaredText(entry: CensusEntry | undefined, unit: string, domain: string, text: Text): string {
  const t = text.quality;
  const said = t.declared(unit, domain, text.model.census[entry?.state ?? 'non-commence'].toLowerCase());
  if (!entry) return `${said}.`;
  const parts = [
    entry.on && t.declaredOn(formatDate(entry.on, text.lang)),
    entry.by && t.declaredBy(entry.by),
    entry.list ? t.declaredWith(entry.list) : t.noList,
  ];
  return `${[said, ...parts.filter(Boolean)].join(', ')}.`;
}

/** The work left on the inventory, in a unit and a domain: it shrinks as records are completed. */
export function WorkPart() {
  const text = useText();
  const { store } = useServices();
  const { inventory } = useDiagnosis();
  const view = useApp((s) => s.censusView);
  const units = useCensusUnits();
  const frame = useQualityFrame();
  const unit = units.find((u) => u.code === view.unit);
  const lines = useMemo(
    () => readQuality(inventory, { communeCodes: unit ? new Set(unit.communeCodes) : null, domain: view.domain }, frame),
    [inventory, unit, view.domain, frame],
  );
  const t = text.quality;
  const where = [unit?.name, view.domain && text.model.domains[view.domain].short].filter(Boolean).join(', ');
  const sum = sumQuality(lines);
  const open = (line: QualityLine) =>
    openTable(store, line, [lineText(line, view.months, text), where].filter(Boolean).join(' · '));
  const done = lines.filter((l) => l.left.length === 0);
  return (
    <>
      <p className="muted prose">{t.workNote}</p>
      <ScopeFields view={view} />
      <Declared view={view} />
      {lines.length === 0 ? (
        <p>{t.nothing}</p>
      ) : (
        <>
          <p role="status" className="tabular">
            <strong>{t.counts(sum.done, sum.left, sum.total)}</strong>
          </p>
          {!frame.duplicates && <p className="small muted">{t.searching}</p>}
          <WorkTable lines={lines.filter((l) => l.left.length > 0)} onOpen={open} />
          {done.length > 0 && (
            <p className="small muted">
              {t.doneLines(
                done.map((l) => `${t.line(lineText(l, view.months, text), text.edit.files[l.kind])} ${l.total}`).join(' ; '),
              )}
            </p>
          )}
        </>
      )}
    </>
  );
}

function WorkTable({ lines, onOpen }: { readonly lines: readonly QualityLine[]; readonly onOpen: (line: QualityLine) => void }) {
  const text = useText();
  const { store } = useServices();
  const months = useApp((s) => s.censusView.months);
  const t = text.quality;
  const number = (key: 'done' | 'left' | 'total', of: (l: QualityLine) => number): TableColumn<QualityLine> => ({
    key,
    label: t.columns[key],
    align: 'end',
    sort: of,
    render: (l) => formatNumber(of(l), text.lang),
  });
  const columns: TableColumn<QualityLine>[] = [
    { key: 'what', label: t.columns.what, rowHeader: true, width: '36%', render: (l) => lineText(l, months, text) },
    { key: 'kind', label: t.columns.kind, sort: (l) => text.edit.kinds[l.kind], render: (l) => text.edit.kinds[l.kind] },
    number('done', (l) => l.done),
    number('left', (l) => l.left.length),
    number('total', (l) => l.total),
    {
      key: 'open',
      label: t.columns.open,
      render: (l) => (
        <span className="line">
          <Button
            aria-label={t.openOf(lineText(l, months, text), text.edit.files[l.kind], l.left.length)}
            onPress={() => onOpen(l)}
          >
            {t.open(l.left.length)}
          </Button>
          {l.concern === 'duplicate' && (
            <Button variant="quiet" onPress={() => store.setState({ inventoryTab: 'duplicates' })}>
              {t.toDuplicates}
            </Button>
          )}
        </span>
      ),
    },
  ];
  return <DataTable caption={t.parts.work} columns={columns} rows={lines} rowKey={(l) => l.id} emptyText={t.allDone} />;
}

/** Where, in which domain, and since when a record is old. */
function ScopeFields({ view }: { readonly view: CensusView }) {
  const text = useText();
  const { store } = useServices();
  const { settings } = useDiagnosis();
  const units = useCensusUnits();
  const t = text.quality;
  const set = (part: Partial<CensusView>) => store.setState((s) => ({ censusView: { ...s.censusView, ...part } }));
  const all = 'all';
  return (
    <div className="settings-row">
      <SelectField
        label={t.unit}
        options={[{ id: all, label: t.allUnits }, ...units.map((u) => ({ id: u.code, label: u.name }))]}
        value={view.unit ?? all}
        onChange={(id) => set({ unit: id === all ? null : id })}
      />
      <SelectField
        label={t.domain}
        options={[
          { id: all, label: t.allDomains },
          ...settings.domains.map((d) => ({ id: d as string, label: text.model.domains[d].name })),
        ]}
        value={view.domain ?? all}
        onChange={(id) => set({ domain: settings.domains.find((d) => d === id) ?? null })}
      />
      <NumberInput label={t.months} value={view.months} min={1} max={120} step={1} onChange={(months) => set({ months })} />
    </div>
  );
}

/** What was declared of the unit and domain looked at; nothing of several at once. */
function Declared({ view }: { readonly view: CensusView }) {
  const text = useText();
  const { census } = useDiagnosis();
  const unit = useCensusUnits().find((u) => u.code === view.unit);
  if (!unit || view.domain === null) return null;
  const entry = census.find((e) => e.unitCode === unit.code && e.domain === view.domain);
  return <p>{declaredText(entry, unit.name, text.model.domains[view.domain].short, text)}</p>;
}
