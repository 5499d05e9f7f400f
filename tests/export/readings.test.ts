import { execFileSync, spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { largeDiagnosis } from '../../scripts/bench/largeDiagnosis';
import { loadTerritory } from '../../scripts/cli/data';
import { analyse } from '../../src/analysis/analyse';
import { readingIds } from '../../src/document/reportNotes';
import { renderPdf } from '../../src/export/pdf/renderPdf';
import { buildReport } from '../../src/report/buildReport';
import type { ReportInput } from '../../src/report/input';
import { fr } from '../../src/text/fr';
import { demonstrationInput } from '../report/demonstration';
import { fonts, inputOf } from '../report/fixture';
import { checkPdf, readPages } from './pdfReading';
import { readingOrder } from './readingOrder';

const has = (tool: string): boolean => spawnSync(tool, ['--version']).error === undefined;
const checker = resolve('../shared/tools/ua-check.mjs');
const folder = mkdtempSync(join(tmpdir(), 'maillage-lectures-'));
// The tool finds its libraries beside itself: a copy is run from where ours are, and taken away.
const toolFolder = resolve('node_modules/.ua-check');
const tool = join(toolFolder, 'ua-check.mjs');
beforeAll(() => {
  if (!existsSync(checker)) return;
  mkdirSync(toolFolder, { recursive: true });
  copyFileSync(checker, tool);
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
  rmSync(toolFolder, { recursive: true, force: true });
});

const said = (command: string, args: readonly string[]): string =>
  execFileSync(command, [...args], { encoding: 'utf8', maxBuffer: 1 << 28 });
/** pdftotext writes every kind of space as one. */
const plain = (text: string): string => text.replace(/[\s\u00a0\u202f]+/g, ' ');

type Check = (path: string, hard: readonly string[]) => readonly string[];

/** What each program finds wrong with a PDF. */
const checks: Readonly<Record<string, Check>> = {
  qpdf: (path) => (/No syntax or stream encoding errors found/.test(said('qpdf', ['--check', path])) ? [] : ['qpdf']),
  pdffonts: (path) =>
    said('pdffonts', [path])
      .split('\n')
      .slice(2)
      .filter((line) => line !== '' && !/ yes yes yes\s+\d+\s+\d+$/.test(line)),
  pdfimages: (path) => said('pdfimages', ['-list', path]).split('\n').slice(2).filter(Boolean),
  pdftotext: (path, hard) => {
    const text = plain(said('pdftotext', [path, '-']));
    return hard.filter((words) => !text.includes(plain(words)));
  },
};

/** What other programs say of a PDF; those that are not installed here are left out, and named below. */
function faultsOf(path: string, hard: readonly string[]): string[] {
  const faults = Object.entries(checks).flatMap(([command, check]) =>
    has(command) ? check(path, hard).map((fault) => `${command} : ${fault}`) : [],
  );
  if (!existsSync(checker)) return faults;
  const { stdout, stderr } = spawnSync(process.execPath, [tool, path], { encoding: 'utf8', maxBuffer: 1 << 28 });
  return /(\d+)\/\1 ok/.test(stdout) ? faults : [...faults, stdout + stderr];
}

async function pdfOf(input: ReportInput, name: string): Promise<{ path: string; bytes: Uint8Array }> {
  const bytes = await renderPdf(buildReport(input), fonts);
  const path = join(folder, `${name}.pdf`);
  writeFileSync(path, bytes);
  return { path, bytes };
}

const missing = Object.keys(checks).filter((command) => !has(command));
if (missing.length > 0 || !existsSync(checker))
  console.warn(
    `PDF des lectures : contrôles laissés de côté ici : ${[...missing, ...(existsSync(checker) ? [] : ['ua-check'])].join(', ')}`,
  );

describe('every reading of the demonstration, in PDF', () => {
  let input: ReportInput;
  beforeAll(async () => {
    input = await demonstrationInput();
  });
  // Hyphens, ligatures, apostrophes, minus signs and no-break spaces, where each reading has them.
  test.each([
    ['commission', ['cœur', 'Saint-Nazaire', '−0,05', '50\u202f250', 'Presqu’île']],
    ['collectivite', ['Saint-Étienne-de-Montluc', 'Presqu’île', 'population générale']],
    ['fondation', ['Saint-Hilaire-de-Chaléons', '2\u202f426\u202f691']],
    ['reseau', ['mentorat', 'Presqu’île', '−0,05']],
    ['public', ['Qui peut m’aider', 'Être épaulé', 'Saint-Nazaire']],
  ] as const)('%s', async (reading, hard) => {
    const { path, bytes } = await pdfOf({ ...input, options: { reading } }, reading);
    expect(await checkPdf(bytes)).toEqual([]);
    expect(faultsOf(path, hard)).toEqual([]);
  });
  test.each(
    (['commission', 'fondation'] as const).flatMap((reading) => [
      { reading, sheet: 'upright' },
      { reading, sheet: 'lying' },
    ]),
  )('the summary of $reading is one page, $sheet', async ({ reading, sheet }) => {
    const readings = sheet === 'lying' ? [{ reading, landscape: true as const }] : [];
    const diagnosis = { ...input.diagnosis, readings };
    const pages = await readPages(await renderPdf(buildReport({ ...input, diagnosis, options: { reading } }), fonts));
    const first = pages.findIndex((page) => page.headings[0] === 'Synthèse');
    expect(pages[first]!.headings).toEqual(['Synthèse', 'Les besoins qui touchent le plus de jeunes', 'Les partenariats']);
    // The last words of it are there too: the next page begins something else.
    expect(pages[first]!.text).toContain('sont comptés à part');
    expect(pages[first + 1]!.headings).not.toEqual([]);
    expect(pages[first + 1]!.lines[0]).toBe(pages[first + 1]!.headings[0]);
  });
  test('lying, and about one unit', async () => {
    const { diagnosis } = input;
    const lying = { ...diagnosis, readings: [{ reading: 'collectivite' as const, landscape: true as const }] };
    const { path, bytes } = await pdfOf(
      { ...input, diagnosis: lying, options: { reading: 'collectivite', unitCode: '244400404' } },
      'couche',
    );
    expect(await checkPdf(bytes)).toEqual([]);
    expect(faultsOf(path, ['Nantes Métropole'])).toEqual([]);
  });
});

test('ligatures, signs and spaces of the small diagnosis come out of every reading that names them', async () => {
  const { path } = await pdfOf(inputOf(), 'petit');
  expect(faultsOf(path, ['L’Œuvre de Saint-Sébastien-sur-Loire', 'Foyer & Cie', '3\u202f500 places', '« Delta »'])).toEqual([]);
});

describe('the order in which a screen reader says it', () => {
  test.each(readingIds)('%s, as it was reviewed', async (reading) => {
    const bytes = await renderPdf(buildReport(inputOf(undefined, { options: { reading } })), fonts);
    await expect(`${(await readingOrder(bytes)).join('\n')}\n`).toMatchFileSnapshot(`golden/lecture-${reading}.txt`);
  });
});

describe('5 000 actors in the département with most communes', () => {
  const territory = loadTerritory('62');
  const diagnosis = largeDiagnosis('62');
  const input: ReportInput = { diagnosis, analysis: analyse(diagnosis, territory), territory, text: fr, date: '2026-11-22' };
  test.each(readingIds)(
    '%s',
    async (reading) => {
      const { path, bytes } = await pdfOf({ ...input, options: { reading } }, `grand-${reading}`);
      expect(await checkPdf(bytes)).toEqual([]);
      expect(faultsOf(path, ['Association d’entraide n° '])).toEqual([]);
    },
    180_000,
  );
});
