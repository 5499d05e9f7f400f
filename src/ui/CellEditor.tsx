import { type KeyboardEvent, useId, useRef } from 'react';
import { suggestionsFor } from './suggestions';

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
  const proposed = kind.type === 'text' && kind.proposed ? suggestionsFor(value, kind.proposed()) : undefined;
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

/** Above everything, at its cell. */
function openBelow(el: HTMLElement | null): void {
  const cell = el?.parentElement?.getBoundingClientRect();
  if (!el || !cell) return;
  el.showPopover();
  const { width, height } = el.getBoundingClientRect();
  const top = cell.bottom + height > innerHeight ? Math.max(0, cell.top - height) : cell.bottom;
  Object.assign(el.style, { left: `${Math.max(0, Math.min(cell.left, innerWidth - width))}px`, top: `${top}px` });
}

const boxesOf = (el: Element): HTMLInputElement[] => [...(el.closest('.in-cell')?.querySelectorAll('input') ?? [])];

type Several = Extract<EditorKind, { type: 'several' }>;

function SeveralEditor({ label, kind, value, onChange, onDone }: Props & { readonly kind: Several }) {
  const chosen = new Set(
    value
      .split(kind.separator)
      .map((v) => v.trim())
      .filter(Boolean),
  );
  const toggle = (option: string, on: boolean) =>
    onChange(kind.options.filter((o) => (o === option ? on : chosen.has(o))).join(kind.separator));
  const onKey = (e: KeyboardEvent<HTMLElement>) => {
    if (e.key === 'Enter') onDone(value);
    else if (e.key === 'ArrowDown' || e.key === 'ArrowUp') {
      const boxes = boxesOf(e.target as Element);
      const at = boxes.indexOf(e.target as HTMLInputElement) + (e.key === 'ArrowDown' ? 1 : -1);
      boxes[(at + boxes.length) % boxes.length]?.focus();
    } else return;
    e.preventDefault();
    e.stopPropagation();
  };
  return (
    <div className="cell-editor">
      {value}
      <fieldset ref={openOnce(useRef(false))} popover="manual" className="in-cell" onKeyDown={onKey}>
        <legend className="visually-hidden">{label}</legend>
        {kind.options.map((o) => (
          <label key={o}>
            <input type="checkbox" checked={chosen.has(o)} onChange={(e) => toggle(o, e.target.checked)} />
            {o}
          </label>
        ))}
      </fieldset>
    </div>
  );
}

const openOnce = (done: { current: boolean }) => (el: HTMLElement | null) => {
  if (done.current || !el) return;
  done.current = true;
  openBelow(el);
  el.querySelector('input')?.focus();
};
