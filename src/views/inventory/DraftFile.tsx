import { Download, FileText } from 'lucide-react';
import { useCallback, useMemo, useState } from 'react';
import type { FileDraft } from '../../import/import';
import { type DomainId, domainIds } from '../../model/domains';
import { DomainMark } from '../../panels/DomainMark';
import { PlacesMap } from '../../panels/PlacesMap';
import { useDiagnosis, useServices, useText } from '../../panels/useApp';
import { issueSentence } from '../../sentences/imports';
import type { Draft, FileChoices } from '../../state/store';
import type { Text } from '../../text/fr';
import { Button, LinkButton, PlainButton } from '../../ui/Button';
import { CheckField } from '../../ui/CheckField';
import { CompactSelect } from '../../ui/CompactSelect';
import { DataTable, type TableColumn } from '../../ui/DataTable';
import { FileChooser } from '../../ui/FileDrop';
import { DraftConstants, DraftValues } from './DraftValues';

type FieldId = NonNullable<FileDraft['columns'][number]['field']>;

interface Props {
  readonly file: FileDraft;
  readonly choices: Draft['choices'];
  /** Its choices are those of an earlier file of the same headings. */
  readonly isRecalled: boolean;
  readonly places: Float32Array | undefined;
}

/** One file of the draft. */
export function DraftFile({ file, choices, isRecalled, places }: Props) {
  const text = useText();
  const { rereadFiles, forgetMapping } = useServices();
  const t = text.ui.inventory;
  const { read, kept, merged, refused } = file.rows;
  const choose = (part: FileChoices) => rereadFiles({ ...choices, [file.name]: { ...choices[file.name], ...part } });
  const delimiter = file.delimiter === null ? null : (text.import.delimiters[file.delimiter] ?? file.delimiter);
  return (
    <section className="draft-file" aria-label={file.name}>
      <header className="line">
        <FileText aria-hidden size={18} />
        <h3>{file.name}</h3>
        <span className="muted small">
          {t.meta(text.import.formats[file.format] ?? file.format, file.encoding ?? '', delimiter)}
        </span>
        <span className="muted small">{t.recordsAs(text.import.records[file.records])}</span>
      </header>
      {file.sheets && file.sheets.length > 1 && (
        <SheetChoice file={file} onChange={(sheet) => rereadFiles({ ...choices, [workbookOf(file)]: { sheet } })} />
      )}
      <p className="rows-sentence tabular">{t.rowsSentence(read, kept, merged, refused)}</p>
      {isRecalled && (
        <p className="line">
          {text.import.mapping.recalled}{' '}
          <LinkButton onPress={() => forgetMapping(file.name)}>{text.import.mapping.forget}</LinkButton>
        </p>
      )}
      <div className="draft-effect">
        <Remarks file={file} />
        {places && <PlacesMap places={places} />}
      </div>
      {(file.withoutDomain > 0 || (choices[file.name]?.domains?.length ?? 0) > 0) && (
        <FileDomains file={file} chosen={choices[file.name]?.domains ?? []} onChange={(domains) => choose({ domains })} />
      )}
      {file.columns.length > 0 && (
        <Columns
          file={file}
          isRecalled={isRecalled}
          chosen={choices[file.name]?.fields}
          separators={choices[file.name]?.separators}
          onChange={(index, field) => choose({ fields: { ...choices[file.name]?.fields, [index]: field } })}
          onSeparate={(field, id) => choose({ separators: { ...choices[file.name]?.separators, [field]: id } })}
        />
      )}
      <DraftValues file={file} chosen={choices[file.name]} onChange={choose} />
      <DraftConstants file={file} chosen={choices[file.name]} onChange={choose} />
      <MappingTools file={file} hasChoices={Object.keys(choices[file.name] ?? {}).length > 0} />
      <Preview file={file} />
    </section>
  );
}

/** Several sheets read from one workbook are named after it: « classeur.xlsx › Feuille ». */
const workbookOf = (file: FileDraft): string => {
  const part = ` › ${file.sheet}`;
  return file.name.endsWith(part) ? file.name.slice(0, -part.length) : file.name;
};

/** Which sheet of the workbook is read; the choices made on another sheet's columns do not follow. */
function SheetChoice({ file, onChange }: { readonly file: FileDraft; readonly onChange: (sheet: string) => void }) {
  const text = useText();
  const t = text.ui.inventory;
  return (
    <p className="line">
      {t.sheet}
      <CompactSelect
        label={t.sheetOf(workbookOf(file))}
        options={(file.sheets ?? []).map((id) => ({ id, label: id }))}
        value={file.sheet ?? ''}
        onChange={onChange}
      />
    </p>
  );
}

