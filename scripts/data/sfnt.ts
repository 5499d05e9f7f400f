/** Just enough of the sfnt container to give a font another name: tables out, tables in, checksums. */
export type SfntTables = Map<string, Uint8Array>;

/** Tables of a TrueType file by tag. */
export function readTables(font: Uint8Array): SfntTables {
  const view = new DataView(font.buffer, font.byteOffset, font.byteLength);
  const tables: SfntTables = new Map();
  for (let i = 0; i < view.getUint16(4); i += 1) {
    const at = 12 + i * 16;
    const tag = String.fromCharCode(...font.subarray(at, at + 4));
    const offset = view.getUint32(at + 8);
    tables.set(tag, font.slice(offset, offset + view.getUint32(at + 12)));
  }
  return tables;
}

function checksum(bytes: Uint8Array): number {
  const padded = new Uint8Array(Math.ceil(bytes.length / 4) * 4);
  padded.set(bytes);
  const view = new DataView(padded.buffer);
  let sum = 0;
  for (let i = 0; i < padded.length; i += 4) sum = (sum + view.getUint32(i)) >>> 0;
  return sum;
}

/** A TrueType file of these tables, in the order of their tags. */
export function writeTables(tables: SfntTables): Uint8Array {
  const entries = [...tables].sort(([a], [b]) => (a < b ? -1 : 1));
  const head = tables.get('head');
  if (!head) throw new Error('font without a head table');
  new DataView(head.buffer, head.byteOffset).setUint32(8, 0);
  const size = entries.reduce((sum, [, bytes]) => sum + Math.ceil(bytes.length / 4) * 4, 12 + entries.length * 16);
  const out = new Uint8Array(size);
  const view = new DataView(out.buffer);
  const power = 2 ** Math.floor(Math.log2(entries.length));
  view.setUint32(0, 0x00010000);
  view.setUint16(4, entries.length);
  view.setUint16(6, power * 16);
  view.setUint16(8, Math.log2(power));
  view.setUint16(10, entries.length * 16 - power * 16);
  let offset = 12 + entries.length * 16;
  let headOffset = 0;
  entries.forEach(([tag, bytes], i) => {
    const at = 12 + i * 16;
    for (let c = 0; c < 4; c += 1) out[at + c] = tag.charCodeAt(c);
    view.setUint32(at + 4, checksum(bytes));
    view.setUint32(at + 8, offset);
    view.setUint32(at + 12, bytes.length);
    out.set(bytes, offset);
    if (tag === 'head') headOffset = offset;
    offset += Math.ceil(bytes.length / 4) * 4;
  });
  view.setUint32(headOffset + 8, (0xb1b0afba - checksum(out)) >>> 0);
  return out;
}

/** A `name` table with these Windows, English, UTF-16 records. */
export function nameTable(names: ReadonlyMap<number, string>): Uint8Array {
  const records = [...names].sort(([a], [b]) => a - b);
  const texts = records.map(([, text]) => {
    const bytes = new Uint8Array(text.length * 2);
    for (let i = 0; i < text.length; i += 1) new DataView(bytes.buffer).setUint16(i * 2, text.charCodeAt(i));
    return bytes;
  });
  const start = 6 + records.length * 12;
  const out = new Uint8Array(start + texts.reduce((sum, bytes) => sum + bytes.length, 0));
  const view = new DataView(out.buffer);
  view.setUint16(2, records.length);
  view.setUint16(4, start);
  let offset = 0;
  records.forEach(([id], i) => {
    const bytes = texts[i] ?? new Uint8Array();
    [3, 1, 0x409, id, bytes.length, offset].forEach((value, k) => {
      view.setUint16(6 + i * 12 + k * 2, value);
    });
    out.set(bytes, start + offset);
    offset += bytes.length;
  });
  return out;
}
