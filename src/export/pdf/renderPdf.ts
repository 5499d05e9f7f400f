/*
 * For the worker's bundle (Vite 8): nothing to configure. pdfkit 0.20.2 has a browser build of its own (the "default"
 * condition of its exports: js/pdfkit.browser.mjs), which needs neither Buffer, stream nor zlib; Node takes the "node"
 * condition. Import this module lazily in the worker (`await import('../export/pdf/renderPdf')`) and hand it the bytes
 * of data/fonts/{regular,semibold,italic}.ttf (`?url` + fetch of the same origin).
 */
import type { PDFDocument } from 'pdfkit';
import { toBytes } from 'pdfkit/output';
import { lintReport } from '../../report/lint';
import type { Report, Section } from '../../report/report';
import { formatDate } from '../../text/format';
import { addBeside, besideOf } from './beside';
import { addBlock, sectionStart } from './blocks';
import { addChrome } from './chrome';
import { createComposer } from './composer';
import type { FontBytes } from './document';
import { createDocument } from './document';
import { addFiche } from './fiche';
import type { Flow, TocEntry } from './flow';
import { bottomEdge, columnWidth, newPage } from './flow';
import { addContents, addCover } from './frontMatter';
import type { Bookmarks } from './headings';
import { addHeading, headingHeight } from './headings';
import { addElement } from './tags';
import { sheets } from './theme';

function createFlow(doc: PDFDocument, report: Report): Flow {
  const root = doc.struct('Document');
  doc.addStructure(root);
  const sheet = sheets[report.meta.sheet ?? 'a4'];
  return {
    doc,
    sheet,
    composer: createComposer(doc),
    labels: report.meta.labels,
    parent: root,
    x: sheet.left,
    width: columnWidth({ sheet }),
    y: sheet.top,
    entries: [],
  };
}

/** Height that must stand under a heading: the start of its first block, or, where it has none, the next heading with its own. */
function startOf(flow: Flow, [section, next, ...rest]: readonly Section[]): number {
  if (!section || section.blocks.length > 0 || !next || next.newPage)
    return besideOf(flow, section?.blocks ?? [])?.height ?? sectionStart(flow, section?.blocks ?? []);
  return headingHeight(flow, next) + startOf(flow, [next, ...rest]);
}

/** A few lines are not left alone on a page for what could stand anywhere; a figure keeps a page of its own. */
function goesOn(flow: Flow, { blocks }: Section): boolean {
  const used = (flow.y - flow.sheet.top) / (bottomEdge(flow) - flow.sheet.top);
  return used < 0.25 && blocks.every((block) => block.kind !== 'figure');
}

/** Asked between two sections, with the share of the work that is done: whether to give up. */
export type IsStopped = (share: number) => Promise<boolean>;

/** False: it was stopped. */
async function addSections(flow: Flow, sections: readonly Section[], isStopped: IsStopped): Promise<boolean> {
  const { doc } = flow;
  const root = flow.parent;
  const bookmarks: Bookmarks = new Map();
  for (const [i, section] of sections.entries()) {
    if (await isStopped(i / sections.length)) return false;
    if (section.level === 1) {
      if (flow.parent !== root) flow.parent.end();
      flow.parent = addElement(doc, root, 'Sect', { title: section.title });
    }
    if (i === 0 || (section.newPage && !goesOn(flow, section))) newPage(flow);
    addHeading(flow, section.title, section.level, startOf(flow, sections.slice(i)), bookmarks);
    const left = section.blocks.slice(addBeside(flow, section.blocks));
    for (const [k, block] of left.entries()) addBlock(flow, block, left[k + 1]);
  }
  if (flow.parent !== root) flow.parent.end();
  flow.parent = root;
  return true;
}

/** One pass; the first one is run to learn the page of each heading. Null: it was stopped. */
async function renderPass(report: Report, fonts: FontBytes, entries: readonly TocEntry[], isStopped: IsStopped) {
  const doc = createDocument(report.meta, fonts);
  const bytes = toBytes(doc);
  const flow = createFlow(doc, report);
  const root = flow.parent;
  if (report.meta.format === 'fiche') addFiche(flow, report);
  else {
    addCover(flow, report);
    addContents(flow, entries);
    if (!(await addSections(flow, report.sections, isStopped))) return null;
  }
  addChrome(flow, report, formatDate(report.meta.date, report.meta.lang === 'fr-FR' ? 'fr' : 'en'));
  root.end();
  doc.end();
  return { bytes: await bytes, entries: flow.entries };
}

/**
 * The report as a tagged PDF (selectable text, vector figures, embedded fonts). The same report and fonts give the
 * same bytes. Runs in a worker and in Node. Null: it was stopped.
 */
export async function renderPdfUnless(report: Report, fonts: FontBytes, isStopped: IsStopped): Promise<Uint8Array | null> {
  const checked = lintReport(report);
  // Our own sections are at fault, never the user's data: there is nothing to show but the place.
  if (!checked.ok) throw new Error(checked.fault.map(({ code, place }) => `${code} (${place})`).join(', '));
  const half =
    (from: number): IsStopped =>
    (share) =>
      isStopped(from + share / 2);
  if (report.meta.format === 'fiche') return (await renderPass(report, fonts, [], isStopped))?.bytes ?? null;
  const blank = report.sections.map((s, i) => ({ title: s.title, level: s.level, destination: `s${i}`, page: 0 }));
  const first = await renderPass(report, fonts, blank, half(0));
  return first && ((await renderPass(report, fonts, first.entries, half(0.5)))?.bytes ?? null);
}

/** The same, from beginning to end. */
export async function renderPdf(report: Report, fonts: FontBytes): Promise<Uint8Array> {
  return (await renderPdfUnless(report, fonts, async () => false))!;
}
