import { Plus, X } from 'lucide-react';
import { useState } from 'react';
import { documentKinds, type Objective, type ReferenceDocument } from '../../document/diagnosis';
import { documentId, needKey, partsOfNeed } from '../../document/register';
import type { DomainId } from '../../model/domains';
import { parseDate } from '../../model/values';
import { useApp, useDiagnosis, useServices, useText } from '../../panels/useApp';
import { Button } from '../../ui/Button';
import { DialogBox } from '../../ui/DialogBox';
import { SelectField } from '../../ui/SelectField';
import { TextInput } from '../../ui/TextInput';

interface Props {
  /** null: a new one. */
  readonly document: ReferenceDocument | null;
  readonly onClose: () => void;
}

const dayOf = (iso: string) => iso.split('-').reverse().join('/');

/** One document of the register: what it is, what it wants, for which needs. */
export function DocumentDialog({ document, onClose }: Props) {
  const text = useText();
  const { dispatch } = useServices();
  const [kind, setKind] = useState<ReferenceDocument['kind']>(document?.kind ?? 'schema');
  const [title, setTitle] = useState(document?.title ?? '');
  const [date, setDate] = useState(document?.date ? dayOf(document.date) : '');
  const [link, setLink] = useState(document?.link ?? '');
  const [objectives, setObjectives] = useState<readonly Objective[]>(document?.objectives ?? []);
  const [fault, setFault] = useState('');
  const t = text.quality.documents;
  const save = () => {
    const [name, day, address] = [title.trim(), date.trim(), link.trim()];
    const on = day === '' ? null : parseDate(day);
    if (name === '') return setFault(t.noTitle);
    if (day !== '' && on === null) return setFault(text.quality.badDate);
    if (address !== '' && !/^https?:\/\//i.test(address)) return setFault(t.badLink);
    const kept = objectives.map((o) => ({ ...o, text: o.text.trim() })).filter((o) => o.text !== '');
    const said = { ...(on ? { date: on } : {}), ...(address ? { link: address } : {}) };
    const id = document?.id ?? documentId({ kind, title: name });
    dispatch({ type: 'setDocument', id, document: { kind, title: name, ...said, objectives: kept } }, { said: t.saved(name) });
    onClose();
  };
  const change = (at: number, next: Objective | null) =>
    setObjectives(objectives.flatMap((o, i) => (i !== at ? [o] : next ? [next] : [])));
  return (
    <DialogBox
      title={document ? t.editOf(document.title) : t.add}
      isOpen
      wide
      closeLabel={text.ui.close}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{text.edit.cancel}</Button>
          <Button variant="primary" onPress={save}>
            {text.quality.save}
          </Button>
        </>
      }
    >
      <div className="settings-row">
        <SelectField
          label={t.kind}
          options={documentKinds.map((id) => ({ id, label: t.kinds[id] }))}
          value={kind}
          onChange={setKind}
        />
        <TextInput label={t.titleField} value={title} onChange={setTitle} />
        <TextInput label={t.date} value={date} onChange={setDate} />
        <TextInput label={t.link} value={link} onChange={setLink} />
      </div>
      {objectives.map((objective, i) => (
        <ObjectiveFields key={i} rank={i + 1} objective={objective} onChange={(next) => change(i, next)} />
      ))}
      <div>
        <Button icon={<Plus aria-hidden />} onPress={() => setObjectives([...objectives, { text: '', needs: [] }])}>
          {t.addObjective}
        </Button>
      </div>
      {fault && <p role="alert">{fault}</p>}
    </DialogBox>
  );
}

interface ObjectiveProps {
  readonly rank: number;
  readonly objective: Objective;
  /** null: taken away. */
  readonly onChange: (next: Objective | null) => void;
}

/** What one objective says, and the needs attached to it, chosen by territory and domain. */
function ObjectiveFields({ rank, objective, onChange }: ObjectiveProps) {
  const text = useText();
  const { settings, departement } = useDiagnosis();
  const analysis = useApp((s) => s.analysis);
  const t = text.quality.documents;
  const whole = { code: analysis?.whole.code ?? departement, name: text.quality.allUnits };
  const units = [whole, ...(analysis?.units ?? []).filter((u) => u.code !== whole.code)];
  const [unit, setUnit] = useState(whole.code);
  const [domain, setDomain] = useState<DomainId>(settings.domains[0] ?? 'sante');
  const nameOf = (key: string) => {
    const { domain: id, unitCode } = partsOfNeed(key);
    return t.need(text.model.domains[id]?.short ?? id, units.find((u) => u.code === unitCode)?.name ?? unitCode);
  };
  const attach = () => onChange({ ...objective, needs: [...new Set([...objective.needs, needKey(domain, unit)])] });
  return (
    <fieldset className="objective">
      <legend>{t.objectiveRank(rank)}</legend>
      <TextInput label={t.objectiveLabel} value={objective.text} onChange={(said) => onChange({ ...objective, text: said })} />
      <p className="small">
        {t.needs} : {objective.needs.length === 0 && t.noNeed}
      </p>
      {objective.needs.length > 0 && (
        <ul className="line">
          {objective.needs.map((key) => (
            <li key={key} className="tag">
              {nameOf(key)}
              <Button
                variant="quiet"
                icon={<X aria-hidden />}
                aria-label={t.removeNeed(nameOf(key))}
                onPress={() => onChange({ ...objective, needs: objective.needs.filter((n) => n !== key) })}
              />
            </li>
          ))}
        </ul>
      )}
      <div className="settings-row">
        <SelectField label={t.unit} options={units.map((u) => ({ id: u.code, label: u.name }))} value={unit} onChange={setUnit} />
        <SelectField
          label={t.domain}
          options={settings.domains.map((d) => ({ id: d, label: text.model.domains[d].short }))}
          value={domain}
          onChange={setDomain}
        />
        <Button onPress={attach}>{t.addNeed}</Button>
        <Button variant="quiet" onPress={() => onChange(null)}>
          {t.removeObjective(rank)}
        </Button>
      </div>
    </fieldset>
  );
}
