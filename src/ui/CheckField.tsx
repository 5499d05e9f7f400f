import { Check, Minus } from 'lucide-react';
import type { ReactNode } from 'react';
import { Checkbox } from 'react-aria-components/Checkbox';

interface Props {
  readonly children: ReactNode;
  readonly isSelected: boolean;
  readonly isIndeterminate?: boolean;
  readonly isDisabled?: boolean;
  readonly onChange: (selected: boolean) => void;
}

/** A box to tick, its words beside it. */
export function CheckField({ children, isSelected, isIndeterminate = false, isDisabled = false, onChange }: Props) {
  return (
    <Checkbox
      className="check"
      isSelected={isSelected}
      isIndeterminate={isIndeterminate}
      isDisabled={isDisabled}
      onChange={onChange}
    >
      <span className="box" aria-hidden>
        {isIndeterminate ? <Minus /> : isSelected ? <Check /> : null}
      </span>
      <span>{children}</span>
    </Checkbox>
  );
}
