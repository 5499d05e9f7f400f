import { unzipSync, type Zippable, zipSync } from 'fflate';
import { findStream } from './compound';

/** More than this unpacked, or in cells, does not fit in the memory of an office PC. */
const mostBytes = 250_000_000;
export const mostCells = 20_000_000;
const mostEntries = 10_000;

/** Thrown for a workbook that would unpack to too much. */
export class WorkbookTooLarge extends Error {}

/** What of the archive of a workbook holds its cells; pictures and macros do not. */
const isPart = (name: string) => /\.(xml|rels|bin)$|^mimetype$/i.test(name) && !/vbaProject/i.test(name);

/** Cells that an OpenDocument sheet comes to once its repeated rows and cells are written out. */
function repeatedCells(xml: string): number {
  let [rows, cells] = [1, 0];
  for (const [tag, kind] of xml.matchAll(/<table:table-(row|cell)\b[^>]*>/g)) {
    const times = Number(/-repeated="(\d+)"/.exec(tag)?.[1] ?? 1);
    if (kind === 'row') rows = times;
    else if (!tag.endsWith('/>') || tag.includes('value-type')) cells += rows * times;
  }
  return cells;
}

const crcTable = Uint32Array.from({ length: 256 }, (_, n) => {
  let c = n;
  for (let k = 0; k < 8; k++) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1;
  return c;
});

function crc32(bytes: Uint8Array): number {
  let c = 0xffffffff;
  for (let i = 0; i < bytes.length; i++) c = crcTable[(c ^ bytes[i]!) & 255]! ^ (c >>> 8);
  return ~c >>> 0;
}

/** Check sums of the files of an archive, as its directory gives them; fflate does not look at them. */
function checkSums(bytes: Uint8Array): Map<string, number> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let end = bytes.length - 22;
  while (view.getUint32(end, true) !== 0x06054b50) end--;
  const sums = new Map<string, number>();
  for (let at = view.getUint32(end + 16, true); at + 46 <= end && view.getUint32(at, true) === 0x02014b50; ) {
    const nameAt = at + 46;
    const name = new TextDecoder().decode(bytes.subarray(nameAt, nameAt + view.getUint16(at + 28, true)));
    sums.set(name, view.getUint32(at + 16, true));
    at = nameAt + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return sums;
}

/** The archive unpacked and packed again without compression. */
function repacked(bytes: Uint8Array): Uint8Array {
  let [size, entries] = [0, 0];
  const parts = unzipSync(bytes, {
    filter: ({ name, originalSize }) => {
      if (++entries > mostEntries) throw new Error('damaged archive');
      if (!isPart(name)) return false;
      size += originalSize;
      if (size > mostBytes) throw new WorkbookTooLarge();
      return true;
    },
  });
  const manifest = parts['META-INF/manifest.xml'];
  if (manifest && /encryption-data/.test(new TextDecoder().decode(manifest))) throw new Error('password');
  const sums = checkSums(bytes);
  for (const [name, part] of Object.entries(parts))
    if (sums.has(name) && sums.get(name) !== crc32(part)) throw new Error('damaged archive');
  const content = parts['content.xml'];
  if (content && repeatedCells(new TextDecoder().decode(content)) > mostCells) throw new WorkbookTooLarge();
  const stored: Zippable = {};
  for (const [name, part] of Object.entries(parts)) stored[name] = [part, { level: 0, mtime: '2000-01-01' }];
  return zipSync(stored);
}

/**
 * The bytes of a workbook as SheetJS may be given them: its own reader of archives and of compound files never returns
 * from some truncated ones, so that ours open them. Throws on a damaged or a protected one.
 */
export function workbookBytes(bytes: Uint8Array): Uint8Array {
  if (bytes[0] !== 0xd0) return repacked(bytes);
  const stream = findStream(bytes, ['EncryptedPackage', 'Workbook', 'Book']);
  if (stream?.name === 'EncryptedPackage') throw new Error('password');
  if (stream?.bytes[0] !== 9) throw new Error('damaged workbook');
  return stream.bytes;
}