const firstRemarks = 8;

type Remark = FileDraft['issues'][number];

/** Rows refused for one reason are told once, with how many others: of a national file, thousands are of elsewhere. */
function refusalsGathered(issues: readonly Remark[]): readonly Remark[] {
  const counts = new Map<string, number>();
  for (const i of issues) if (i.severity === 'refused') counts.set(i.code, (counts.get(i.code) ?? 0) + 1);
  const told = new Set<string>();
  return issues.flatMap((issue) => {
    const others = (counts.get(issue.code) ?? 1) - 1;
    if (issue.severity !== 'refused' || issue.row === null || others === 0) return [issue];
    if (told.has(issue.code)) return [];
    told.add(issue.code);
    return [{ ...issue, details: { ...issue.details, autres: String(others) } }];
  });
}

function Remarks({ file }: { readonly file: FileDraft }) {
  const text = useText();
  const { refusedRows } = useServices();
  const [isOpen, setOpen] = useState(false);
  const t = text.ui.inventory;
  if (file.issues.length === 0) return null;
  const order = { fatal: 0, refused: 1, note: 2, merged: 3 } as const;
  const sorted = [...file.issues].sort(
    (a, b) => Number(a.row !== null) - Number(b.row !== null) || order[a.severity] - order[b.severity],
  );
  const shown = isOpen ? sorted.slice(0, 200) : refusalsGathered(sorted).slice(0, firstRemarks);
  return (
    <div className="stack tight">
      <h4>{t.issues(file.issues.length)}</h4>
      <ul className="remarks">
        {shown.map((issue, i) => (
          <li key={i} className={`remark ${issue.severity}`}>
            {issueSentence(issue, file.name, text)}
          </li>
        ))}
      </ul>
      <div className="drawing-tools">
        {file.issues.length > shown.length && (
          <Button onPress={() => setOpen(true)}>{t.moreIssues(file.issues.length - shown.length)}</Button>
        )}
        {file.rows.refused > 0 && (
          <Button icon={<Download aria-hidden />} onPress={() => refusedRows(file.name)}>
            {t.downloadRefused}
          </Button>
        )}
      </div>
    </div>
  );
}

interface DomainsProps {
  readonly file: FileDraft;
  readonly chosen: readonly DomainId[];
  readonly onChange: (domains: readonly DomainId[]) => void;
}

/** One gesture gives a domain to every scheme of the file that has none. */
function FileDomains({ file, chosen, onChange }: DomainsProps) {
  const text = useText();
  const read = useDiagnosis().settings.domains;
  const t = text.ui.inventory;
  return (
    <fieldset className="checks wide file-domains">
      <legend>{t.domainsTitle}</legend>
      <p className="small">{file.withoutDomain > 0 ? t.domainsNote(file.withoutDomain) : t.domainsDone}</p>
      {domainIds.map((d) => (
        <CheckField
          key={d}
          isSelected={chosen.includes(d)}
          onChange={(on) => onChange(domainIds.filter((id) => (id === d ? on : chosen.includes(id))))}
        >
          <span className="line">
            <DomainMark domain={d} />
            {text.model.domains[d].name}
            {!read.includes(d) && <span className="muted small">{t.domainOff}</span>}
          </span>
        </CheckField>
      ))}
    </fieldset>
  );
}

interface ColumnsProps {
  readonly file: FileDraft;
  readonly isRecalled: boolean;
  /** Choices not yet read again. */
  readonly chosen: FileChoices['fields'];
  readonly separators: FileChoices['separators'];
  readonly onChange: (index: number, field: FieldId | null) => void;
  readonly onSeparate: (field: FieldId, id: SeparatorId) => void;
}

const unused = 'unused';

/** Fields of which a cell may hold several values: the words tell which separators there are. */
const listFields: readonly FieldId[] = ['domains', 'needs', 'fights', 'publics', 'zone', 'funders', 'fundingKinds', 'toVerify'];
const isListField = (field: FieldId): boolean => listFields.includes(field);
type SeparatorId = NonNullable<NonNullable<FileChoices['separators']>[FieldId]>;
const separatorOptions = (text: Text) =>
  Object.entries(text.import.mapping.separators).map(([id, label]) => ({ id: id as SeparatorId, label }));

