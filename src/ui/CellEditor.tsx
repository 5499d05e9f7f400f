import { type KeyboardEvent, useId, useRef } from 'react';
import { Popover } from 'react-aria-components/Popover';

/** What a cell is edited with: a line of text, with values to propose or not; one value of a list; several of a list. */
export type EditorKind =
  | { readonly type: 'text'; readonly proposed?: () => readonly string[] }
  | { readonly type: 'date' | 'long' }
  | { readonly type: 'one'; readonly options: readonly string[]; readonly canBeEmpty: boolean }
  | { readonly type: 'several'; readonly options: readonly string[]; readonly separator: string };

interface Props {
  readonly label: string;
  readonly kind: EditorKind;
  readonly value: string;
  readonly onChange: (text: string) => void;
  /** Committed at once, without leaving the cell. */
  readonly onDone: (text: string) => void;
  readonly onCancel: () => void;
}

const focusAndSelect = (el: HTMLInputElement | null) => {
  el?.focus();
  el?.select();
};

/** The control of one cell; what it gives is text, read as a pasted cell is. */
export function CellEditor(props: Props) {
  const { kind, label, value, onChange, onDone } = props;
  if (kind.type === 'several') return <SeveralEditor {...props} kind={kind} />;
  if (kind.type === 'one')
    return (
      <select
        className="cell-editor"
        aria-label={label}
        // biome-ignore lint/a11y/noAutofocus: the cell that is edited has the keyboard already
        autoFocus
        value={value}
        onChange={(e) => onDone(e.target.value)}
      >
        {kind.canBeEmpty && <option value="" />}
        {kind.options.map((o) => (
          <option key={o}>{o}</option>
        ))}
      </select>
    );
  return <LineEditor label={label} value={value} onChange={onChange} kind={kind} />;
}

function LineEditor({ label, value, onChange, kind }: Pick<Props, 'label' | 'value' | 'onChange' | 'kind'>) {
  const id = useId();
  const proposed = kind.type === 'text' ? kind.proposed?.() : undefined;
  return (
    <>
      <input
        className="cell-editor"
        aria-label={label}
        ref={once(useRef(false))}
        value={value}
        onChange={(e) => onChange(e.target.value)}
        {...(proposed ? { list: id } : {})}
      />
      {proposed && (
        <datalist id={id}>
          {proposed.map((p) => (
            <option key={p} value={p} />
          ))}
        </datalist>
      )}
    </>
  );
}

/** Once: typing must not select again. */
const once = (done: { current: boolean }) => (el: HTMLInputElement | null) => {
  if (done.current) return;
  done.current = true;
  focusAndSelect(el);
};

function SeveralEditor({
  label,
  kind,
  value,
  onChange,
  onDone,
  onCancel,
}: Props & { readonly kind: { type: 'several'; options: readonly string[]; separator: string } }) {
  const anchor = useRef<HTMLSpanElement>(null);
  const chosen = new Set(
    value
      .split(kind.separator)
      .map((v) => v.trim())
      .filter(Boolean),
  );
  const textOf = (options: ReadonlySet<string>) => kind.options.filter((o) => options.has(o)).join(kind.separator);
  const toggle = (option: string, on: boolean) => {
    const next = new Set(chosen);
    if (on) next.add(option);
    else next.delete(option);
    onChange(textOf(next));
  };
  const onKey = (e: KeyboardEvent) => {
    if (e.key === 'Enter') onDone(textOf(chosen));
    else if (e.key === 'Escape') onCancel();
    else return;
    e.preventDefault();
    e.stopPropagation();
  };
  return (
    <>
      <span ref={anchor} className="cell-editor">
        {value}
      </span>
      <Popover
        className="popover"
        placement="bottom start"
        triggerRef={anchor}
        isOpen
        onOpenChange={(open) => !open && onDone(textOf(chosen))}
        aria-label={label}
      >
        <fieldset className="checks in-cell" onKeyDown={onKey}>
          <legend>{label}</legend>
          {kind.options.map((o, i) => (
            <label key={o}>
              <input
                type="checkbox"
                // biome-ignore lint/a11y/noAutofocus: the cell that is edited has the keyboard already
                autoFocus={i === 0}
                checked={chosen.has(o)}
                onChange={(e) => toggle(o, e.target.checked)}
              />
              {o}
            </label>
          ))}
        </fieldset>
      </Popover>
    </>
  );
}
