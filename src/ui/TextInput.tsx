import { Input } from 'react-aria-components/Input';
import { Label } from 'react-aria-components/Label';
import { NumberField } from 'react-aria-components/NumberField';
import { TextField } from 'react-aria-components/TextField';

interface TextProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly placeholder?: string;
  readonly hiddenLabel?: boolean;
  readonly onEnter?: () => void;
  readonly onBlur?: () => void;
}

/** One line of text. */
export function TextInput({ label, value, onChange, placeholder, hiddenLabel = false, onEnter, onBlur }: TextProps) {
  return (
    <TextField
      className="field"
      value={value}
      onChange={onChange}
      {...(hiddenLabel ? { 'aria-label': label } : {})}
      {...(onBlur ? { onBlur } : {})}
      onKeyDown={(e) => e.key === 'Enter' && onEnter?.()}
    >
      {!hiddenLabel && <Label>{label}</Label>}
      <Input className="input" {...(placeholder ? { placeholder } : {})} />
    </TextField>
  );
}

interface NumberProps {
  readonly label: string;
  readonly value: number;
  readonly min: number;
  readonly max: number;
  readonly step: number;
  readonly onChange: (value: number) => void;
  /** The field was emptied; without it the number before comes back. */
  readonly onEmpty?: () => void;
  readonly hiddenLabel?: boolean;
}

/** A number within bounds, committed on blur or Enter. */
export function NumberInput({ label, value, min, max, step, onChange, onEmpty, hiddenLabel = false }: NumberProps) {
  return (
    <NumberField
      className="field"
      value={value}
      minValue={min}
      maxValue={max}
      step={step}
      onChange={(n) => (Number.isNaN(n) ? onEmpty?.() : onChange(n))}
      {...(hiddenLabel ? { 'aria-label': label } : {})}
    >
      {!hiddenLabel && <Label>{label}</Label>}
      <Input className="input number" />
    </NumberField>
  );
}
