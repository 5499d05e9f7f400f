import { utils, write } from '@e965/xlsx';
import fc from 'fast-check';
import { gzipSync, strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import type { ImportDraft } from '../../src/import/import';
import { prepare } from '../../src/import/prepare';
import { csvCell, csvText as toCsv } from '../../src/model/csv';
import { parseNumber } from '../../src/model/values';
import { importFr } from '../../src/text/fr/import';
import { file, importAll, importOne } from './fixture';

type Rows = readonly (readonly string[])[];

/** Byte of each character that Windows-1252 has, told by the platform's own decoder. */
const cp1252 = new Map(
  [...new TextDecoder('windows-1252').decode(Uint8Array.from({ length: 256 }, (_, i) => i))].map((c, i) => [c, i]),
);

const encoders = {
  'utf-8': (text: string) => strToU8(text),
  'utf-8 with BOM': (text: string) => strToU8(`\ufeff${text}`),
  'utf-16le': (text: string) => new Uint8Array(Buffer.from(`\ufeff${text}`, 'utf16le')),
  'windows-1252': (text: string) => Uint8Array.from([...text].map((c) => cp1252.get(c) ?? 63)),
} as const;
type EncodingName = keyof typeof encoders;

/** What is written between quotes: what must be, or everything. */
const writeTable = (rows: Rows, delimiter: string, newline: string, quoteAll: boolean) =>
  rows
    .map((r) =>
      r
        .map((c) => (quoteAll || c.includes(delimiter) || /["\r\n]|^\s|\s$/.test(c) ? `"${c.replaceAll('"', '""')}"` : c))
        .join(delimiter),
    )
    .join(newline);

/** The table of one text file as it was read: header and cells. */
function readBack(bytes: Uint8Array): { header: readonly string[]; rows: Rows; delimiter: string | null } | null {
  const [prepared] = prepare({ kind: 'bytes', ...file('essai.csv', bytes) }, {});
  const table = prepared!.table;
  return table && { header: table.header, rows: table.rows.map((r) => r.cells), delimiter: table.delimiter };
}

const latin = 'abcdeéèàçùôîÉÀ0123456789 .,;|\t"\'-_/()&°'.split('');
const letters = fc.constantFrom(...'abcdeéèçÉœ€—0123456789'.split(''));
const textCell = fc.array(
  fc.oneof({ weight: 6, arbitrary: letters }, fc.constantFrom(...latin, '\n'), {
    weight: 1,
    arbitrary: fc.constantFrom('ğ', '中', '🏠'),
  }),
  { maxLength: 8 },
);
// An apostrophe before a sign is what our own exports add: tested apart.
const cell = textCell.map((parts) => parts.join('')).filter((c) => !/^'+[=+\-@\t\r]/.test(c));
const filled = cell.filter((c) => c.trim() !== '');
const table = fc.integer({ min: 3, max: 6 }).chain((width) =>
  fc.record({
    header: fc.constant([...Array(width).keys()].map((i) => ['nom', 'libellé', 'Œuvre n°', 'ville', 'zone', 'x y'][i]!)),
    // Two cells filled at least: a row of one cell would be a title.
    rows: fc.array(
      fc.tuple(filled, filled, ...Array.from({ length: width - 2 }, () => cell)).map((r) => r as readonly string[]),
      { minLength: 1, maxLength: 12 },
    ),
  }),
);

describe('what is written is read back', () => {
  test('any table, whatever the delimiter, encoding, line ending, quoting, with title rows above or not', () => {
    fc.assert(
      fc.property(
        table,
        fc.constantFrom(';', ',', '\t', '|'),
        fc.constantFrom<EncodingName>(...(Object.keys(encoders) as EncodingName[])),
        fc.constantFrom('\n', '\r\n'),
        fc.boolean(),
        fc.constantFrom<Rows>([], [['Annuaire 2026']], [['[Annuaire] des lieux'], [''], ['Mis à jour en mars']]),
        ({ header, rows }, delimiter, encoding, newline, quoteAll, titles) => {
          const text = writeTable([...titles, header, ...rows], delimiter, newline, quoteAll);
          fc.pre(encoding !== 'windows-1252' || [...text].every((c) => cp1252.has(c)));
          expect(readBack(encoders[encoding](text))).toEqual({ header, rows, delimiter });
        },
      ),
      { numRuns: 1500 },
    );
  });
  test('our own exports, with formulas neutralised, BOM and semicolons', () => {
    const risky = fc.oneof(
      cell,
      fc.tuple(fc.constantFrom('=', '+', '-', '@', "'=", "''+", "'", '\t'), cell).map(([sign, c]) => sign + c),
    );
    const rows = fc.array(fc.tuple(filled, filled, risky), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(rows, (body) => {
        const header = ['nom', 'ville', 'note'];
        expect(readBack(strToU8(toCsv([header, ...body])))).toEqual({ header, rows: body, delimiter: ';' });
        const lines = [header, ...body].map((r) => r.map((c) => csvCell(c, ',')).join(','));
        expect(readBack(strToU8(`${lines.join('\r\n')}\r\n`))).toEqual({ header, rows: body, delimiter: ',' });
      }),
      { numRuns: 500 },
    );
  });
});

describe('numbers in any style', () => {
  const styles = [
    ['', '.'],
    ['', ','],
    [' ', ','],
    ['\u00a0', ','],
    ['\u202f', ','],
    [' ', '.'],
    ['\u202f', '.'],
    ['.', ','],
    [',', '.'],
  ] as const;
  const write = (units: number, decimals: string, [group, mark]: readonly [string, string]) =>
    `${String(Math.abs(units)).replace(/\B(?=(\d{3})+$)/g, group)}${decimals === '' ? '' : mark + decimals}`;
  const decimals = fc.array(fc.integer({ min: 0, max: 9 }), { maxLength: 6 }).map((d) => d.join(''));
  test('parse to the same number', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 2_000_000_000 }),
        decimals,
        fc.constantFrom(...styles),
        fc.constantFrom('', '-', '+', '\u2212'),
        fc.constantFrom('', ' €', '\u00a0%'),
        (units, tail, style, sign, unit) => {
          // One group and no decimals, "1,234" or "1.234": a decimal mark for this program, said apart below.
          const isAmbiguous = (style[0] === ',' || style[0] === '.') && tail === '' && units < 1_000_000;
          fc.pre(!isAmbiguous);
          const value = Number(`${units}.${tail || '0'}`);
          expect(parseNumber(`${sign}${write(units, tail, style)}${unit}`)).toBe(/[-\u2212]/.test(sign) ? -value : value);
        },
      ),
      { numRuns: 1000 },
    );
  });
  test('coordinates give the same place', async () => {
    const degrees = fc.integer({ min: 0, max: 300_000 });
    await fc.assert(
      fc.asyncProperty(degrees, degrees, fc.constantFrom(',', '.'), async (a, b, mark) => {
        const [lon, lat] = [(-1_700_000 + a) / 1e6, (47_100_000 + b) / 1e6];
        const written = [lon, lat].map((v) => v.toFixed(6).replace('.', mark));
        const { draft } = await importOne(`nom;longitude;latitude\nA;${written.join(';')}\n`);
        expect(draft.inventory.sites[0]!.point).toEqual({ lon, lat });
      }),
      { numRuns: 100 },
    );
  });
});

