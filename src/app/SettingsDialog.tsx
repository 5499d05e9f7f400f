import { defaultSettings, type Settings } from '../document/diagnosis';
import { type DomainId, domains } from '../model/domains';
import { decayIds, meshes } from '../model/lists';
import { DemandField } from '../panels/DemandField';
import { DomainMark } from '../panels/DomainMark';
import { useApp, useDiagnosis, useServices, useText } from '../panels/useApp';
import { withThreshold } from '../state/thresholds';
import { findOpenable } from '../territory/departements';
import { Button } from '../ui/Button';
import { CheckField } from '../ui/CheckField';
import { DialogBox } from '../ui/DialogBox';
import { SelectField } from '../ui/SelectField';
import { NumberInput, TextInput } from '../ui/TextInput';
import { AdvancedMethods } from './AdvancedMethods';
import { OutlinesSettings } from './OutlinesSettings';

/** Every constant an analysis rests on. Each change is one step that can be undone. */
export default function SettingsDialog() {
  const text = useText();
  const { show, dispatch, setAuthor } = useServices();
  const author = useApp((s) => s.author);
  const hasEpt = useApp((s) => (s.territory?.ept.length ?? 0) > 0);
  const { settings, title, departement, sectors } = useDiagnosis();
  const hasSectors = (sectors?.length ?? 0) > 0;
  const t = text.ui.settings;
  const change = (part: Partial<Settings>, key: string) =>
    dispatch({ type: 'changeSettings', settings: part }, { key: `settings:${key}` });
  const mesh = findOpenable(departement)?.mesh ?? 'epci';
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
            onPress={() => dispatch({ type: 'changeSettings', settings: { ...defaultSettings, mesh } }, { said: t.resetDone })}
          >
            {t.reset}
          </Button>
          <Button variant="primary" onPress={() => show(null)}>
            {text.ui.close}
          </Button>
        </>
      }
    >
      <TextInput
        label={t.name}
        value={title}
        onChange={(value) => dispatch({ type: 'rename', title: value }, { key: 'rename' })}
      />
      <Thresholdsettings settings={settings} change={change} />
      <div className="settings-row">
        <NumberInput
          label={t.detour}
          value={settings.detour}
          min={1}
          max={3}
          step={0.05}
          onChange={(detour) => change({ detour }, 'detour')}
        />
        <NumberInput
          label={t.speed}
          value={settings.speedKmh}
          min={10}
          max={130}
          step={1}
          onChange={(speedKmh) => change({ speedKmh }, 'speed')}
        />
        <NumberInput
          label={t.access}
          value={settings.accessMinutes}
          min={0}
          max={60}
          step={1}
          onChange={(accessMinutes) => change({ accessMinutes }, 'access')}
        />
        <SelectField
          label={t.mesh}
          options={meshes
            .filter((m) => (m !== 'ept' || hasEpt) && (m !== 'secteur' || hasSectors))
            .map((m) => ({ id: m, label: text.model.meshes[m] }))}
          value={settings.mesh}
          onChange={(m) => change({ mesh: m }, 'mesh')}
        />
      </div>
      <div className="settings-row">
        <TextInput label={text.edit.author} value={author} onChange={setAuthor} />
        <Button onPress={() => show('lists')}>{text.lists.open}</Button>
      </div>
      <DemandField />
      <CapacitySettings settings={settings} change={change} />
      <AdvancedMethods />
      <div className="checks">
        <CheckField isSelected={settings.deducedTies} onChange={(deducedTies) => change({ deducedTies }, 'deduced')}>
          {t.deducedTies}
        </CheckField>
        <CheckField
          isSelected={settings.showProtectedPlaces}
          onChange={(showProtectedPlaces) => change({ showProtectedPlaces }, 'protected')}
        >
          {t.protectedPlaces}
        </CheckField>
      </div>
      <p className="small muted">{t.note}</p>
      <OutlinesSettings />
    </DialogBox>
  );
}

interface PartProps {
  readonly settings: Settings;
  readonly change: (part: Partial<Settings>, key: string) => void;
}

function Thresholdsettings({ settings, change }: PartProps) {
  const text = useText();
  const t = text.ui.settings;
  const setThreshold = (id: DomainId, at: 0 | 1 | 2, value: number) => {
    change(
      { thresholds: { ...settings.thresholds, [id]: withThreshold(settings.thresholds[id], at, value) } },
      `threshold:${id}:${at}`,
    );
  };
  const setOn = (id: DomainId, on: boolean) => {
    const next = domains.map((d) => d.id).filter((d) => (d === id ? on : settings.domains.includes(d)));
    if (next.length > 0) change({ domains: next }, `domain:${id}`);
  };
  return (
    <div className="table-frame">
      <table className="table">
        <caption>{t.thresholds}</caption>
        <thead>
          <tr>
            <th scope="col">{t.domain}</th>
            {([0, 1, 2] as const).map((at) => (
              <th scope="col" className="end" key={at}>
                {t.upTo(text.model.levels[at])}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {domains.map((d) => (
            <tr key={d.id}>
              <th scope="row">
                <CheckField isSelected={settings.domains.includes(d.id)} onChange={(on) => setOn(d.id, on)}>
                  <span className="line">
                    <DomainMark domain={d.id} />
                    {text.model.domains[d.id].name}
                  </span>
                </CheckField>
              </th>
              {([0, 1, 2] as const).map((at) => (
                <td className="end" key={at}>
                  <NumberInput
                    label={t.thresholdOf(text.model.domains[d.id].short, text.model.levels[at])}
                    hiddenLabel
                    value={settings.thresholds[d.id][at]}
                    min={1}
                    max={240}
                    step={1}
                    onChange={(value) => setThreshold(d.id, at, value)}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** How access is read where places are known: decay, limit and reference of each domain that is on. */
function CapacitySettings({ settings, change }: PartProps) {
  const text = useText();
  const t = text.analysis.capacity;
  const name = (id: DomainId) => text.model.domains[id].short;
  return (
    <section className="card-part">
      <h3>{t.settings}</h3>
      <p className="small muted">{t.settingsNote}</p>
      <div className="settings-row">
        <SelectField
          label={t.decay}
          options={decayIds.map((id) => ({ id, label: text.model.decays[id] }))}
          value={settings.decay}
          onChange={(decay) => change({ decay }, 'decay')}
        />
      </div>
      {settings.domains.map((id) => (
        <div className="settings-row" key={id}>
          <NumberInput
            label={t.catchment(name(id))}
            value={settings.catchments[id]}
            min={5}
            max={180}
            step={5}
            onChange={(minutes) => change({ catchments: { ...settings.catchments, [id]: minutes } }, `catchment:${id}`)}
          />
          <NumberInput
            label={t.reference(name(id))}
            value={settings.references[id] ?? Number.NaN}
            min={0.1}
            max={10_000}
            step={0.1}
            onChange={(places) => change({ references: { ...settings.references, [id]: places } }, `reference:${id}`)}
            onEmpty={() => change({ references: { ...settings.references, [id]: null } }, `reference:${id}`)}
          />
        </div>
      ))}
    </section>
  );
}
