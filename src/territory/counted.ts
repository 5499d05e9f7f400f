import { type Mesh, meshes } from '../model/lists';
import { type Sector, sectorCode, type Territory, type Unit } from '../model/territory';
import type { Counts } from './tailoring';

/** Units of a territory for which numbers of young people may be counted: the whole, EPCI, EPT, sectors; never a commune alone. */
export function countedUnits(territory: Territory, sectors: readonly Sector[]): ReadonlySet<string> {
  const groups = [...territory.epci, ...territory.ept].filter((u) => u.kind !== 'commune');
  const own = new Set(territory.communes.map((c) => c.code));
  const inside = sectors.filter((s) => s.communeCodes.every((code) => own.has(code)));
  return new Set([territory.wholeCode, ...groups.map((u) => u.code), ...inside.map((s) => sectorCode(s.name))]);
}

/** Units of a mesh that counts may be told by; the département apart. */
function meshUnits(territory: Territory, mesh: Mesh, sectors: readonly Sector[]): readonly Pick<Unit, 'code' | 'communeCodes'>[] {
  if (mesh === 'epci') return territory.epci;
  if (mesh === 'ept') return territory.ept;
  return mesh === 'secteur' ? sectors.map((s) => ({ code: sectorCode(s.name), communeCodes: s.communeCodes })) : [];
}

/** A number of people and the communes that they live in. */
interface Share {
  readonly people: number;
  readonly communeCodes: readonly string[];
}

/**
 * The counts of one mesh as shares of the whole territory: its counted units, and what the count of the whole leaves for
 * the communes outside them. null: some communes would have no number.
 */
function sharesBy(mesh: Mesh, territory: Territory, { counts, sectors }: Counts): readonly Share[] | null {
  const people = new Map(counts.map((c) => [c.unitCode, c.people]));
  const own = new Set(territory.communes.map((c) => c.code));
  const shares = meshUnits(territory, mesh, sectors).flatMap((u): Share[] => {
    const number = people.get(u.code);
    const communeCodes = u.communeCodes.filter((code) => own.has(code));
    return number === undefined || communeCodes.length === 0 ? [] : [{ people: number, communeCodes }];
  });
  if (shares.length === 0 && mesh !== 'departement') return null;
  const told = new Set(shares.flatMap((s) => s.communeCodes));
  const rest = territory.communes.filter((c) => !told.has(c.code)).map((c) => c.code);
  if (rest.length === 0) return shares;
  const left = (people.get(territory.wholeCode) ?? -1) - shares.reduce((sum, s) => sum + s.people, 0);
  return left < 0 ? null : [...shares, { people: left, communeCodes: rest }];
}

/** The one thing that counts state; '' where they state none, or several. */
function stated(values: readonly (string | number | undefined)[]): string {
  const [first, ...others] = new Set(values);
  return first === undefined || others.length > 0 ? '' : String(first);
}

/**
 * The territory with a counted group in the place of its 18-24: each count is shared over the communes of its unit in
 * proportion to their 18-24 (`guide/methods.md` 1.5), the mesh in use before the others. null: the counts do not tell of
 * every commune.
 */
export function withCounts(territory: Territory, counted: Counts): Territory | null {
  // A count of the whole says too little where its parts are counted and contradict it.
  const known = countedUnits(territory, counted.sectors);
  const hasParts = counted.counts.some((c) => c.unitCode !== territory.wholeCode && known.has(c.unitCode));
  const order = [counted.mesh, ...meshes].filter((m) => m !== 'departement');
  for (const mesh of hasParts ? order : ['departement' as const]) {
    const shares = sharesBy(mesh, territory, counted);
    if (!shares) continue;
    const young = new Map(territory.communes.map((c) => [c.code, c.young]));
    const byCommune = new Map<string, number>();
    for (const { people, communeCodes } of shares) {
      const all = communeCodes.reduce((sum, code) => sum + young.get(code)!, 0);
      for (const code of communeCodes)
        byCommune.set(code, all > 0 ? (people * young.get(code)!) / all : people / communeCodes.length);
    }
    const { counts, group } = counted;
    return {
      ...territory,
      communes: territory.communes.map((c) => ({ ...c, young: byCommune.get(c.code)! })),
      youngFrom: { group, ages: stated(counts.map((c) => c.ages)), years: stated(counts.map((c) => c.year)) },
    };
  }
  return null;
}