/** Records without what tells where they were read: file and row, and ids, which only point at one another. */
function essence({ inventory }: ImportDraft): string[] {
  const actor = new Map(inventory.actors.map((a) => [a.id, `${a.name} ${a.siren ?? ''}`]));
  const site = new Map(inventory.sites.map((s) => [s.id, JSON.stringify([s.communeCode, s.point])]));
  return [
    ...inventory.actors.map((a) => JSON.stringify({ ...a, id: '', source: '' })),
    ...inventory.sites.map((s) => JSON.stringify({ ...s, id: '', actorId: actor.get(s.actorId), source: '' })),
    ...inventory.schemes.map((s) =>
      JSON.stringify({ ...s, id: '', actorId: actor.get(s.actorId), siteIds: s.siteIds.map((i) => site.get(i)), source: '' }),
    ),
    ...inventory.partnerships.map((p) =>
      JSON.stringify({ ...p, id: '', fromId: actor.get(p.fromId), toId: actor.get(p.toId), source: '' }),
    ),
  ].sort();
}

/** Ids of all records: those of ranks are taken in turn, so that the set does not depend on the order. */
const ids = ({ inventory }: ImportDraft) =>
  [...inventory.actors, ...inventory.sites, ...inventory.schemes, ...inventory.partnerships].map((r) => r.id).sort();

