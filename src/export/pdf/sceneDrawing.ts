import type { PDFDocument, StructElement } from 'pdfkit';
import { noDataStyle, palette } from '../../figures/levels';
import type { Scene, SceneItem } from '../../figures/scene';
import { drawable } from './composer';
import { addContent, drawArtifact } from './tags';

type TextItem = Extract<SceneItem, { kind: 'text' }>;
type Shape = Exclude<SceneItem, TextItem>;

function outline(doc: PDFDocument, item: Shape): void {
  if (item.kind === 'path') doc.path(item.d);
  else if (item.kind === 'circle') doc.circle(item.x, item.y, item.r);
  else if (item.kind === 'line') doc.moveTo(item.x1, item.y1).lineTo(item.x2, item.y2);
  else if (item.radius) doc.roundedRect(item.x, item.y, item.width, item.height, item.radius);
  else doc.rect(item.x, item.y, item.width, item.height);
}

/** Where the hatching is drawn: close around a shape that says where it is, else the whole scene. */
function boundsOf(item: Shape, scene: Scene): { x: number; y: number; width: number; height: number } {
  if (item.kind === 'rect') return item;
  if (item.kind === 'circle') return { x: item.x - item.r, y: item.y - item.r, width: 2 * item.r, height: 2 * item.r };
  return { x: 0, y: 0, width: scene.width, height: scene.height };
}

function hatch(doc: PDFDocument, item: Shape, scene: Scene): void {
  doc.save();
  outline(doc, item);
  doc.clip();
  doc.lineWidth(0.5);
  const box = boundsOf(item, scene);
  // Lines stand on one grid for the whole scene, so that neighbouring cells hatch as one.
  const first = Math.floor((box.x + box.y) / noDataStyle.hatchStep) * noDataStyle.hatchStep;
  for (let sum = first; sum < box.x + box.width + box.y + box.height; sum += noDataStyle.hatchStep) {
    doc.moveTo(sum - box.y, box.y).lineTo(sum - box.y - box.height, box.y + box.height);
  }
  doc.stroke(noDataStyle.hatch);
  doc.restore();
}

/** Hatched cells next to one another, clipped and hatched at once. */
function joinHatched(items: readonly Shape[]): Shape[] {
  const hatched = items.filter((item) => item.pattern === 'hatch' && item.kind === 'path');
  if (hatched.length < 2) return [];
  return [{ kind: 'path', d: hatched.map((item) => (item.kind === 'path' ? item.d : '')).join(''), pattern: 'hatch' }];
}

function drawShape(doc: PDFDocument, item: Shape): void {
  outline(doc, item);
  const opacity = item.opacity ?? 1;
  doc.fillOpacity(opacity).strokeOpacity(opacity);
  doc.lineWidth(item.strokeWidth ?? 0.5).lineJoin('round');
  const [dash, gap] = item.dash ?? [];
  if (dash) doc.lineCap('round').dash(dash, { space: gap ?? dash });
  const fill = item.pattern ? noDataStyle.fill : item.fill;
  if (fill && item.stroke) doc.fillAndStroke(fill, item.stroke);
  else if (fill) doc.fill(fill);
  else doc.stroke(item.stroke ?? palette.ink);
  if (dash) doc.undash().lineCap('butt');
  doc.fillOpacity(1).strokeOpacity(1);
}

function drawShapes(doc: PDFDocument, items: readonly Shape[], scene: Scene): void {
  const joined = joinHatched(items);
  let waiting = joined.length > 0;
  items.forEach((item, i) => {
    const isCell = item.pattern === 'hatch' && item.kind === 'path';
    drawShape(doc, item);
    if (item.pattern && !(isCell && joined.length)) hatch(doc, item, scene);
    const next = items[i + 1];
    if (waiting && isCell && !(next?.pattern && next.kind === 'path')) {
      for (const all of joined) hatch(doc, all, scene);
      waiting = false;
    }
  });
}

function drawText(doc: PDFDocument, item: TextItem, halo: boolean): void {
  const text = drawable(item.text);
  doc.font(item.weight === 600 ? 'semibold' : 'regular').fontSize(item.size);
  const width = doc.widthOfString(text);
  let x = item.x;
  if (item.anchor === 'middle') x -= width / 2;
  if (item.anchor === 'end') x -= width;
  if (halo) {
    doc
      .lineWidth(2)
      .lineJoin('round')
      .strokeColor(item.halo ?? palette.page);
    doc.text(text, x, item.y, { lineBreak: false, baseline: 'alphabetic', stroke: true, fill: false });
  } else {
    doc.fillColor(item.color);
    // The space keeps neighbouring labels apart when text is extracted.
    doc.text(`${text} `, x, item.y, { lineBreak: false, baseline: 'alphabetic' });
  }
}

/** Items cut into stretches of shapes, plain texts and haloed texts, in drawing order. */
function stretches(items: readonly SceneItem[]): { kind: 'shapes' | 'text' | 'halo'; items: SceneItem[] }[] {
  const out: { kind: 'shapes' | 'text' | 'halo'; items: SceneItem[] }[] = [];
  for (const item of items) {
    const plain = item.kind === 'text' && item.halo === undefined ? 'text' : 'halo';
    const kind = item.kind === 'text' ? plain : 'shapes';
    const last = out.at(-1);
    if (last?.kind === kind) last.items.push(item);
    else out.push({ kind, items: [item] });
  }
  return out;
}

/**
 * Draws a scene at (x, y), `scale` times its size, as content of a Figure element. Halos are artifacts: a label is
 * read, searched and copied once.
 */
export function drawScene(
  doc: PDFDocument,
  figure: StructElement,
  scene: Scene,
  at: { x: number; y: number; scale: number },
): void {
  const placed = (draw: () => void) => () => {
    doc.save();
    doc.translate(at.x, at.y).scale(at.scale);
    draw();
    doc.restore();
  };
  for (const stretch of stretches(scene.items)) {
    if (stretch.kind === 'shapes') {
      addContent(
        figure,
        placed(() => drawShapes(doc, stretch.items as Shape[], scene)),
      );
      continue;
    }
    const texts = stretch.items as TextItem[];
    if (stretch.kind === 'halo')
      drawArtifact(
        doc,
        placed(() => {
          for (const t of texts) drawText(doc, t, true);
        }),
      );
    addContent(
      figure,
      placed(() => {
        for (const t of texts) drawText(doc, t, false);
      }),
    );
  }
}
