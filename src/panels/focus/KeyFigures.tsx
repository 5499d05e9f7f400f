import { Plus, X } from 'lucide-react';
import { useState } from 'react';
import type { Actor, KeyFigure } from '../../model/inventory';
import { type FigureKind, figureKinds } from '../../model/lists';
import { formatNumber } from '../../text/format';
import { Button } from '../../ui/Button';
import { SelectField } from '../../ui/SelectField';
import { NumberInput, TextInput } from '../../ui/TextInput';
import { useServices, useText } from '../useApp';

/** Budget, staff, people supported, places of an actor, each with its year and what says so. */
export default function KeyFigures({ actor }: { readonly actor: Actor }) {
  const text = useText();
  const { dispatch, signed } = useServices();
  const [isAdding, setAdding] = useState(false);
  const figures = actor.figures ?? [];
  const t = text.edit;
  const set = (next: readonly KeyFigure[]) =>
    dispatch(
      {
        type: 'editRecords',
        kind: 'actors',
        edits: [{ id: actor.id, changes: { figures: next.length > 0 ? next : null } }],
        ...signed(),
      },
      { said: t.edited(1) },
    );
  return (
    <section className="card-part">
      <h3>{t.fields['figures']}</h3>
      <ul>
        {figures.map((f) => (
          <li key={`${f.what}:${f.year}:${f.value}`}>
            {text.model.figureKinds[f.what]} : <strong className="tabular">{formatNumber(f.value, text.lang)}</strong>
            <span className="small muted">
              {' '}
              ({f.year ?? text.ui.values.unknown}
              {f.from ? `, ${f.from}` : ''})
            </span>
            <Button
              variant="quiet"
              icon={<X aria-hidden />}
              aria-label={t.removeFigure(text.model.figureKinds[f.what])}
              onPress={() => set(figures.filter((other) => other !== f))}
            />
          </li>
        ))}
      </ul>
      {isAdding ? (
        <NewFigure
          onDone={(figure) => {
            setAdding(false);
            if (figure) set([...figures, figure]);
          }}
        />
      ) : (
        <Button icon={<Plus aria-hidden />} onPress={() => setAdding(true)}>
          {t.addFigure}
        </Button>
      )}
    </section>
  );
}

/** A figure without its year or its source is not taken: it could not be told on paper. */
function NewFigure({ onDone }: { readonly onDone: (figure: KeyFigure | null) => void }) {
  const text = useText();
  const [what, setWhat] = useState<FigureKind>('places');
  const [value, setValue] = useState(Number.NaN);
  const [year, setYear] = useState(Number.NaN);
  const [from, setFrom] = useState('');
  const t = text.edit;
  const isWhole = Number.isFinite(value) && Number.isFinite(year) && from.trim() !== '';
  return (
    <div className="stack tight">
      <SelectField
        label={t.figure}
        options={figureKinds.map((id) => ({ id, label: text.model.figureKinds[id] }))}
        value={what}
        onChange={setWhat}
      />
      <div className="settings-row">
        <NumberInput label={t.figureValue} value={value} min={0} max={1e12} step={1} onChange={setValue} />
        <NumberInput label={t.figureYear} value={year} min={1900} max={2100} step={1} onChange={setYear} />
      </div>
      <TextInput label={t.figureFrom} value={from} onChange={setFrom} />
      <div className="card-actions">
        <Button variant="primary" isDisabled={!isWhole} onPress={() => onDone({ what, value, year, from: from.trim() })}>
          {t.addFigure}
        </Button>
        <Button onPress={() => onDone(null)}>{t.cancel}</Button>
      </div>
    </div>
  );
}
