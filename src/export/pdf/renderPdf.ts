/*
 * For the worker's bundle (Vite 8): nothing to configure. pdfkit 0.20.2 has a browser build of its own (the "default"
 * condition of its exports: js/pdfkit.browser.mjs), which needs neither Buffer, stream nor zlib; Node takes the "node"
 * condition. Import this module lazily in the worker (`await import('../export/pdf/renderPdf')`) and hand it the bytes
 * of data/fonts/{regular,semibold,italic}.ttf (`?url` + fetch of the same origin).
 */
import type { PDFDocument } from 'pdfkit';
import { toBytes } from 'pdfkit/output';
import { lintReport } from '../../report/lint';
import type { Block, Report, Section } from '../../report/report';
import { formatDate } from '../../text/format';
import { addBlock, sectionStart } from './blocks';
import { addChrome } from './chrome';
import { createComposer } from './composer';
import type { FontBytes } from './document';
import { createDocument } from './document';
import { addFiche } from './fiche';
import type { Flow, TocEntry } from './flow';
import { columnWidth, newPage } from './flow';
import { addContents, addCover } from './frontMatter';
import type { Bookmarks } from './headings';
import { addHeading } from './headings';
import { addElement } from './tags';
import { sheet } from './theme';

function createFlow(doc: PDFDocument, report: Report): Flow {
  const root = doc.struct('Document');
  doc.addStructure(root);
  return {
    doc,
    composer: createComposer(doc),
    labels: report.meta.labels,
    parent: root,
    x: sheet.left,
    width: columnWidth,
    y: sheet.top,
    entries: [],
  };
}

function addSections(flow: Flow, sections: readonly Section[]): void {
  const { doc } = flow;
  const root = flow.parent;
  const bookmarks: Bookmarks = new Map();
  sections.forEach((section, i) => {
    if (section.level === 1) {
      if (flow.parent !== root) flow.parent.end();
      flow.parent = addElement(doc, root, 'Sect', { title: section.title });
    }
    if (section.newPage || i === 0) newPage(flow);
    addHeading(flow, section.title, section.level, sectionStart(flow, section.blocks), bookmarks);
    section.blocks.forEach((block: Block) => {
      addBlock(flow, block);
    });
  });
  if (flow.parent !== root) flow.parent.end();
  flow.parent = root;
}

/** One pass; the first one is run to learn the page of each heading. */
async function renderPass(report: Report, fonts: FontBytes, entries: readonly TocEntry[]) {
  const doc = createDocument(report.meta, fonts);
  const bytes = toBytes(doc);
  const flow = createFlow(doc, report);
  const root = flow.parent;
  if (report.meta.format === 'fiche') addFiche(flow, report);
  else {
    addCover(flow, report);
    addContents(flow, entries);
    addSections(flow, report.sections);
  }
  addChrome(flow, report, formatDate(report.meta.date, report.meta.lang === 'fr-FR' ? 'fr' : 'en'));
  root.end();
  doc.end();
  return { bytes: await bytes, entries: flow.entries };
}

/**
 * The report as a tagged PDF (selectable text, vector figures, embedded fonts). The same report and fonts give the
 * same bytes. Runs in a worker and in Node.
 */
export async function renderPdf(report: Report, fonts: FontBytes): Promise<Uint8Array> {
  const checked = lintReport(report);
  // Our own sections are at fault, never the user's data: there is nothing to show but the place.
  if (!checked.ok) throw new Error(checked.fault.map(({ code, place }) => `${code} (${place})`).join(', '));
  if (report.meta.format === 'fiche') return (await renderPass(report, fonts, [])).bytes;
  const blank = report.sections.map((s, i) => ({ title: s.title, level: s.level, destination: `s${i}`, page: 0 }));
  const first = await renderPass(report, fonts, blank);
  return (await renderPass(report, fonts, first.entries)).bytes;
}
