import { useId } from 'react';
import { Input } from 'react-aria-components/Input';
import { Label } from 'react-aria-components/Label';
import { TextArea as AriaTextArea } from 'react-aria-components/TextArea';
import { TextField } from 'react-aria-components/TextField';
import { suggestionsFor } from './suggestions';

interface Props {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** One line of text for which values are proposed; any other may be written. */
export function SuggestInput({ label, value, proposed, onChange }: Props & { readonly proposed: () => readonly string[] }) {
  const id = useId();
  return (
    <TextField className="field" value={value} onChange={onChange}>
      <Label>{label}</Label>
      <Input className="input" list={id} />
      <datalist id={id}>
        {suggestionsFor(value, proposed()).map((p) => (
          <option key={p} value={p} />
        ))}
      </datalist>
    </TextField>
  );
}

interface AreaProps extends Props {
  readonly rows?: number;
  /** Takes the focus when it appears. */
  readonly isFocused?: boolean;
}

/** Several lines of text. */
export function TextArea({ label, value, onChange, rows = 3, isFocused = false }: AreaProps) {
  return (
    <TextField className="field" value={value} onChange={onChange} autoFocus={isFocused}>
      <Label>{label}</Label>
      <AriaTextArea className="input area" rows={rows} />
    </TextField>
  );
}
