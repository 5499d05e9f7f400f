import { readFileSync } from 'node:fs';
import { type ImportContext, type ImportControl, importFiles } from '../../src/import/import';
import { loadTerritory } from '../territory/fixture';

export const territory44 = loadTerritory('44');

export const context: ImportContext = {
  territory: territory44,
  today: '2026-11-22',
  existing: { actors: [], sites: [], schemes: [], partnerships: [] },
};

export const file = (name: string, content: string | Uint8Array) => ({
  name,
  bytes: typeof content === 'string' ? new TextEncoder().encode(content) : content,
});

/** Imports named contents dropped together. */
export const importAll = (
  files: Readonly<Record<string, string | Uint8Array>>,
  more: Partial<ImportContext> = {},
  control: ImportControl = {},
) =>
  importFiles(
    Object.entries(files).map(([name, content]) => file(name, content)),
    { ...context, ...more },
    control,
  );

/** Imports one file and gives its part of the draft beside the whole. */
export async function importOne(content: string | Uint8Array, more: Partial<ImportContext> = {}, name = 'essai.csv') {
  const draft = await importAll({ [name]: content }, more);
  return { draft, report: draft.files[0]!, codes: draft.files[0]!.issues.map((i) => i.code) };
}

/** The four tables of a demonstration: of Loire-Atlantique, or of the fictional département ("00"). */
export const demonstration = (code = '44'): Record<string, Uint8Array> =>
  Object.fromEntries(
    ['acteurs', 'dispositifs', 'partenariats', 'territoires'].map((t) => [
      `${t}.csv`,
      new Uint8Array(readFileSync(`data/demonstration/${code}/${t}.csv`)),
    ]),
  );
