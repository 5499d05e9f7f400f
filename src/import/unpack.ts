import { Gunzip, unzip } from 'fflate';
import { findBinaryKind } from './decode';
import { exchangeTables, readGraphBytes } from './exchangeTables';
import { readWorkbook, type Sheet } from './formats/spreadsheet';
import type { Issue } from './issues';

export interface FileInput {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** What a dropped file holds: bytes of one text, or the sheets of one workbook; or why it cannot be opened. */
export type Part =
  | { readonly kind: 'bytes'; readonly name: string; readonly bytes: Uint8Array }
  | { readonly kind: 'sheets'; readonly name: string; readonly sheets: readonly Sheet[] }
  | { readonly kind: 'fault'; readonly name: string; readonly issue: Issue };

/** Larger files, or archives that unpack to more, would not fit in the memory of an office PC. */
export const largestBytes = 250_000_000;

const fatal = (code: Issue['code'], details: Record<string, string> = {}): Issue => ({
  code,
  severity: 'fatal',
  row: null,
  column: null,
  details,
});
const tooLarge = () => fatal('archive-trop-grande', { taille: String(largestBytes / 1e6) });

/** Unpacks gzip piece by piece, so that a bomb is stopped before it fills the memory. */
function gunzip(bytes: Uint8Array): Uint8Array | Issue {
  const chunks: Uint8Array[] = [];
  let size = 0;
  let isWhole = false;
  const stream = new Gunzip((chunk, isLast) => {
    size += chunk.length;
    if (size <= largestBytes) chunks.push(chunk);
    isWhole ||= isLast;
  });
  try {
    for (let at = 0; at < bytes.length && size <= largestBytes; at += 65_536)
      stream.push(bytes.subarray(at, at + 65_536), at + 65_536 >= bytes.length);
  } catch {
    return fatal('archive-abimee');
  }
  if (size > largestBytes) return tooLarge();
  if (!isWhole || size === 0) return fatal('archive-abimee');
  const out = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    out.set(chunk, at);
    at += chunk.length;
  }
  return out;
}

const isData = (name: string) =>
  /\.(csv|tsv|txt|json|sjson|ndjson|jsonl|geojson|umap|gexf|graphml|xlsx|xlsm|xls|ods|gz)$/i.test(name) &&
  !/(^|\/)(\.|__MACOSX)/.test(name);

const mostEntries = 65_535;

/** Files of a ZIP that may hold data; the sizes it declares are summed before anything is unpacked. */
function unzipAll(bytes: Uint8Array): Promise<readonly FileInput[] | Issue> {
  let total = 0;
  let entries = 0;
  let isBomb = false;
  const unzipped = new Promise<readonly FileInput[] | Issue>((resolve) =>
    unzip(
      bytes,
      {
        filter: (file) => {
          // A damaged directory may announce four thousand million files.
          if (++entries > mostEntries) throw new Error('damaged archive');
          if (!isData(file.name)) return false;
          total += file.originalSize;
          isBomb ||= total > largestBytes;
          return !isBomb;
        },
      },
      (error, files) => {
        if (isBomb) return resolve(tooLarge());
        if (error) return resolve(fatal('archive-abimee'));
        const found = Object.entries(files).map(([name, content]) => ({ name, bytes: content }));
        resolve(found.length > 0 ? found.sort((a, b) => (a.name < b.name ? -1 : 1)) : fatal('archive-vide'));
      },
    ),
  );
  return unzipped.catch(() => fatal('archive-abimee'));
}

const isWorkbookName = (name: string) => /\.(xlsx|xlsm|xlsb|xls|ods)$/i.test(name);
/** A workbook and a ZIP begin alike; a workbook holds one of these entries. */
const looksLikeWorkbook = (bytes: Uint8Array) =>
  /\[Content_Types\]\.xml|mimetypeapplication\/vnd\.oasis/.test(new TextDecoder('latin1').decode(bytes.subarray(0, 4000)));

async function openArchive(file: FileInput, depth: number): Promise<readonly Part[]> {
  if (isWorkbookName(file.name) || looksLikeWorkbook(file.bytes) || file.bytes[0] === 0xd0) {
    const sheets = await readWorkbook(file.bytes);
    return ['code' in sheets ? { kind: 'fault', name: file.name, issue: sheets } : { kind: 'sheets', name: file.name, sheets }];
  }
  const files = await unzipAll(file.bytes);
  if ('code' in files) return [{ kind: 'fault', name: file.name, issue: files }];
  const named =
    files.length === 1 ? [{ ...files[0]!, name: file.name }] : files.map((f) => ({ ...f, name: `${file.name} › ${f.name}` }));
  return (await Promise.all(named.map((f) => unpack(f, depth + 1)))).flat();
}

/** A graph of another program as our own tables of actors and of partnerships; what is no such graph is left as it is. */
function openGraph(file: FileInput): readonly Part[] {
  const reading = readGraphBytes(file.bytes, file.name);
  if (reading === null) return [{ kind: 'bytes', name: file.name, bytes: file.bytes }];
  if (!reading.ok) return [{ kind: 'fault', name: file.name, issue: fatal('graphe-illisible', { raison: reading.fault }) }];
  const { acteurs, partenariats } = exchangeTables(reading.value.told);
  const part = (table: string, text: string): Part => ({
    kind: 'bytes',
    name: `${file.name} › ${table}`,
    bytes: new TextEncoder().encode(text),
  });
  return [part('acteurs', acteurs), ...(partenariats === null ? [] : [part('partenariats', partenariats)])];
}

/** Opens archives, workbooks and graphs (two levels deep) down to what can be read as tables. */
export async function unpack(file: FileInput, depth = 0): Promise<readonly Part[]> {
  const fault = (issue: Issue): Part[] => [{ kind: 'fault', name: file.name, issue }];
  if (file.bytes.length === 0) return fault(fatal('fichier-vide'));
  if (file.bytes.length > largestBytes)
    return fault(fatal('fichier-trop-grand', { taille: String(Math.round(file.bytes.length / 1e6)) }));
  const kind = findBinaryKind(file.bytes);
  if (kind === null) return openGraph(file);
  if (depth > 2 || kind === 'pdf' || kind === 'image' || kind === 'binaire')
    return fault(fatal(depth > 2 ? 'archive-abimee' : `fichier-${kind === 'archive' || kind === 'classeur' ? 'binaire' : kind}`));
  if (kind === 'classeur') return openArchive(file, depth);
  const inner = gunzip(file.bytes);
  return 'code' in inner ? fault(inner) : unpack({ name: file.name, bytes: inner }, depth + 1);
}
