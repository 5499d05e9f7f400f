import { Check, ChevronDown } from 'lucide-react';
import type { ReactNode } from 'react';
import { Menu, MenuItem, MenuTrigger } from 'react-aria-components/Menu';
import { Popover } from 'react-aria-components/Popover';
import { Button } from './Button';

export interface MenuEntry {
  readonly id: string;
  readonly label: string;
  readonly detail?: string;
  readonly isDisabled?: boolean;
}

interface Props {
  readonly label: ReactNode;
  readonly name?: string;
  readonly icon?: ReactNode;
  readonly variant?: 'plain' | 'primary' | 'quiet';
  readonly entries: readonly MenuEntry[];
  readonly onAction: (id: string) => void;
}

/** A button that opens a list of actions. */
export function MenuButton({ label, name, icon, variant = 'plain', entries, onAction }: Props) {
  return (
    <MenuTrigger>
      <Button variant={variant} icon={icon} {...(name ? { 'aria-label': name } : {})}>
        {label}
        <ChevronDown aria-hidden />
      </Button>
      <Popover className="popover" placement="bottom end">
        <Menu className="list" onAction={(key) => onAction(String(key))} {...(name ? { 'aria-label': name } : {})}>
          {entries.map((e) => (
            <MenuItem key={e.id} id={e.id} className="list-item" textValue={e.label} isDisabled={e.isDisabled ?? false}>
              <span>{e.label}</span>
              {e.detail && <span className="end">{e.detail}</span>}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}

interface MultiProps {
  readonly label: string;
  readonly entries: readonly MenuEntry[];
  readonly selected: readonly string[];
  /** Said where there is no value to choose. */
  readonly emptyText: string;
  readonly onChange: (ids: readonly string[]) => void;
}

/** A button that opens a list of values, several of which may be chosen. */
export function MultiMenu({ label, entries, selected, emptyText, onChange }: MultiProps) {
  return (
    <MenuTrigger>
      <Button>
        {label}
        {selected.length > 0 && <span className="tabular">({selected.length})</span>}
        <ChevronDown aria-hidden />
      </Button>
      <Popover className="popover">
        <Menu
          className="list"
          aria-label={label}
          selectionMode="multiple"
          renderEmptyState={() => <p className="list-item muted">{emptyText}</p>}
          selectedKeys={selected}
          onSelectionChange={(keys) => onChange(keys === 'all' ? entries.map((e) => e.id) : [...keys].map(String))}
        >
          {entries.map((e) => (
            <MenuItem key={e.id} id={e.id} className="list-item" textValue={e.label}>
              {({ isSelected }) => (
                <>
                  <span className="tick">{isSelected && <Check aria-hidden size={16} />}</span>
                  <span>{e.label}</span>
                  {e.detail && <span className="end tabular">{e.detail}</span>}
                </>
              )}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
