import { SceneView } from '../../panels/SceneView';
import { useText } from '../../panels/useApp';
import type { Block, Cell, Inline, Report, Section } from '../../report/report';
import { formatDate } from '../../text/format';

/** The report's blocks as HTML: the same words and scenes as the PDF. */
export function ReportPreview({ report }: { readonly report: Report }) {
  const text = useText();
  const { meta } = report;
  return (
    <div className="report-layout">
      {report.sections.length > 2 && (
        <nav className="report-contents" aria-label={text.ui.report.contents}>
          <ol>
            {report.sections.map((s) => (
              <li key={s.id} className={`depth-${s.level}`}>
                <a href={`#section-${s.id}`} onClick={(e) => goTo(e, s.id)}>
                  {s.title}
                </a>
              </li>
            ))}
          </ol>
        </nav>
      )}
      <article
        className="report-page"
        lang={meta.lang}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a page that scrolls must be reachable by keyboard
        tabIndex={0}
        aria-label={text.ui.report.preview}
      >
        <header className="report-cover">
          <p className="report-title">{meta.title}</p>
          <p className="report-subtitle">{meta.subtitle}</p>
          <p className="muted">
            {meta.author} · {formatDate(meta.date, text.lang)}
          </p>
          {report.cover.map((b, i) => (
            <BlockView key={i} block={b} />
          ))}
        </header>
        {report.sections.map((s) => (
          <SectionView key={s.id} section={s} />
        ))}
      </article>
    </div>
  );
}

/** Scrolls within the page; the address keeps the view. */
function goTo(e: React.MouseEvent, id: string): void {
  e.preventDefault();
  document.getElementById(`section-${id}`)?.scrollIntoView({ block: 'start' });
}

function SectionView({ section }: { readonly section: Section }) {
  const Heading = (['h2', 'h3', 'h4'] as const)[section.level - 1] ?? 'h4';
  return (
    <section className="report-section" id={`section-${section.id}`}>
      <Heading>{section.title}</Heading>
      {section.blocks.map((b, i) => (
        <BlockView key={i} block={b} />
      ))}
    </section>
  );
}

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

function BlockView({ block }: { readonly block: Block }) {
  const text = useText();
  switch (block.kind) {
    case 'paragraph':
      return (
        <p className="prose">
          <Inlines parts={block.text} />
        </p>
      );
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
      return (
        <figure className={`report-figure ${block.size}`}>
          <SceneView figure={block.figure} />
          <figcaption>
            <strong>
              {block.number > 0 ? text.ui.report.figure(String(block.number), block.figure.title) : block.figure.title}
            </strong>
            <span className="small muted">{block.figure.source}</span>
          </figcaption>
        </figure>
      );
    case 'table':
      return <TableView block={block} />;
    case 'cards':
      return (
        <ul className="report-cards">
          {block.items.map((card, i) => (
            <li key={i}>
              <strong>{card.title}</strong> – {card.tag}
              {card.lines.map(({ label, text }) => (
                <p key={label} className="small">
                  <strong>{label}</strong>
                  {text}
                </p>
              ))}
            </li>
          ))}
        </ul>
      );
  }
}

function ListView({ block }: { readonly block: Extract<Block, { kind: 'list' }> }) {
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
            {block.rows.map((row, i) => (
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
      <p className="small muted">{block.source}</p>
    </div>
  );
}

function CellView({ cell }: { readonly cell: Cell }) {
  if (typeof cell === 'string') return cell;
  return <span className={`level-chip wide level-${cell.level ?? 'none'}`}>{cell.text}</span>;
}
