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
}

/** One line of text. */
export function TextInput({ label, value, onChange, placeholder, hiddenLabel = false }: TextProps) {
  return (
    <TextField className="field" value={value} onChange={onChange} {...(hiddenLabel ? { 'aria-label': label } : {})}>
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
  readonly hiddenLabel?: boolean;
}

/** A number within bounds, committed on blur or Enter. */
export function NumberInput({ label, value, min, max, step, onChange, hiddenLabel = false }: NumberProps) {
  return (
    <NumberField
      className="field"
      value={value}
      minValue={min}
      maxValue={max}
      step={step}
      onChange={(n) => !Number.isNaN(n) && onChange(n)}
      {...(hiddenLabel ? { 'aria-label': label } : {})}
    >
      {!hiddenLabel && <Label>{label}</Label>}
      <Input className="input number" />
    </NumberField>
  );
}
