import type { LinkageRecord } from './records';

/** A block with more members than its limit says nothing: another key must bring its pairs together. */
const limits = { identity: 200, name: 50, prefix: 60 } as const;
const reachMetres = 300;
const metresPerDegree = 111_195;

/** The blocks of one kind: key → places of its records in the list. */
class Blocks {
  private readonly byKey = new Map<string, number[]>();
  private readonly limit: number;
  constructor(limit: number) {
    this.limit = limit;
  }
  add(key: string | undefined, index: number): void {
    if (key === undefined || key === '') return;
    const block = this.byKey.get(key);
    if (!block) this.byKey.set(key, [index]);
    else if (block.at(-1) !== index) block.push(index);
  }
  useful(): number[][] {
    return [...this.byKey.values()].filter((block) => block.length > 1 && block.length <= this.limit);
  }
  isFull(key: string): boolean {
    return (this.byKey.get(key)?.length ?? 0) > this.limit;
  }
}

/** Identifiers of a record, each with its kind. */
const identifiersOf = (r: LinkageRecord): string[] =>
  (['siren', 'siret', 'finess', 'rna'] as const).flatMap((kind) => (r[kind] === undefined ? [] : [`${kind}:${r[kind]}`]));

/** Each commune with the first three letters of each telling word. */
const prefixesOf = (r: LinkageRecord): string[] =>
  [...r.communes].flatMap((commune) => r.bareWords.filter((w) => w.length >= 3).map((word) => `${commune}:${word.slice(0, 3)}`));

/** The longest words of a name two by two: one typing error leaves a pair whole, wherever the actor is. */
function longWordsOf(r: LinkageRecord): string[] {
  if (r.words.length < 3) return [];
  const [a, b, c] = [...r.words].sort((x, y) => y.length - x.length || (x < y ? -1 : 1));
  return [`${a} ${b}`, `${a} ${c}`, `${b} ${c}`].map((pair) => `mots:${pair.split(' ').sort().join(' ')}`);
}

/** Blocks by identifier, name, address, and commune with the first three letters of a telling word. */
function keyBlocks(records: readonly LinkageRecord[]): number[][] {
  const identity = new Blocks(limits.identity);
  const narrow = new Blocks(limits.identity);
  const names = new Blocks(limits.name);
  const prefixes = new Blocks(limits.prefix);
  records.forEach((r, i) => {
    for (const key of identifiersOf(r)) identity.add(key, i);
    for (const address of r.addresses) names.add(`adresse:${address}`, i);
    for (const name of new Set([r.nameKey, r.text, r.acronym])) names.add(name, i);
    for (const key of longWordsOf(r)) names.add(key, i);
    for (const key of prefixesOf(r)) prefixes.add(key, i);
  });
  records.forEach((r, i) => {
    // A département has hundreds of places under one SIREN: there, the commune tells them apart.
    if (r.siren === undefined || !identity.isFull(`siren:${r.siren}`)) return;
    for (const commune of r.communes) narrow.add(`${r.siren}:${commune}`, i);
  });
  return [identity, narrow, names, prefixes].flatMap((blocks) => blocks.useful());
}

/** Bits for the first and the last three letters of each word: two names with none in common are not alike. */
function lettersMask(record: LinkageRecord): readonly [number, number] {
  let [low, high] = [0, 0];
  const bit = (letters: string, salt: number) => {
    let hash = salt;
    for (let i = 0; i < letters.length; i++) hash = (Math.imul(hash, 31) + letters.charCodeAt(i)) >>> 0;
    const place = (hash ^ (hash >>> 11)) % 64;
    if (place < 32) low |= 1 << place;
    else high |= 1 << (place - 32);
  };
  for (const word of [...record.bareWords, record.acronym]) {
    if (word === '') continue;
    // A town hall and its CCAS are to be compared wherever they meet.
    const letters = word === 'cias' || word === 'ccas' ? 'mairie' : word;
    bit(letters.slice(0, 3), 7);
    bit(letters.slice(-3), 11);
  }
  return [low, high];
}

/** For each record with a position, calls back with those in its cell of 300 metres and the eight around. */
function buildGrid(records: readonly LinkageRecord[]): (i: number, meet: (j: number) => void) => void {
  const north = records.reduce((most, r) => r.points.reduce((n, p) => Math.max(n, Math.abs(p.lat)), most), 0);
  const step = reachMetres / metresPerDegree;
  // Cells are measured where a degree of longitude is shortest: nowhere are they narrower than 300 m.
  const stepLon = step / Math.max(0.1, Math.cos((north * Math.PI) / 180));
  const cells = new Map<string, number[]>();
  const keysOf = (r: LinkageRecord, reach: readonly number[]): Set<string> =>
    new Set(
      r.points.flatMap((p) => {
        const [x, y] = [Math.floor(p.lon / stepLon), Math.floor(p.lat / step)];
        return reach.flatMap((dx) => reach.map((dy) => `${x + dx},${y + dy}`));
      }),
    );
  records.forEach((r, i) => {
    for (const key of keysOf(r, [0])) {
      const cell = cells.get(key);
      if (cell) cell.push(i);
      else cells.set(key, [i]);
    }
  });
  return (i, meet) => {
    for (const key of keysOf(records[i]!, [-1, 0, 1])) cells.get(key)?.forEach(meet);
  };
}

/**
 * Calls `visit` once with each pair worth comparing (places in the list, lower first): same identifier, same name, same
 * address, same commune and three letters of a telling word, or within 300 m with some letters in common.
 */
export function forEachCandidate(records: readonly LinkageRecord[], visit: (i: number, j: number) => void): void {
  const blocksOf: number[][][] = records.map(() => []);
  for (const block of keyBlocks(records)) for (const i of block) blocksOf[i]!.push(block);
  const grid = buildGrid(records);
  const masks = records.map(lettersMask);
  const seen = new Int32Array(records.length).fill(-1);
  records.forEach((_, i) => {
    const meet = (j: number) => {
      if (j <= i || seen[j] === i) return;
      seen[j] = i;
      visit(i, j);
    };
    for (const block of blocksOf[i]!) block.forEach(meet);
    const [low, high] = masks[i]!;
    grid(i, (j) => {
      if ((low & masks[j]![0]) !== 0 || (high & masks[j]![1]) !== 0) meet(j);
    });
  });
}
