import type { ReactNode } from 'react';
import { ToggleButton } from 'react-aria-components/ToggleButton';
import { ToggleButtonGroup } from 'react-aria-components/ToggleButtonGroup';

export interface Segment<Id extends string> {
  readonly id: Id;
  readonly label: ReactNode;
  readonly count?: string;
  /** Said by assistive technology when the label is not enough. */
  readonly name?: string;
}

interface Props<Id extends string> {
  readonly label: string;
  readonly segments: readonly Segment<Id>[];
  readonly value: Id;
  readonly onChange: (id: Id) => void;
}

/** One choice among a few, all in sight. */
export function Segmented<Id extends string>({ label, segments, value, onChange }: Props<Id>) {
  return (
    <ToggleButtonGroup
      className="segmented"
      aria-label={label}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[value]}
      onSelectionChange={(keys) => {
        const [key] = keys;
        if (key !== undefined) onChange(key as Id);
      }}
    >
      {segments.map((s) => (
        <ToggleButton key={s.id} id={s.id} className="segment" {...(s.name ? { 'aria-label': s.name } : {})}>
          {s.label} {s.count !== undefined && <span className="count tabular">{s.count}</span>}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}
