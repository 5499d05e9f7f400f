import { levelStyle } from '../../figures/levels';
import type { Block, Cell, Column, Inline, RenderLabels } from '../../report/report';
import { sceneToInlineSvg } from '../svg';
import { xmlText } from '../xmlText';

type BlockOf<K extends Block['kind']> = Extract<Block, { kind: K }>;

/** What a block needs to know of the page it stands on. */
export interface PageContext {
  readonly labels: RenderLabels;
  /** Number of the table of an id: where the values of a figure can be read. */
  readonly tableNumbers: ReadonlyMap<string, number>;
}

const inlineHtml = (part: Inline): string => {
  if (typeof part === 'string') return xmlText(part);
  const strong = part.strong ? `<strong>${xmlText(part.text)}</strong>` : xmlText(part.text);
  return part.em ? `<em>${strong}</em>` : strong;
};

const inlines = (parts: readonly Inline[]): string => parts.map(inlineHtml).join('');

const captionText = (label: string, number: number, title: string): string =>
  xmlText(number > 0 ? `${label} ${number} – ${title}` : title);

/** Anchor of a numbered table. */
const tableAnchor = (number: number): string => `tableau-${number}`;

/** A part that scrolls by itself where the screen is narrow: reached by keyboard, and named. */
const frame = (name: string, content: string): string =>
  `<div class="frame" role="group" tabindex="0" aria-label="${name}">${content}</div>`;

function listHtml(block: BlockOf<'list'>): string {
  const tag = block.ordered ? 'ol' : 'ul';
  const items = block.items.map((item) => `<li>${inlines(item)}</li>`).join('\n');
  return `<${tag}${block.small ? ' class="small"' : ''}>\n${items}\n</${tag}>`;
}

function keyFigures({ items }: BlockOf<'figures'>): string {
  const one = ({ label, value, source }: (typeof items)[number]) =>
    `<div><dt>${xmlText(label)}</dt><dd class="value">${xmlText(value)}</dd><dd class="source">${xmlText(source)}</dd></div>`;
  return `<dl class="key-figures">\n${items.map(one).join('\n')}\n</dl>`;
}

function cardsHtml({ items }: BlockOf<'cards'>): string {
  const line = ({ label, text }: { label: string; text: string }) =>
    `<div><dt>${xmlText(label)}</dt><dd>${xmlText(text)}</dd></div>`;
  const one = ({ title, tag, lines }: (typeof items)[number]) =>
    [
      `<li><p class="card-name"><strong>${xmlText(title)}</strong> <span class="tag">${xmlText(tag)}</span></p>`,
      lines.length > 0 ? `<dl>${lines.map(line).join('')}</dl>` : '',
      '</li>',
    ].join('');
  return `<ul class="cards">\n${items.map(one).join('\n')}\n</ul>`;
}

function figureHtml(block: BlockOf<'figure'>, { labels, tableNumbers }: PageContext, hatch: string): string {
  const { figure, number, size } = block;
  const caption = captionText(labels.figure, number, figure.title);
  const table = figure.tableId === undefined ? 0 : (tableNumbers.get(figure.tableId) ?? 0);
  const values =
    table > 0
      ? ` ${xmlText(labels.values)}<a href="#${tableAnchor(table)}">${xmlText(labels.table.toLowerCase())} ${table}</a>.`
      : '';
  // A tenth of the width in rem: a little larger than on paper on screen, its very size in print, where a rem is 10 pt.
  const width = `style="max-width:${Math.round(figure.scene.width) / 10}rem"`;
  return [
    `<figure class="${size}">`,
    frame(caption, `<div class="drawing" ${width}>${sceneToInlineSvg(figure.scene, figure.alt, hatch)}</div>`),
    `<figcaption><strong>${caption}</strong>`,
    `<span class="source">${xmlText(labels.source + figure.source)}${values}</span></figcaption>`,
    '</figure>',
  ].join('\n');
}

const alignments = { text: '', number: 'number', level: 'level' } as const;

function cellHtml(cell: Cell, column: Column | undefined): string {
  const kind = alignments[column?.kind ?? 'text'];
  const isLevel = typeof cell !== 'string';
  const name = isLevel ? `level level-${cell.level ?? 'none'}` : kind;
  const tag = column?.rowHeader ? 'th scope="row"' : 'td';
  const attribute = name ? ` class="${name}"` : '';
  return `<${tag}${attribute}>${isLevel ? levelHtml(cell) : xmlText(cell)}</${tag.slice(0, 2)}>`;
}

/** The digit of the level stands before the words that do not begin with it: never colour alone. */
function levelHtml({ level, text }: Exclude<Cell, string>): string {
  const { digit } = levelStyle(level);
  return `<span>${xmlText(text.startsWith(digit) ? text : `${digit}\u00a0·\u00a0${text}`)}</span>`;
}

function tableHtml(block: BlockOf<'table'>, { labels }: PageContext): string {
  const { columns, rows, number } = block;
  const caption = captionText(labels.table, number, block.title);
  const total = columns.reduce((sum, c) => sum + c.width, 0);
  const widths = columns.map((c) => `<col style="width:${Math.round((c.width * 1000) / total) / 10}%"/>`).join('');
  const head = columns.map((c) => {
    const kind = alignments[c.kind];
    return `<th scope="col"${kind ? ` class="${kind}"` : ''}>${xmlText(c.label)}</th>`;
  });
  const body = rows.map((row) => `<tr>${row.map((cell, i) => cellHtml(cell, columns[i])).join('')}</tr>`);
  const table = [
    `<table style="--columns:${columns.length}"${block.compact ? ' class="compact"' : ''}>`,
    `<caption>${caption}</caption>`,
    `<colgroup>${widths}</colgroup>`,
    `<thead><tr>${head.join('')}</tr></thead>`,
    '<tbody>',
    ...body,
    '</tbody>',
    '</table>',
  ];
  const anchor = number > 0 ? ` id="${tableAnchor(number)}"` : '';
  return [
    `<div class="table"${anchor}>`,
    frame(caption, table.join('\n')),
    `<p class="source">${xmlText(labels.source + block.source)}</p>`,
    '</div>',
  ].join('\n');
}

/** One block of the report as HTML. `place` is unique in the page: "2-1". */
export function blockHtml(block: Block, page: PageContext, place: string): string {
  switch (block.kind) {
    case 'paragraph':
      return `<p>${inlines(block.text)}</p>`;
    case 'notice':
      return `<p class="notice">${inlines(block.text)}</p>`;
    case 'list':
      return listHtml(block);
    case 'figures':
      return keyFigures(block);
    case 'cards':
      return cardsHtml(block);
    case 'figure':
      return figureHtml(block, page, `hatch-${place}`);
    case 'table':
      return tableHtml(block, page);
  }
}