/** Each column, the role it was given, why, and the way to change it. */
function Columns({ file, isRecalled, chosen, separators, onChange, onSeparate }: ColumnsProps) {
  const text = useText();
  const t = text.ui.inventory;
  const fieldOf = useCallback(
    (c: FileDraft['columns'][number]) => (chosen && c.index in chosen ? chosen[c.index] : c.field),
    [chosen],
  );
  const options = useMemo(
    () => [{ id: unused, label: t.unused }, ...Object.entries(text.import.fields).map(([id, label]) => ({ id, label }))],
    [text, t],
  );
  const whyOf = useCallback(
    (c: FileDraft['columns'][number]) => {
      if (isRecalled && c.reason === 'chosen') return text.import.mapping.lastTime;
      return c.reason ? text.import.reasons[c.reason] : t.unusedReason;
    },
    [isRecalled, text, t],
  );
  const columns = useMemo(
    (): TableColumn<FileDraft['columns'][number]>[] => [
      { key: 'header', label: t.column, rowHeader: true, width: '22%', render: (c) => c.header },
      {
        key: 'role',
        label: t.role,
        width: '28%',
        render: (c) => {
          const field = fieldOf(c);
          return (
            <>
              <CompactSelect
                label={t.roleOf(c.header)}
                options={options}
                value={field ?? unused}
                className={field ? '' : 'unused'}
                onChange={(id) => onChange(c.index, id === unused ? null : (id as FieldId))}
              />
              {field && isListField(field) && (
                <CompactSelect<SeparatorId>
                  label={text.import.mapping.separatorOf(c.header)}
                  options={separatorOptions(text)}
                  value={separators?.[field] ?? 'auto'}
                  onChange={(id) => onSeparate(field, id)}
                />
              )}
            </>
          );
        },
      },
      {
        key: 'why',
        label: t.why,
        width: '18%',
        render: (c) => <span className="muted">{whyOf(c)}</span>,
      },
      {
        key: 'samples',
        label: t.samples,
        render: (c) => <span className="muted samples">{c.samples.slice(0, 3).join(' · ')}</span>,
      },
    ],
    [options, onChange, onSeparate, separators, text, t, whyOf, fieldOf],
  );
  return (
    <div className="stack tight">
      <h4>{t.columns}</h4>
      <DataTable
        caption={`${t.columns}, ${file.name}`}
        columns={columns}
        rows={file.columns}
        rowKey={(c) => String(c.index)}
        emptyText=""
        maxHeight="420px"
      />
    </div>
  );
}

interface ToolsProps {
  readonly file: FileDraft;
  readonly hasChoices: boolean;
}

/** What was decided of the file, kept for the next one: saved to be shared, loaded. */
function MappingTools({ file, hasChoices }: ToolsProps) {
  const text = useText();
  const { saveMapping, loadMapping } = useServices();
  const t = text.import.mapping;
  if (file.columns.length === 0) return null;
  return (
    <div className="drawing-tools">
      {hasChoices && <Button onPress={() => saveMapping(file.name)}>{t.save}</Button>}
      <FileChooser
        label={t.load}
        variant="plain"
        multiple={false}
        accept=".json"
        onFiles={([mapping]) => mapping && loadMapping(file.name, mapping)}
      />
    </div>
  );
}

function Preview({ file }: { readonly file: FileDraft }) {
  const text = useText();
  const [isOpen, setOpen] = useState(false);
  const columns = useMemo(
    () =>
      file.columns.map(
        (c): TableColumn<readonly string[]> => ({
          key: String(c.index),
          label: c.header,
          render: (row) => <span className="samples">{row[c.index]}</span>,
        }),
      ),
    [file.columns],
  );
  if (file.sample.length === 0) return null;
  return (
    <div className="stack tight">
      <h4>
        <PlainButton className="link-button" aria-expanded={isOpen} onPress={() => setOpen(!isOpen)}>
          {text.ui.inventory.preview}
        </PlainButton>
      </h4>
      {isOpen && (
        <DataTable
          caption={`${text.ui.inventory.preview}, ${file.name}`}
          columns={columns}
          rows={file.sample}
          rowKey={(row) => String(file.sample.indexOf(row))}
          emptyText=""
          maxHeight="320px"
        />
      )}
    </div>
  );
}
