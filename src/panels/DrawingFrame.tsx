import { Download } from 'lucide-react';
import type { ReactNode } from 'react';
import { MenuButton, type MenuEntry } from '../ui/MenuButton';
import { Segmented } from '../ui/Segmented';
import { type OutputRequest, useApp, useServices, useText } from './useApp';

interface Props {
  readonly title: string;
  readonly subtitle?: string;
  /** Word for the drawing in the drawing / table switch; without it there is no switch. */
  readonly drawingWord?: string;
  readonly exports?: readonly (MenuEntry & { readonly request: OutputRequest })[];
  readonly tools?: ReactNode;
  readonly legend?: ReactNode;
  /** Method in force, scale, date of the data. */
  readonly method: ReactNode;
  readonly children: ReactNode;
}

/** What every drawing carries: title, table switch, export, legend, method in force, date of the data. */
export function DrawingFrame({ title, subtitle, drawingWord, exports, tools, legend, method, children }: Props) {
  const text = useText();
  const { look, takeOut } = useServices();
  const asTable = useApp((s) => s.view.asTable);
  return (
    <section className="drawing" aria-labelledby="drawing-title">
      <header className="drawing-head">
        <div>
          <h1 id="drawing-title">{title}</h1>
          {subtitle && <p className="muted">{subtitle}</p>}
        </div>
        <div className="drawing-tools">
          {tools}
          {drawingWord && (
            <Segmented
              label={text.ui.drawing.switch}
              segments={[
                { id: 'drawing', label: drawingWord },
                { id: 'table', label: text.ui.drawing.table },
              ]}
              value={asTable ? 'table' : 'drawing'}
              onChange={(id) => look({ asTable: id === 'table' })}
            />
          )}
          {exports && exports.length > 0 && (
            <MenuButton
              label={text.ui.drawing.export}
              name={text.ui.drawing.exportOf(title)}
              icon={<Download aria-hidden />}
              entries={exports}
              onAction={(id) => {
                const found = exports.find((e) => e.id === id);
                if (found) takeOut(found.request);
              }}
            />
          )}
        </div>
      </header>
      <div className="drawing-body">{children}</div>
      <footer className="drawing-foot">
        {legend}
        <p className="method muted small">{method}</p>
      </footer>
    </section>
  );
}
