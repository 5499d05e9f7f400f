import { useState } from 'react';
import { useApp, useDiagnosis, useServices, useText } from '../../panels/useApp';
import { departements } from '../../territory/departements';
import { Button } from '../../ui/Button';
import { SelectField } from '../../ui/SelectField';

const places = departements.map((d) => ({ id: d.code, label: `${d.name} (${d.code})` }));
const none = 'none';

/** A new diagnosis, empty or from the settings of another. */
export function NewDiagnosis() {
  const text = useText();
  const { workspace } = useServices();
  const entries = useApp((s) => s.workspace.entries);
  const [departement, setDepartement] = useState(useDiagnosis().departement);
  const [model, setModel] = useState<string>(none);
  const t = text.workspace;
  const models = [{ id: none, label: t.noModel }, ...entries.map((e) => ({ id: e.id, label: e.summary.title }))];
  return (
    <section className="stack tight">
      <h3>{t.create}</h3>
      <div className="line start">
        <SelectField label={t.departement} options={places} value={departement} onChange={setDepartement} />
        <SelectField label={t.model} options={models} value={model} onChange={setModel} />
        <Button onPress={() => workspace.create(departement, model === none ? null : model)}>{t.createIt}</Button>
      </div>
      <p className="small muted">{t.modelNote}</p>
    </section>
  );
}