const shuffled = <T>(arbitrary: fc.Arbitrary<T>) =>
  fc
    .array(arbitrary, { minLength: 1, maxLength: 10 })
    .chain((rows) => fc.tuple(fc.constant(rows), fc.shuffledSubarray(rows, { minLength: rows.length, maxLength: rows.length })));

/**
 * What may differ with the order of the rows: which of two equal rows is the one kept (its number), and what an actor
 * met on several rows says of itself (its first row speaks); here rows of one actor agree on it.
 */
describe('the order of rows', () => {
  test('of places changes neither counts nor records', async () => {
    const row = fc.tuple(
      fc.constantFrom('A', 'B', 'http://x.fr', ''),
      fc.constantFrom('Nantes', 'Rezé', 'Paris'),
      fc.constantFrom('75001', ''),
      fc.constantFrom('', '4', '12'),
      fc.constantFrom('', 'x', 'y'),
    );
    await fc.assert(
      fc.asyncProperty(shuffled(row), async (orders) => {
        const [one, other] = await Promise.all(
          orders.map((rows) => importOne(['nom;ville;cp;places;type', ...rows.map((r) => r.join(';'))].join('\n'))),
        );
        expect(other!.report.rows).toEqual(one!.report.rows);
        expect(essence(other!.draft)).toEqual(essence(one!.draft));
        expect(ids(other!.draft)).toEqual(ids(one!.draft));
      }),
      { numRuns: 150 },
    );
  });
  test('of ties changes neither counts nor records', async () => {
    const row = fc.tuple(
      fc.constantFrom('Département', 'Région', ''),
      // One name under two SIREN, one without: that one is never mistaken for either.
      fc.constantFrom('OGEC;785948282', 'OGEC;786026179', 'CLUB;', ';732829320', 'CLUB DEUX;430671711', ';'),
      fc.constantFrom('100', '200', ''),
      fc.constantFrom('2023', '2024'),
      fc.constantFrom('a', 'b'),
    );
    await fc.assert(
      fc.asyncProperty(shuffled(row), async (orders) => {
        const [one, other] = await Promise.all(
          orders.map((rows) =>
            importOne(
              ['financeur;beneficiaire;siren_beneficiaire;montant;annee;versement', ...rows.map((r) => r.join(';'))].join('\n'),
            ),
          ),
        );
        expect(other!.report.rows).toEqual(one!.report.rows);
        expect(essence(other!.draft)).toEqual(essence(one!.draft));
        expect(ids(other!.draft)).toEqual(ids(one!.draft));
      }),
      { numRuns: 150 },
    );
  });
});

const csvText = 'nom;ville;lon;lat;siret;places\nAlpha;Nantes;-1,55;47,21;73282932000074;12\n"Bra;vo";Rezé;;;;\n';
const objects = [
  { id: 'a', nom: 'Alpha', adresse: { ville: 'Nantes', code_postal: '44000' }, tags: ['x', 'y'] },
  { id: 'b', nom: 'Bravo', position: { coordinates: [-1.55, 47.21] } },
];
const features = objects.map((o) => ({
  type: 'Feature',
  geometry: { type: 'Point', coordinates: [-1.55, 47.21] },
  properties: o,
}));
const workbook = (bookType: 'xlsx' | 'ods' | 'biff8') => {
  const book = utils.book_new();
  utils.book_append_sheet(book, utils.aoa_to_sheet(csvText.split('\n').map((l) => l.split(';'))), 'Lieux');
  return new Uint8Array(write(book, { type: 'array', bookType, compression: true }));
};
const valid: Readonly<Record<string, Uint8Array>> = {
  'essai.csv': strToU8(csvText),
  'cp1252.csv': new Uint8Array(Buffer.from(csvText, 'latin1')),
  'essai.json': strToU8(JSON.stringify(objects)),
  'essai.ndjson': strToU8(objects.map((o) => JSON.stringify(o)).join('\n')),
  'essai.geojson': strToU8(JSON.stringify({ type: 'FeatureCollection', features })),
  'finess.json': strToU8(JSON.stringify({ pmej: [{ ege: [{ informationsGeneralesEGE: { nomEgeLong: 'A' }, adresse: [{}] }] }] })),
  'gogo.json': strToU8(
    JSON.stringify({ ontology: 'gogocompact', mapping: ['id', ['name']], data: [['a', ['Alpha'], 47.21, -1.55, []]] }),
  ),
  'essai.xlsx': workbook('xlsx'),
  'essai.ods': workbook('ods'),
  'essai.xls': workbook('biff8'),
  'essai.zip': zipSync({ 'a.csv': strToU8(csvText), 'b.json': strToU8(JSON.stringify(objects)) }),
  'essai.csv.gz': gzipSync(strToU8(csvText)),
};

