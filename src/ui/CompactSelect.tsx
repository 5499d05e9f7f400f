interface Props<Id extends string> {
  readonly label: string;
  readonly options: readonly { readonly id: Id; readonly label: string }[];
  readonly value: Id | '';
  readonly placeholder?: string;
  readonly onChange: (id: Id) => void;
  readonly className?: string;
}

/** A native choice for cells of a grid: light enough to stand there by the hundred. */
export function CompactSelect<Id extends string>({ label, options, value, placeholder, onChange, className = '' }: Props<Id>) {
  return (
    <select
      className={`compact-select ${className}`}
      aria-label={label}
      value={value}
      onChange={(e) => e.target.value !== '' && onChange(e.target.value as Id)}
    >
      {placeholder !== undefined && <option value="">{placeholder}</option>}
      {options.map((o) => (
        <option key={o.id} value={o.id}>
          {o.label}
        </option>
      ))}
    </select>
  );
}
