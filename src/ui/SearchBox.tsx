import { Search } from 'lucide-react';
import { type RefObject, useState } from 'react';
import { ComboBox } from 'react-aria-components/ComboBox';
import { Input } from 'react-aria-components/Input';
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox';
import { Popover } from 'react-aria-components/Popover';

export interface Found {
  readonly id: string;
  readonly label: string;
  readonly detail: string;
}

interface Props {
  readonly label: string;
  readonly placeholder: string;
  readonly emptyText: string;
  readonly inputRef: RefObject<HTMLInputElement | null>;
  readonly find: (query: string) => readonly Found[];
  readonly onChoose: (id: string) => void;
}

/** A box that finds records as one types; the caller does the finding. */
export function SearchBox({ label, placeholder, emptyText, inputRef, find, onChoose }: Props) {
  const [query, setQuery] = useState('');
  const found = query.trim().length < 2 ? [] : find(query);
  return (
    <ComboBox
      className="search"
      aria-label={label}
      items={found}
      inputValue={query}
      onInputChange={setQuery}
      value={null}
      onChange={(key) => {
        if (key === null) return;
        onChoose(String(key));
        setQuery('');
      }}
      allowsEmptyCollection={query.trim().length >= 2}
      allowsCustomValue
      menuTrigger="input"
    >
      <Search aria-hidden />
      <Input ref={inputRef} className="input" placeholder={placeholder} type="search" />
      <Popover className="popover">
        <ListBox className="list" renderEmptyState={() => <p className="list-head">{emptyText}</p>}>
          {(item: Found) => (
            <ListBoxItem id={item.id} className="list-item" textValue={item.label}>
              <span>{item.label}</span>
              <span className="end">{item.detail}</span>
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  );
}
