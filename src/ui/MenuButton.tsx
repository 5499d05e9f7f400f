import { Check, ChevronDown } from 'lucide-react';
import type { ReactNode } from 'react';
import { Header } from 'react-aria-components/Header';
import { Menu, MenuItem, MenuSection, MenuTrigger } from 'react-aria-components/Menu';
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

export interface MenuGroup {
  readonly id: string;
  readonly label: string;
  readonly entries: readonly MenuEntry[];
  readonly selected: readonly string[];
}

interface MultiProps {
  readonly label: string;
  /** One group shows no heading. */
  readonly groups: readonly MenuGroup[];
  /** Said where there is no value to choose. */
  readonly emptyText: string;
  readonly onChange: (group: string, ids: readonly string[]) => void;
}

/** A button that opens a list of values, several of which may be chosen; by groups where there are several. */
export function MultiMenu({ label, groups, emptyText, onChange }: MultiProps) {
  const count = groups.reduce((n, g) => n + g.selected.length, 0);
  return (
    <MenuTrigger>
      <Button>
        {label}
        {count > 0 && <span className="tabular">({count})</span>}
        <ChevronDown aria-hidden />
      </Button>
      <Popover className="popover">
        <Menu className="list" aria-label={label} renderEmptyState={() => <p className="list-item muted">{emptyText}</p>}>
          {groups
            .filter((g) => g.entries.length > 0)
            .map((g) => (
              <MenuSection
                key={g.id}
                aria-label={g.label}
                selectionMode="multiple"
                selectedKeys={g.selected}
                onSelectionChange={(keys) => onChange(g.id, keys === 'all' ? g.entries.map((e) => e.id) : [...keys].map(String))}
              >
                {groups.length > 1 && <Header className="list-head">{g.label}</Header>}
                {g.entries.map((e) => (
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
              </MenuSection>
            ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