/** A result or a reason in French, and rows that add up, for every file that came out. */
function checkSound(draft: ImportDraft, name: string): void {
  expect(draft.files.length, name).toBeGreaterThan(0);
  for (const f of draft.files) {
    expect(f.rows.kept + f.rows.merged + f.rows.refused, name).toBe(f.rows.read);
    expect(f.refusedRows, name).toHaveLength(f.rows.refused);
    if (f.rows.read === 0) expect(f.issues, name).not.toEqual([]);
    for (const issue of f.issues) {
      const sentence = importFr.issues[issue.code]!(issue.details);
      expect(sentence, `${name} ${issue.code}`).toMatch(/\.$/);
      expect(sentence, `${name} ${issue.code}`).not.toMatch(/undefined|NaN|\[object/);
    }
  }
}

interface Edit {
  readonly at: number;
  readonly kind: 'set' | 'cut' | 'insert' | 'truncate' | 'double';
  readonly bytes: Uint8Array;
}
const edit: fc.Arbitrary<Edit> = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  kind: fc.constantFrom('set', 'cut', 'insert', 'truncate', 'double'),
  bytes: fc.oneof(
    fc.uint8Array({ minLength: 1, maxLength: 6 }),
    fc.constantFrom('"', ';', '\n', '{', ']', 'null', '1e999', '\u0000', ',,', '0').map((s) => strToU8(s)),
  ),
});

function mutated(source: Uint8Array, edits: readonly Edit[]): Uint8Array {
  let out = source;
  for (const { at, kind, bytes } of edits) {
    const i = Math.floor(at * out.length);
    const [head, tail] = [out.subarray(0, i), out.subarray(i)];
    const parts = {
      set: [head, bytes, out.subarray(i + bytes.length)],
      cut: [head, out.subarray(i + bytes.length)],
      insert: [head, bytes, tail],
      truncate: [head],
      double: [out, tail],
    }[kind];
    out = new Uint8Array(Buffer.concat(parts));
  }
  return out;
}

/** A reading that lasts is a fault, and the search for a smaller one ends. */
const limits = { timeout: 15_000, interruptAfterTimeLimit: 20_000 } as const;

describe('no input crashes the core', () => {
  test('arbitrary bytes under any name', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ maxLength: 400 }),
        fc.constantFrom([], [0x50, 0x4b, 3, 4], [0x1f, 0x8b, 8], [0xd0, 0xcf, 0x11, 0xe0], [0xff, 0xfe], [0x5b], [0x7b, 0x22]),
        fc.constantFrom(...Object.keys(valid)),
        async (bytes, head, name) => checkSound(await importAll({ [name]: new Uint8Array([...head, ...bytes]) }), name),
      ),
      { ...limits, numRuns: 600 },
    );
  });
  test.each(Object.keys(valid))('%s, whole, then damaged', async (name) => {
    checkSound(await importAll({ [name]: valid[name]! }), name);
    await fc.assert(
      fc.asyncProperty(fc.array(edit, { minLength: 1, maxLength: 4 }), async (edits) =>
        checkSound(await importAll({ [name]: mutated(valid[name]!, edits) }), name),
      ),
      { ...limits, numRuns: 250 },
    );
  });
  test('a JSON of any shape', async () => {
    await fc.assert(
      fc.asyncProperty(fc.jsonValue({ maxDepth: 5 }), fc.constantFrom('x.json', 'x.geojson'), async (value, name) =>
        checkSound(await importAll({ [name]: strToU8(JSON.stringify(value)) }), name),
      ),
      { ...limits, numRuns: 400 },
    );
  });
});
