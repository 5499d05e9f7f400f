import { demands } from '../model/territory';
import { countedYoung } from '../sentences/young';
import { SelectField } from '../ui/SelectField';
import { useApp, useDiagnosis, useServices, useText } from './useApp';

/** Whose needs are weighed; says so where the numbers entered are not enough for it. */
export function DemandField() {
  const text = useText();
  const { dispatch } = useServices();
  const { settings } = useDiagnosis();
  const analysis = useApp((s) => s.analysis);
  const t = text.territory.young;
  const lacks =
    settings.demand !== 'population' && analysis?.settings.demand === settings.demand && countedYoung(analysis) === null;
  return (
    <div className="stack tight">
      <SelectField
        label={t.demand}
        options={demands.map((id) => ({ id, label: t.demands[id] }))}
        value={settings.demand}
        onChange={(demand) => dispatch({ type: 'changeSettings', settings: { demand } }, { key: 'settings:demand' })}
      />
      {lacks && (
        <p className="small" role="status">
          {t.demandLacks}
        </p>
      )}
    </div>
  );
}
