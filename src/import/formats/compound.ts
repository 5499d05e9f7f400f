/** Size of the header of a compound file (MS-CFB), whatever the size of its sectors. */
const headerBytes = 512;
const miniBytes = 64;
const entryBytes = 128;
const noStream = 0xfffffffa;

interface Compound {
  readonly view: DataView;
  readonly sectorBytes: number;
  /** Next sector of each sector. */
  readonly fat: readonly number[];
}

/** A damaged file: nothing of it is read. */
const fault = () => new Error('damaged compound file');

/** The sectors that follow one another from a first one; a chain that comes back on itself is a fault. */
function chainFrom(first: number, next: readonly number[]): number[] {
  const chain: number[] = [];
  for (let at = first; at < noStream; at = next[at]!) {
    if (at >= next.length || chain.length >= next.length) throw fault();
    chain.push(at);
  }
  return chain;
}

const sectorAt = ({ view, sectorBytes }: Omit<Compound, 'fat'>, sector: number): Uint8Array => {
  const from = (sector + 1) * sectorBytes;
  if (from >= view.byteLength) throw fault();
  return new Uint8Array(view.buffer, view.byteOffset + from, Math.min(sectorBytes, view.byteLength - from));
};

function numbersOf(parts: readonly Uint8Array[]): number[] {
  return parts.flatMap((p) => {
    const view = new DataView(p.buffer, p.byteOffset, p.byteLength);
    return Array.from({ length: p.byteLength >> 2 }, (_, i) => view.getUint32(i * 4, true));
  });
}

/** Pieces put together up to a size; null: all there is. */
function joined(parts: readonly Uint8Array[], size: number | null): Uint8Array {
  const there = parts.reduce((sum, p) => sum + p.length, 0);
  if (size !== null && there < size) throw fault();
  const out = new Uint8Array(size ?? there);
  let at = 0;
  for (const part of parts) {
    if (at >= out.length) break;
    out.set(part.subarray(0, out.length - at), at);
    at += part.length;
  }
  return out;
}

/** Sectors that hold the table of chains: 109 named in the header, the others in a chain of their own. */
function tableSectors(view: DataView, sectorBytes: number): number[] {
  const sectors: number[] = [];
  for (let i = 0; i < 109; i++) sectors.push(view.getUint32(76 + 4 * i, true));
  const most = view.byteLength / sectorBytes;
  for (let at = view.getUint32(68, true), n = 0; at < noStream; n++) {
    if (n > most) throw fault();
    const numbers = numbersOf([sectorAt({ view, sectorBytes }, at)]);
    sectors.push(...numbers.slice(0, -1));
    at = numbers.at(-1)!;
  }
  return sectors.filter((s) => s < noStream);
}

function openCompound(bytes: Uint8Array): Compound {
  if (bytes.length < 3 * headerBytes) throw fault();
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const shift = view.getUint16(30, true);
  if (shift !== 9 && shift !== 12) throw fault();
  const sectorBytes = 2 ** shift;
  const fat = numbersOf(tableSectors(view, sectorBytes).map((s) => sectorAt({ view, sectorBytes }, s)));
  return { view, sectorBytes, fat };
}

/** Places in the directory of what lies at the root: its embedded objects may hold streams of the same names. */
function rootEntries(entries: DataView): number[] {
  const found: number[] = [];
  const waiting = [entries.getUint32(76, true)];
  for (let index = waiting.pop(); index !== undefined; index = waiting.pop()) {
    const at = index * entryBytes;
    if (index >= noStream) continue;
    if (at + entryBytes > entries.byteLength || found.length * entryBytes > entries.byteLength) throw fault();
    found.push(at);
    waiting.push(entries.getUint32(at + 72, true), entries.getUint32(at + 68, true));
  }
  return found;
}

function nameAt(entries: DataView, at: number): string {
  const size = Math.min(64, entries.getUint16(at + 64, true)) - 2;
  return new TextDecoder('utf-16le').decode(new Uint8Array(entries.buffer, at, Math.max(0, size)));
}

/** The bytes of an entry: in sectors of its own, or, when small, in those that the root shares out. */
function streamAt(file: Compound, entries: DataView, at: number): Uint8Array {
  const { view, fat } = file;
  const sectorsFrom = (sector: number) => chainFrom(sector, fat).map((s) => sectorAt(file, s));
  const [first, size] = [entries.getUint32(at + 116, true), entries.getUint32(at + 120, true)];
  if (size >= view.getUint32(56, true)) return joined(sectorsFrom(first), size);
  const store = joined(sectorsFrom(entries.getUint32(116, true)), entries.getUint32(120, true));
  const minis = chainFrom(first, numbersOf(sectorsFrom(view.getUint32(60, true))));
  return joined(
    minis.map((m) => store.subarray(m * miniBytes, (m + 1) * miniBytes)),
    size,
  );
}

/**
 * The first stream of one of these names at the root of a compound file (an old Excel workbook, a protected one); null
 * when it has none. Throws on a damaged file: no chain is followed in a circle.
 */
export function findStream(
  bytes: Uint8Array,
  names: readonly string[],
): { readonly name: string; readonly bytes: Uint8Array } | null {
  const file = openCompound(bytes);
  const sectors = chainFrom(file.view.getUint32(48, true), file.fat).map((s) => sectorAt(file, s));
  const directory = joined(sectors, null);
  const entries = new DataView(directory.buffer);
  const byName = new Map(rootEntries(entries).map((at) => [nameAt(entries, at), at]));
  for (const name of names) {
    const at = byName.get(name);
    if (at !== undefined) return { name, bytes: streamAt(file, entries, at) };
  }
  return null;
}
