import { lintReport } from '../../report/lint';
import type { Report, Section } from '../../report/report';
import { dateOf } from '../reportWords';
import type { FontFace } from '../svg';
import { xmlText } from '../xmlText';
import { blockHtml, type PageContext } from './blocks';
import { styleSheet } from './styles';

/** The page asks nothing of anybody: what it shows is inside. */
const policy =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; base-uri 'none'; form-action 'none'";

/** Anchors of the sections, in order: their ids with nothing but letters, digits and hyphens, each once. */
function anchorsOf(sections: readonly Section[]): string[] {
  const taken = new Set<string>();
  return sections.map(({ id }, i) => {
    const plain = `section-${id.replace(/[^\p{L}\p{N}-]+/gu, '-')}`;
    const anchor = taken.has(plain) ? `${plain}-${i + 1}` : plain;
    taken.add(anchor);
    return anchor;
  });
}

/** Links to the sections, those of a lower level under the one they belong to. */
function contentsHtml({ sections, meta }: Report, anchors: readonly string[]): string {
  const parts: string[] = [];
  let depth = 0;
  sections.forEach(({ level, title }, i) => {
    if (level > depth) parts.push('<ol>\n'.repeat(level - depth));
    else parts.push('</li>\n', '</ol>\n</li>\n'.repeat(depth - level));
    depth = level;
    parts.push(`<li><a href="#${anchors[i]}">${xmlText(title)}</a>`);
  });
  parts.push('</li>\n</ol>\n'.repeat(depth));
  const name = xmlText(meta.labels.contents);
  return `<nav class="contents" aria-label="${name}">\n<p aria-hidden="true">${name}</p>\n${parts.join('')}</nav>`;
}

function sectionHtml(section: Section, anchor: string, page: PageContext, place: number): string {
  const { level, title, newPage, blocks } = section;
  const heading = `h${level + 1}`;
  const name = level === 1 && newPage ? `depth-${level} new-page` : `depth-${level}`;
  return [
    `<section id="${anchor}" class="${name}">`,
    `<${heading}>${xmlText(title)}</${heading}>`,
    ...blocks.map((block, i) => blockHtml(block, page, `${place}-${i}`)),
    '</section>',
  ].join('\n');
}

function coverHtml({ meta, cover }: Report, date: string, page: PageContext): string {
  return [
    '<div class="cover">',
    `<h1>${xmlText(meta.title)}</h1>`,
    `<p class="subtitle">${xmlText(meta.subtitle)}</p>`,
    `<p class="meta">${xmlText(`${meta.author} · ${date}`)}</p>`,
    ...cover.map((block, i) => blockHtml(block, page, `cover-${i}`)),
    '</div>',
  ].join('\n');
}

function headHtml(report: Report, face: FontFace): string {
  const { meta } = report;
  return [
    '<head>',
    '<meta charset="utf-8"/>',
    `<meta http-equiv="Content-Security-Policy" content="${policy}"/>`,
    '<meta name="viewport" content="width=device-width, initial-scale=1"/>',
    `<meta name="author" content="${xmlText(meta.author)}"/>`,
    `<title>${xmlText(`${meta.title} – ${meta.subtitle}`)}</title>`,
    `<style>\n${styleSheet(report, face)}\n</style>`,
    '</head>',
  ].join('\n');
}

/**
 * The report as one accessible HTML file that holds everything: for the screen, for print, for who cannot use the PDF.
 * No script, no request. The same report gives the same text; one that must not be printed is refused. Well-formed XML too.
 */
export function renderHtml(report: Report, face: FontFace): string {
  const checked = lintReport(report);
  if (!checked.ok) throw new Error(checked.fault.map(({ code, place }) => `${code} (${place})`).join(', '));
  const { meta, sections } = report;
  const date = dateOf(meta);
  const tables = sections.flatMap((s) => s.blocks).filter((b) => b.kind === 'table');
  const page: PageContext = { labels: meta.labels, tableNumbers: new Map(tables.map((t) => [t.id, t.number])) };
  const anchors = anchorsOf(sections);
  const hasContents = sections.length > 1 && meta.format !== 'fiche';
  return [
    '<!DOCTYPE html>',
    `<html lang="${meta.lang}">`,
    headHtml(report, face),
    '<body>',
    `<a class="skip" href="#texte">${xmlText(meta.labels.skip)}</a>`,
    meta.notice ? `<header class="banner"><p>${xmlText(meta.notice)}</p></header>` : '',
    `<main class="${hasContents ? 'sheet with-contents' : 'sheet'}">`,
    coverHtml(report, date, page),
    hasContents ? contentsHtml(report, anchors) : '',
    '<div class="text" id="texte" tabindex="-1">',
    ...sections.map((section, i) => sectionHtml(section, anchors[i]!, page, i)),
    '</div>',
    '</main>',
    `<footer>${xmlText(`${meta.subtitle} · ${meta.author} · ${date}`)}</footer>`,
    '</body>',
    '</html>',
    '',
  ]
    .filter((line, i, all) => line !== '' || i === all.length - 1)
    .join('\n');
}
