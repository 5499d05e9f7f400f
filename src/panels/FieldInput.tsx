import type { Field } from '../model/fields';
import { parseList } from '../model/values';
import { CheckField } from '../ui/CheckField';
import { SelectField } from '../ui/SelectField';
import { SuggestInput, TextArea } from '../ui/SuggestInput';
import { TextInput } from '../ui/TextInput';
import { type FieldContext, proposedWords, termsOf } from './fieldText';
import { listOf } from './fieldWords';

interface Props {
  readonly label: string;
  readonly field: Field;
  readonly context: FieldContext;
  /** As a cell holds it. */
  readonly value: string;
  readonly onChange: (text: string) => void;
}

/** The control of a field in a dialog or on a card; it gives text, read as a cell is. */
export function FieldInput({ label, field, context, value, onChange }: Props) {
  const { text, kind } = context;
  const labels = termsOf(field, context).map((id) => listOf(kind, field.id, text)?.[id] ?? id);
  switch (field.type) {
    case 'term':
    case 'yes-no': {
      const options = field.type === 'term' ? labels : [text.import.update.yes, text.import.update.no];
      const empty = field.required ? [] : [{ id: '', label: text.ui.values.unknown }];
      return (
        <SelectField
          label={label}
          options={[...empty, ...options.map((o) => ({ id: o, label: o }))]}
          value={value}
          onChange={onChange}
        />
      );
    }
    case 'terms': {
      const chosen = parseList(value, 'point-virgule');
      return (
        <fieldset className="checks">
          <legend>{label}</legend>
          {labels.map((o) => (
            <CheckField
              key={o}
              isSelected={chosen.includes(o)}
              onChange={(on) => onChange(labels.filter((l) => (l === o ? on : chosen.includes(l))).join(' ; '))}
            >
              {o}
            </CheckField>
          ))}
        </fieldset>
      );
    }
    case 'actor':
      return (
        <SuggestInput
          label={label}
          value={value}
          proposed={() => [...context.actors.values()].map((a) => a.name)}
          onChange={onChange}
        />
      );
    case 'commune':
      return (
        <SuggestInput
          label={label}
          value={value}
          proposed={() => [...context.communes.values()].map((c) => c.name)}
          onChange={onChange}
        />
      );
    case 'long':
      return <TextArea label={label} value={value} onChange={onChange} />;
    default:
      if (field.proposes)
        return <SuggestInput label={label} value={value} proposed={() => proposedWords(field, context)} onChange={onChange} />;
      return <TextInput label={label} value={value} onChange={onChange} />;
  }
}
