import { useState } from 'react';
import type { CensusEntry } from '../../document/diagnosis';
import type { DomainId } from '../../model/domains';
import { censusStates } from '../../model/lists';
import type { Unit } from '../../model/territory';
import { parseDate } from '../../model/values';
import { useServices, useText } from '../../panels/useApp';
import { Button } from '../../ui/Button';
import { DialogBox } from '../../ui/DialogBox';
import { SelectField } from '../../ui/SelectField';
import { TextInput } from '../../ui/TextInput';

interface Props {
  readonly unit: Unit;
  readonly domain: DomainId;
  readonly entry: CensusEntry | undefined;
  readonly onClose: () => void;
}

const dayOf = (iso: string) => iso.split('-').reverse().join('/');

/** What was declared of one unit and domain: its state, when, by whom, against which list. */
export function CensusDialog({ unit, domain, entry, onClose }: Props) {
  const text = useText();
  const { dispatch, today } = useServices();
  const [state, setState] = useState(entry?.state ?? 'partiel');
  const [on, setOn] = useState(dayOf(entry?.on ?? today()));
  const [by, setBy] = useState(entry?.by ?? '');
  const [list, setList] = useState(entry?.list ?? '');
  const [fault, setFault] = useState('');
  const t = text.quality;
  const save = () => {
    const date = parseDate(on.trim());
    if (date === null) return setFault(t.badDate);
    const said = { ...(by.trim() ? { by: by.trim() } : {}), ...(list.trim() ? { list: list.trim() } : {}) };
    dispatch(
      { type: 'setCensus', entries: [{ unitCode: unit.code, domain, state, on: date, ...said }] },
      { said: text.ui.said.censusSet },
    );
    onClose();
  };
  return (
    <DialogBox
      title={text.ui.inventory.censusOf(unit.name, text.model.domains[domain].short)}
      isOpen
      closeLabel={text.ui.close}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{text.edit.cancel}</Button>
          <Button variant="primary" onPress={save}>
            {t.save}
          </Button>
        </>
      }
    >
      <SelectField
        label={t.state}
        options={censusStates.map((s) => ({ id: s, label: text.model.census[s] }))}
        value={state}
        onChange={setState}
      />
      <TextInput label={t.on} value={on} onChange={setOn} onEnter={save} />
      <TextInput label={t.by} value={by} onChange={setBy} onEnter={save} />
      <TextInput label={t.list} value={list} onChange={setList} onEnter={save} />
      {fault && <p role="alert">{fault}</p>}
    </DialogBox>
  );
}
