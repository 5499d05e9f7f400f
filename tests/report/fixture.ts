import { readFileSync } from 'node:fs';
import { analyse } from '../../src/analysis/analyse';
import type { Diagnosis } from '../../src/document/diagnosis';
import type { FontBytes } from '../../src/export/pdf/document';
import type { ReportInput } from '../../src/report/input';
import type { Block, Report } from '../../src/report/report';
import { buildTerritory } from '../../src/territory/territory';
import { fr } from '../../src/text/fr';
import { actor, diagnosisOf, scheme, site, tie } from '../analysis/fixture';
import { smallFile } from '../territory/fixture';

/**
 * The small territory (four communes) with names that are hard on paper: ligature, hyphens, straight apostrophe,
 * ampersand; one protected place, one deduced service, one actor alone, one tie deduced by its source.
 */
export const smallDiagnosis: Diagnosis = {
  ...diagnosisOf({
    actors: [
      actor('a-1', {
        name: "L'Œuvre de Saint-Sébastien-sur-Loire",
        kind: 'mission-locale',
        origin: 'Annuaire',
        originYear: 2016,
      }),
      actor('a-2', { name: 'Foyer & Cie', kind: 'mecs', acronym: 'FC' }),
      actor('a-3', { name: 'Association isolée', kind: 'association' }),
      actor('a-4', { name: 'Service caché', kind: 'habitat-jeunes' }),
    ],
    sites: [
      site('1', -1.9, '44001', { communeName: 'Alpha' }),
      site('2', -1.6, '44004', { communeName: 'Delta', address: '12 rue Secrète', precision: 'adresse' }),
    ],
    schemes: [
      scheme('1', ['emploi'], { name: "Point d'accueil", ageMin: 16, ageMax: 25, toVerify: ['service'], needs: ['emploi'] }),
      scheme('2', ['logement'], { name: 'Hébergement « Delta »', places: 3500, needs: ['logement'] }),
    ],
    partnerships: [tie('a-1', 'a-2', { year: 2016 }), tie('a-2', 'a-4', { nature: 'cofinancement', year: 2018 })],
  }),
  files: [{ name: 'acteurs & lieux.csv', format: 'csv', importedOn: '2026-11-22', read: 9, kept: 6, merged: 2, refused: 1 }],
};

const territory = buildTerritory(smallFile);

/** What the report of a diagnosis of the small territory is made from, on a fixed date. */
export const inputOf = (diagnosis: Diagnosis = smallDiagnosis, more: Partial<ReportInput> = {}): ReportInput => ({
  diagnosis,
  analysis: analyse(diagnosis, territory),
  territory,
  text: fr,
  date: '2026-11-22',
  ...more,
});

const bytes = (name: string): Uint8Array => new Uint8Array(readFileSync(`data/fonts/${name}.ttf`));
export const fonts: FontBytes = { regular: bytes('regular'), semibold: bytes('semibold'), italic: bytes('italic') };

function blockTexts(block: Block): string[] {
  const plain = (text: Extract<Block, { kind: 'paragraph' }>['text']) =>
    text.map((t) => (typeof t === 'string' ? t : t.text)).join('');
  switch (block.kind) {
    case 'list':
      return block.items.map(plain);
    case 'figures':
      return block.items.flatMap((i) => [i.label, i.value, i.source]);
    case 'figure': {
      const drawn = block.figure.scene.items.flatMap((i) => (i.kind === 'text' ? [i.text] : []));
      return [block.figure.title, block.figure.alt, block.figure.source, ...drawn];
    }
    case 'table':
      return [
        block.title,
        block.source,
        ...block.columns.map((c) => c.label),
        ...block.rows.flat().map((c) => (typeof c === 'string' ? c : c.text)),
      ];
    case 'cards':
      return block.items.flatMap((c) => [c.title, c.tag, ...c.lines.flatMap((l) => [l.label, l.text])]);
    default:
      return [plain(block.text)];
  }
}

/** Every word that a report prints. */
export const allTexts = (report: Report): string[] => [
  report.meta.title,
  report.meta.subtitle,
  report.meta.author,
  report.meta.notice ?? '',
  ...[...report.cover, ...report.sections.flatMap((s) => s.blocks)].flatMap(blockTexts),
  ...report.sections.map((s) => s.title),
];

/** The blocks of one kind, in order. */
export const blocksOf = <K extends Block['kind']>(report: Report, kind: K): Extract<Block, { kind: K }>[] =>
  report.sections.flatMap((s) => s.blocks).filter((b): b is Extract<Block, { kind: K }> => b.kind === kind);
