import { useState } from 'react';
import { Button } from 'react-aria-components/Button';
import { ComboBox } from 'react-aria-components/ComboBox';
import { Input } from 'react-aria-components/Input';
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox';
import { Popover } from 'react-aria-components/Popover';
import { CompactSelect } from './CompactSelect';

interface Option {
  readonly id: string;
  readonly label: string;
}

interface Props {
  readonly label: string;
  readonly placeholder: string;
  readonly options: readonly Option[];
  readonly value: string | null;
  readonly onChange: (id: string | null) => void;
}

const longList = 12;

/** A choice in a closed list: a plain one when it is short, found by typing when it is long. */
export function TermSelect(props: Props) {
  const { label, placeholder, options, value, onChange } = props;
  if (options.length > longList) return <TermSearch {...props} />;
  return <CompactSelect label={label} placeholder={placeholder} options={options} value={value ?? ''} onChange={onChange} />;
}

function TermSearch({ label, placeholder, options, value, onChange }: Props) {
  const labelOf = (id: string | null) => options.find((o) => o.id === id)?.label ?? '';
  const [query, setQuery] = useState(labelOf(value));
  return (
    <ComboBox
      className="term-search"
      aria-label={label}
      defaultItems={options}
      inputValue={query}
      onInputChange={setQuery}
      value={value}
      onChange={(key) => {
        setQuery(labelOf(key === null ? null : String(key)));
        onChange(key === null ? null : String(key));
      }}
      menuTrigger="focus"
    >
      <Input className="input" placeholder={placeholder} />
      <Button className="term-open" aria-label={label}>
        <span aria-hidden>▾</span>
      </Button>
      <Popover className="popover">
        <ListBox className="list">
          {(item: Option) => (
            <ListBoxItem id={item.id} className="list-item" textValue={item.label}>
              {item.label}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  );
}
