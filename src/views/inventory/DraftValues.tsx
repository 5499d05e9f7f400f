import type { FileDraft } from '../../import/import';
import { domainIds } from '../../model/domains';
import { natures } from '../../model/lists';
import { useText } from '../../panels/useApp';
import type { FileChoices } from '../../state/store';
import { formatNumber } from '../../text/format';
import type { Text } from '../../text/fr';
import { CompactSelect } from '../../ui/CompactSelect';
import { DataTable, type TableColumn } from '../../ui/DataTable';
import { TermSelect } from '../../ui/TermSelect';

type FieldId = NonNullable<FileDraft['columns'][number]['field']>;
interface Option {
  readonly id: string;
  readonly label: string;
}

/** Closed lists into which the values of a column can be read. */
function listsOf(text: Text): Partial<Record<FieldId, readonly Option[]>> {
  const { model } = text;
  const options = (labels: Readonly<Record<string, string>>) => Object.entries(labels).map(([id, label]) => ({ id, label }));
  return {
    kind: options(model.kinds).sort((a, b) => a.label.localeCompare(b.label, text.lang)),
    domains: domainIds.map((id) => ({ id, label: model.domains[id].name })),
    needs: options(model.needs),
    fights: options(model.fights),
    publics: options(model.publics),
    dedication: options(model.dedications),
    mode: options(model.modes),
    verification: options(model.verifications),
    nature: natures.map((id) => ({ id, label: model.natures[id] })),
    tieStatus: options(model.tieStatuses),
    direction: options(model.directions),
    confirmation: options(model.confirmations),
    censusState: options(model.census),
  };
}

interface Props {
  readonly file: FileDraft;
  readonly chosen: FileChoices | undefined;
  readonly onChange: (part: Pick<FileChoices, 'values' | 'constants'>) => void;
}

interface ValueRow {
  readonly field: FieldId;
  readonly value: string;
  /** Rows that hold it; null: it is read since it was given a meaning. */
  readonly rows: number | null;
}

/** Values not found in their closed list, most frequent first, then those given a meaning. */
function valuesOf(file: FileDraft, chosen: FileChoices | undefined, lists: Partial<Record<FieldId, unknown>>): ValueRow[] {
  const fieldOf = new Map(file.columns.map((c) => [c.header, c.field]));
  const unknown = new Map<string, ValueRow>();
  for (const { code, column, details } of file.issues) {
    const field = code === 'valeur-inconnue' && column !== null ? fieldOf.get(column) : null;
    const value = details['value'];
    if (!field || !lists[field] || value === undefined) continue;
    const key = JSON.stringify([field, value]);
    const rows = (unknown.get(key)?.rows ?? 0) + 1 + Number(details['autres'] ?? 0);
    unknown.set(key, { field, value, rows });
  }
  const given = Object.entries(chosen?.values ?? {}).flatMap(([field, values]) =>
    Object.keys(values ?? {}).map((value): ValueRow => ({ field: field as FieldId, value, rows: null })),
  );
  const known = new Set(given.map((v) => JSON.stringify([v.field, v.value])));
  const open = [...unknown].filter(([key]) => !known.has(key)).map(([, row]) => row);
  return [...open.sort((a, b) => (b.rows ?? 0) - (a.rows ?? 0)), ...given];
}

const leftAside = 'left-aside';

/** Values of the file that are in no list, each with the meaning to give it; the file is read again at once. */
export function DraftValues({ file, chosen, onChange }: Props) {
  const text = useText();
  const t = text.import.mapping;
  const lists = listsOf(text);
  const rows = valuesOf(file, chosen, lists);
  if (rows.length === 0) return null;
  const open = rows.filter((r) => r.rows !== null).length;
  const meaningOf = ({ field, value }: ValueRow) => chosen?.values?.[field]?.[value];
  const choose = ({ field, value }: ValueRow, id: string | null) => {
    const { [value]: _, ...others } = chosen?.values?.[field] ?? {};
    const next = id === null ? others : { ...others, [value]: id === leftAside ? '' : id };
    onChange({ values: { ...chosen?.values, [field]: next } });
  };
  const columns: TableColumn<ValueRow>[] = [
    { key: 'value', label: t.value, rowHeader: true, width: '34%', render: (r) => r.value },
    { key: 'field', label: text.ui.inventory.role, width: '22%', render: (r) => text.import.fields[r.field] },
    {
      key: 'rows',
      label: t.rows,
      align: 'end',
      width: '10%',
      render: (r) => (r.rows === null ? '' : formatNumber(r.rows, text.lang)),
    },
    {
      key: 'meaning',
      label: t.meaning,
      render: (r) => (
        <TermSelect
          label={t.meaningOf(r.value, text.import.fields[r.field])}
          placeholder="…"
          options={[{ id: leftAside, label: t.unread }, ...(lists[r.field] ?? [])]}
          value={meaningOf(r) === '' ? leftAside : (meaningOf(r) ?? null)}
          onChange={(id) => choose(r, id)}
        />
      ),
    },
  ];
  return (
    <div className="stack tight">
      <h4>{t.values}</h4>
      <p className="small">{open > 0 ? t.valuesNote(open) : t.valuesDone}</p>
      <DataTable
        caption={`${t.values}, ${file.name}`}
        columns={columns}
        rows={rows}
        rowKey={(r) => `${r.field}:${r.value}`}
        emptyText=""
        maxHeight="360px"
      />
    </div>
  );
}

const constantFields: Readonly<Record<FileDraft['records'], readonly FieldId[]>> = {
  acteurs: ['kind'],
  lieux: ['kind', 'publics', 'dedication'],
  dispositifs: ['publics', 'dedication'],
  partenariats: ['nature', 'tieStatus'],
  territoires: [],
  secteurs: [],
  population: [],
  effectifs: [],
  trajets: [],
};

/** Values that hold for the whole file, where its rows state none. */
export function DraftConstants({ file, chosen, onChange }: Props) {
  const text = useText();
  const t = text.import.mapping;
  const lists = listsOf(text);
  const offered = constantFields[file.records];
  if (offered.length === 0 || file.rows.read === 0) return null;
  const none = 'none';
  const choose = (field: FieldId, id: string) => {
    const { [field]: _, ...others } = chosen?.constants ?? {};
    onChange({ constants: id === none ? others : { ...others, [field]: id } });
  };
  return (
    <fieldset className="file-constants">
      <legend>{t.constants}</legend>
      <p className="small muted">{t.constantsNote}</p>
      {offered.map((field) => (
        <span key={field} className="line">
          <span className="small muted">{text.import.fields[field]}</span>
          <CompactSelect
            label={t.constantOf(text.import.fields[field])}
            options={[{ id: none, label: t.noConstant }, ...(lists[field] ?? [])]}
            value={chosen?.constants?.[field] ?? none}
            onChange={(id) => choose(field, id)}
          />
        </span>
      ))}
    </fieldset>
  );
}
