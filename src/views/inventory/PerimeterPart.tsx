import { useMemo, useState } from 'react';
import type { Territory, Unit } from '../../model/territory';
import { useApp, useDiagnosis, useServices, useText } from '../../panels/useApp';
import { findOpenable } from '../../territory/departements';
import { Button } from '../../ui/Button';
import { CheckField } from '../../ui/CheckField';
import { TextInput } from '../../ui/TextInput';

/** The part of the département that the diagnosis is about. */
export function PerimeterPart() {
  const text = useText();
  const { dispatch } = useServices();
  const territory = useApp((s) => s.territory);
  const { perimeter, departement } = useDiagnosis();
  const [isOpen, setOpen] = useState(false);
  const t = text.territory.perimeter;
  if (!territory) return null;
  return (
    <section className="stack tight" aria-labelledby="perimeter-title">
      <h2 id="perimeter-title">{t.title}</h2>
      <p className="muted prose">{t.note}</p>
      <p>
        {perimeter ? t.now(perimeter.name, territory.communes.length) : t.whole(findOpenable(departement)?.name ?? departement)}
      </p>
      {!perimeter && isOpen && <PerimeterForm territory={territory} onDone={() => setOpen(false)} />}
      {perimeter ? (
        <div>
          <Button onPress={() => dispatch({ type: 'setPerimeter', perimeter: null }, { said: t.unset })}>{t.back}</Button>
        </div>
      ) : (
        !isOpen && (
          <div>
            <Button onPress={() => setOpen(true)}>{t.choose}</Button>
          </div>
        )
      )}
    </section>
  );
}

interface FormProps {
  readonly territory: Territory;
  readonly onDone: () => void;
}

/** Intercommunalities to tick, and a name. */
function PerimeterForm({ territory, onDone }: FormProps) {
  const text = useText();
  const { dispatch } = useServices();
  const [name, setName] = useState('');
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const t = text.territory.perimeter;
  const units: readonly Unit[] = territory.epci;
  const communeCodes = useMemo(() => units.filter((u) => chosen.has(u.code)).flatMap((u) => u.communeCodes), [units, chosen]);
  const label = name.trim() || units.find((u) => chosen.size === 1 && chosen.has(u.code))?.name || '';
  const isUsable = label !== '' && chosen.size > 0 && chosen.size < units.length;
  const toggle = (code: string, on: boolean) => {
    const next = new Set(chosen);
    if (on) next.add(code);
    else next.delete(code);
    setChosen(next);
  };
  return (
    <div className="stack tight perimeter-form">
      <TextInput label={t.name} value={name} placeholder={label} onChange={setName} />
      <fieldset className="checks wide">
        <legend>{t.units}</legend>
        {units.map((u) => (
          <CheckField key={u.code} isSelected={chosen.has(u.code)} onChange={(on) => toggle(u.code, on)}>
            {u.name}
          </CheckField>
        ))}
      </fieldset>
      <div className="drawing-tools">
        <Button onPress={() => setChosen(new Set(units.map((u) => u.code)))}>{t.all}</Button>
        <Button onPress={() => setChosen(new Set())}>{t.nothing}</Button>
        <Button onPress={() => setChosen(new Set(units.flatMap((u) => (chosen.has(u.code) ? [] : [u.code]))))}>{t.others}</Button>
        <Button
          variant="primary"
          isDisabled={!isUsable}
          onPress={() => {
            dispatch({ type: 'setPerimeter', perimeter: { name: label, communeCodes } }, { said: t.set(label) });
            onDone();
          }}
        >
          {t.apply}
        </Button>
      </div>
    </div>
  );
}
