import { useState } from 'react';
import { type ListId, listIds } from '../document/diagnosis';
import { ownTermId } from '../document/lists';
import { csvText } from '../model/csv';
import { useDiagnosis, useServices, useText } from '../panels/useApp';
import { shippedTerms } from '../state/listTerms';
import { formatDate } from '../text/format';
import type { Text } from '../text/fr';
import { Button } from '../ui/Button';
import { CheckField } from '../ui/CheckField';
import { DataTable, type TableColumn } from '../ui/DataTable';
import { DialogBox } from '../ui/DialogBox';
import { Segmented } from '../ui/Segmented';
import { SelectField } from '../ui/SelectField';
import { TextInput } from '../ui/TextInput';

interface Term {
  readonly id: string;
  readonly label: string;
  readonly isHidden: boolean;
  /** Changed by the user, or added. */
  readonly isOwn: boolean;
}

const labelsOf = (list: ListId, { model }: Text): Readonly<Record<string, string>> =>
  ({
    kinds: model.kinds,
    types: model.schemeTypes,
    natures: model.natures,
    publics: model.publics,
    networks: model.mutualAid,
    seats: model.seats,
  })[list];

function useTerms(list: ListId): readonly Term[] {
  const text = useText();
  const { lists } = useDiagnosis();
  const own = new Map((lists?.terms[list] ?? []).map((t) => [t.id, t]));
  const labels = labelsOf(list, text);
  return [...new Set([...shippedTerms[list], ...own.keys()])].map((id) => ({
    id,
    label: labels[id] ?? id,
    isHidden: own.get(id)?.hidden === true,
    isOwn: own.has(id),
  }));
}

/** The reference lists of the diagnosis: renamed, completed, put away, taken out as CSV. */
export default function ListsDialog() {
  const text = useText();
  const { show, download } = useServices();
  const { lists } = useDiagnosis();
  const [list, setList] = useState<ListId>('types');
  const terms = useTerms(list);
  const t = text.lists;
  return (
    <DialogBox
      title={t.title}
      isOpen
      wide
      closeLabel={text.ui.close}
      onClose={() => show(null)}
      actions={
        <>
          <Button
            onPress={() =>
              download(
                `${t.files[list]}.csv`,
                csvText([t.csvHead, ...terms.map((m) => [m.id, m.label, m.isHidden ? t.no : t.yes, m.isOwn ? t.yes : t.no])]),
                'text/csv;charset=utf-8',
              )
            }
          >
            {t.export}
          </Button>
          <Button variant="primary" onPress={() => show(null)}>
            {text.ui.close}
          </Button>
        </>
      }
    >
      <Segmented label={t.title} segments={listIds.map((id) => ({ id, label: t.names[id] }))} value={list} onChange={setList} />
      <p className="small muted">{lists ? t.version(lists.version, formatDate(lists.changedOn, text.lang)) : t.shipped}</p>
      <TermTable key={list} list={list} terms={terms} />
      <NewTerm key={`new-${list}`} list={list} terms={terms} />
      <p className="small muted">{t.thresholds}</p>
    </DialogBox>
  );
}

function TermTable({ list, terms }: { readonly list: ListId; readonly terms: readonly Term[] }) {
  const text = useText();
  const { dispatch, today } = useServices();
  const t = text.lists;
  const set = (id: string, term: { label: string; hidden?: true } | null) =>
    dispatch({ type: 'setTerm', list, id, term, on: today() }, { said: t.saved });
  const columns: TableColumn<Term>[] = [
    {
      key: 'label',
      label: t.label,
      rowHeader: true,
      width: '46%',
      render: (m) => <TermName term={m} onName={(label) => set(m.id, { label, ...(m.isHidden ? { hidden: true } : {}) })} />,
    },
    {
      key: 'proposed',
      label: t.proposed,
      width: '20%',
      render: (m) => (
        <CheckField isSelected={!m.isHidden} onChange={(on) => set(m.id, { label: m.label, ...(on ? {} : { hidden: true }) })}>
          <span className="visually-hidden">{t.proposedOf(m.label)}</span>
        </CheckField>
      ),
    },
    { key: 'id', label: t.id, width: '18%', render: (m) => <span className="small muted">{m.id}</span> },
    {
      key: 'back',
      label: '',
      width: '16%',
      render: (m) => m.isOwn && shippedTerms[list].includes(m.id) && <Button onPress={() => set(m.id, null)}>{t.back}</Button>,
    },
  ];
  return <DataTable caption={t.names[list]} columns={columns} rows={terms} rowKey={(m) => m.id} emptyText="" maxHeight="320px" />;
}

function TermName({ term, onName }: { readonly term: Term; readonly onName: (label: string) => void }) {
  const text = useText();
  const [typed, setTyped] = useState<string | null>(null);
  const write = () => {
    if (typed !== null && typed.trim() !== '' && typed.trim() !== term.label) onName(typed.trim());
    setTyped(null);
  };
  return (
    <TextInput
      label={text.lists.labelOf(term.label)}
      hiddenLabel
      value={typed ?? term.label}
      onChange={setTyped}
      onBlur={write}
      onEnter={write}
    />
  );
}

/** Lists whose terms count as nothing but themselves. */
const isFree = (list: ListId): boolean => list === 'types' || list === 'networks' || list === 'seats';

/** A term of the user's own; of the closed lists, it counts as one that is there, so that every measure knows it. */
function NewTerm({ list, terms }: { readonly list: ListId; readonly terms: readonly Term[] }) {
  const text = useText();
  const { dispatch, today } = useServices();
  const [label, setLabel] = useState('');
  const [like, setLike] = useState<string>(isFree(list) ? '' : (shippedTerms[list].at(-1) ?? ''));
  const t = text.lists;
  const add = () => {
    const name = label.trim();
    if (name === '') return;
    dispatch({ type: 'setTerm', list, id: ownTermId(like, name), term: { label: name }, on: today() }, { said: t.saved });
    setLabel('');
  };
  return (
    <div className="settings-row">
      <TextInput label={t.add} value={label} onChange={setLabel} onEnter={add} />
      {!isFree(list) && (
        <SelectField
          label={t.like}
          options={terms.filter((m) => shippedTerms[list].includes(m.id)).map((m) => ({ id: m.id, label: m.label }))}
          value={like}
          onChange={setLike}
        />
      )}
      <Button onPress={add}>{t.addButton}</Button>
    </div>
  );
}
