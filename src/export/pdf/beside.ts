import type { Block } from '../../report/report';
import { addBlock, figureHeight, listStyle } from './blocks';
import { bottomEdge, type Flow } from './flow';
import type { TextStyle } from './theme';
import { styles } from './theme';

type BlockOf<K extends Block['kind']> = Extract<Block, { kind: K }>;

/** Of the column: what the figure takes, and the white between it and the words. */
const figureShare = 0.6;
const gap = 18;

interface Beside {
  /** The figure and the words around it, before any table. */
  readonly run: readonly Block[];
  readonly left: number;
  readonly right: number;
  /** The higher of the two. */
  readonly height: number;
}

const isWords = (block: Block): boolean => block.kind === 'paragraph' || block.kind === 'list';

/** Height of a paragraph or a list in a column. */
function wordsHeight(flow: Flow, block: BlockOf<'paragraph' | 'list'>, width: number): number {
  const rows = (text: BlockOf<'paragraph'>['text'], { font, size }: TextStyle, room: number) =>
    flow.composer.lines(text, font, size, room).length;
  if (block.kind === 'paragraph') return rows(block.text, styles.body, width) * styles.body.lineHeight + styles.body.after;
  const style = listStyle(flow, block);
  return block.items.reduce((sum, item) => sum + rows(item, style, width - 18) * style.lineHeight + style.after, 4);
}

/** Caption and source of a figure; a heading above it. */
const around = 56;
const heading = 42;
/** Height of the drawing under a heading at the top of a page. */
const roomOf = (flow: Flow): number => bottomEdge(flow) - flow.sheet.top - heading - around;

/** How a figure stands beside its words on a lying page; null: it does not, or they do not fit on one page. */
export function besideOf(flow: Flow, blocks: readonly Block[]): Beside | null {
  if (flow.sheet.width < flow.sheet.height) return null;
  const end = blocks.findIndex((b) => !isWords(b) && b.kind !== 'figure');
  const run = end < 0 ? blocks : blocks.slice(0, end);
  const [figure, ...others] = run.filter((b): b is BlockOf<'figure'> => b.kind === 'figure');
  if (!figure || others.length > 0) return null;
  const left = flow.width * figureShare;
  const right = flow.width - left - gap;
  const words = run.filter((b): b is BlockOf<'paragraph' | 'list'> => isWords(b));
  const text = words.reduce((sum, b) => sum + wordsHeight(flow, b, right), 0);
  const height = Math.max(text, figureHeight({ ...flow, width: left, figureRoom: roomOf(flow) }, figure));
  return height <= roomOf(flow) + around ? { run, left, right, height } : null;
}

/** Draws them; how many blocks that was. In the order of reading, which the drawing follows. */
export function addBeside(flow: Flow, blocks: readonly Block[]): number {
  const beside = besideOf(flow, blocks);
  if (!beside || flow.y + beside.height > bottomEdge(flow)) return 0;
  const { x, width, y: top } = flow;
  let [figureEnd, wordsEnd] = [top, top];
  for (const block of beside.run) {
    if (block.kind === 'figure') {
      Object.assign(flow, { x, width: beside.left, y: top, figureRoom: roomOf(flow) });
      addBlock(flow, block);
      delete flow.figureRoom;
      figureEnd = flow.y;
    } else {
      Object.assign(flow, { x: x + beside.left + gap, width: beside.right, y: wordsEnd });
      addBlock(flow, block);
      wordsEnd = flow.y;
    }
  }
  Object.assign(flow, { x, width, y: Math.max(figureEnd, wordsEnd) });
  return beside.run.length;
}
