import { Download } from 'lucide-react';
import { useState } from 'react';
import type { ReadingId } from '../../document/reportNotes';
import { SceneView } from '../../panels/SceneView';
import { useServices, useText } from '../../panels/useApp';
import type { Block, Cell, Inline } from '../../report/report';
import { readingWords } from '../../text/reading';
import { MenuButton } from '../../ui/MenuButton';
import { EditButton, TextEditor } from './OwnText';

type BlockOf<K extends Block['kind']> = Extract<Block, { kind: K }>;

/** Rows and cards shown on screen; the document has them all. */
const mostRows = 60;

const Inlines = ({ parts }: { readonly parts: readonly Inline[] }) =>
  parts.map((part, i) =>
    typeof part === 'string' ? (
      part
    ) : part.strong ? (
      <strong key={i}>{part.text}</strong>
    ) : part.em ? (
      <em key={i}>{part.text}</em>
    ) : (
      part.text
    ),
  );

interface Props {
  readonly block: Block;
  /** The reading whose words may be written; null: nothing may (the one-page sheet). */
  readonly reading: ReadingId | null;
}

/** One block of the report, as it will be printed. */
export function BlockView({ block, reading }: Props) {
  switch (block.kind) {
    case 'paragraph':
      return <ParagraphView block={block} reading={reading} />;
    case 'notice':
      return (
        <p className="notice prose">
          <Inlines parts={block.text} />
        </p>
      );
    case 'list':
      return <ListView block={block} />;
    case 'figures':
      return (
        <dl className="report-figures">
          {block.items.map((item) => (
            <div key={item.label}>
              <dt>{item.label}</dt>
              <dd>
                <strong>{item.value}</strong>
                <span className="small muted">{item.source}</span>
              </dd>
            </div>
          ))}
        </dl>
      );
    case 'figure':
      return <FigureView block={block} isExported={reading !== null} />;
    case 'table':
      return <TableView block={block} />;
    case 'cards':
      return <CardsView items={block.items} />;
  }
}

const plain = (parts: readonly Inline[]): string => parts.map((p) => (typeof p === 'string' ? p : p.text)).join('');

/** A paragraph, with the pencil where it may be written anew. */
function ParagraphView({ block, reading }: { readonly block: BlockOf<'paragraph'>; readonly reading: ReadingId | null }) {
  const text = useText();
  const [isOpen, setOpen] = useState(false);
  const words = readingWords(text.lang).screen;
  const { edit } = block;
  const shown = plain(block.text);
  if (!edit || reading === null)
    return (
      <p className="prose">
        <Inlines parts={block.text} />
      </p>
    );
  if (isOpen)
    return (
      <TextEditor
        {...{ reading, textKey: edit.key, computed: edit.computed }}
        value={edit.own ?? edit.computed}
        isOwn={edit.own !== undefined}
        onClose={() => setOpen(false)}
      />
    );
  return (
    <div className={`editable ${edit.own === undefined ? '' : 'is-own'}`}>
      <p className="prose">
        <Inlines parts={block.text} />
      </p>
      <EditButton name={words.editOf(shown.slice(0, 60))} onPress={() => setOpen(true)} />
      {edit.own !== undefined && <p className="small muted">{words.own}</p>}
      {edit.isStale && (
        <p className="notice small">
          {words.stale} {edit.computed}
        </p>
      )}
    </div>
  );
}

/** A figure with what can be taken of it. */
function FigureView({ block, isExported }: { readonly block: BlockOf<'figure'>; readonly isExported: boolean }) {
  const text = useText();
  const { takeOut } = useServices();
  const words = readingWords(text.lang).screen;
  const { figure, number } = block;
  const ways = ['png', 'svg', ...(figure.tableId ? (['csv'] as const) : []), 'copy'] as const;
  return (
    <figure className={`report-figure ${block.size}`}>
      <SceneView figure={figure} />
      <figcaption>
        <strong>{number > 0 ? text.ui.report.figure(String(number), figure.title) : figure.title}</strong>
        <span className="small muted">{figure.source}</span>
      </figcaption>
      {isExported && (
        <MenuButton
          label={words.figure}
          name={words.figureOf(figure.title)}
          icon={<Download aria-hidden />}
          variant="quiet"
          entries={ways.map((id) => ({ id, label: words.figures[id] }))}
          onAction={(id) => takeOut({ output: 'report-figure', figureId: figure.id, as: id as (typeof ways)[number] })}
        />
      )}
    </figure>
  );
}

function ListView({ block }: { readonly block: BlockOf<'list'> }) {
  const List = block.ordered ? 'ol' : 'ul';
  return (
    <List className={`prose report-list ${block.ordered ? 'numbered' : 'bulleted'} ${block.small ? 'small' : ''}`}>
      {block.items.map((item, i) => (
        <li key={i}>
          <Inlines parts={item} />
        </li>
      ))}
    </List>
  );
}

function CardsView({ items }: { readonly items: BlockOf<'cards'>['items'] }) {
  const words = readingWords(useText().lang).screen;
  return (
    <>
      <ul className="report-cards">
        {items.slice(0, mostRows).map((card, i) => (
          <li key={i}>
            <strong>{card.title}</strong> <span className="muted">– {card.tag}</span>
            {card.lines.map(({ label, text }) => (
              <p key={label} className="small">
                <strong>{label}</strong>
                {text}
              </p>
            ))}
          </li>
        ))}
      </ul>
      {items.length > mostRows && <p className="small muted">{words.moreCards(items.length - mostRows)}</p>}
    </>
  );
}

function TableView({ block }: { readonly block: Extract<Block, { kind: 'table' }> }) {
  const text = useText();
  const title = block.number > 0 ? text.ui.report.table(String(block.number), block.title) : block.title;
  return (
    <div className="report-table">
      <section
        className="table-frame"
        aria-label={title}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a frame that scrolls must be reachable by keyboard
        tabIndex={0}
      >
        <table className="table">
          <caption>{title}</caption>
          <thead>
            <tr>
              {block.columns.map((c) => (
                <th key={c.key} scope="col" className={c.kind === 'number' ? 'end' : c.kind === 'level' ? 'centre' : ''}>
                  {c.label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {block.rows.slice(0, mostRows).map((row, i) => (
              <tr key={i}>
                {row.map((cell, at) => {
                  const column = block.columns[at];
                  const name = column?.kind === 'number' ? 'end' : column?.kind === 'level' ? 'centre' : '';
                  return column?.rowHeader ? (
                    <th key={column.key} scope="row">
                      <CellView cell={cell} />
                    </th>
                  ) : (
                    <td key={column?.key ?? at} className={name}>
                      <CellView cell={cell} />
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {block.rows.length > mostRows && (
        <p className="small muted">{readingWords(text.lang).screen.moreRows(block.rows.length - mostRows)}</p>
      )}
      <p className="small muted">{block.source}</p>
    </div>
  );
}

function CellView({ cell }: { readonly cell: Cell }) {
  if (typeof cell === 'string') return cell;
  return <span className={`level-chip wide level-${cell.level ?? 'none'}`}>{cell.text}</span>;
}
