import type { Mesh } from '../model/lists';
import { type Sector, sectorCode, type YoungCount } from '../model/territory';
import type { Diagnosis } from './diagnosis';

/** Changes to the ground that a diagnosis stands on: its cut, its perimeter, the numbers of its young people. */
export type GroundCommand =
  /** The whole cut anew, and the mesh read with it; an empty list forgets the cut. */
  | { readonly type: 'setSectors'; readonly sectors: readonly Sector[]; readonly mesh: Mesh }
  /** The numbers counted in a sector follow its name. */
  | { readonly type: 'renameSector'; readonly from: string; readonly to: string }
  | { readonly type: 'setPerimeter'; readonly perimeter: Diagnosis['perimeter'] | null }
  | { readonly type: 'setYoungPopulation'; readonly youngPopulation: Diagnosis['youngPopulation'] | null }
  /** Numbers by unit and group; null takes one away. */
  | {
      readonly type: 'setYoungCounts';
      readonly counts: readonly (Omit<YoungCount, 'people'> & { readonly people: number | null })[];
    };

/** A diagnosis without one of its optional parts, or with another. */
function withPart<K extends 'sectors' | 'perimeter' | 'youngPopulation' | 'youngCounts'>(
  d: Diagnosis,
  key: K,
  value: Diagnosis[K] | null,
): Diagnosis {
  const { [key]: _, ...rest } = d;
  const isEmpty = value === null || value === undefined || (Array.isArray(value) && value.length === 0);
  return (isEmpty ? rest : { ...rest, [key]: value }) as Diagnosis;
}

const countKey = (c: Pick<YoungCount, 'unitCode' | 'group'>): string => `${c.unitCode}:${c.group}`;

/** Counts with others added; a later one of the same unit and group takes the place of the earlier. */
export function mergeCounts(
  present: readonly YoungCount[] | undefined,
  added: Extract<GroundCommand, { type: 'setYoungCounts' }>['counts'],
): readonly YoungCount[] {
  const byKey = new Map((present ?? []).map((c) => [countKey(c), c]));
  for (const { people, ...count } of added) {
    if (people === null) byKey.delete(countKey(count));
    else byKey.set(countKey(count), { ...count, people });
  }
  return [...byKey.values()];
}

/** Another cut; what was counted in a sector that is no more goes with it. */
function setSectors(d: Diagnosis, { sectors, mesh }: Extract<GroundCommand, { type: 'setSectors' }>): Diagnosis {
  const left = new Set(sectors.map((s) => s.name));
  const gone = new Set((d.sectors ?? []).filter((s) => !left.has(s.name)).map((s) => sectorCode(s.name)));
  const cut = withPart({ ...d, settings: { ...d.settings, mesh } }, 'sectors', sectors);
  return gone.size === 0 || !d.youngCounts
    ? cut
    : withPart(
        cut,
        'youngCounts',
        d.youngCounts.filter((c) => !gone.has(c.unitCode)),
      );
}

/** A sector takes another name, its numbers with it; unchanged where the name is taken. */
function renameSector(d: Diagnosis, from: string, to: string): Diagnosis {
  const { sectors = [] } = d;
  if (to === '' || sectors.some((s) => s.name === to)) return d;
  const rename = (c: YoungCount) => (c.unitCode === sectorCode(from) ? { ...c, unitCode: sectorCode(to), unitName: to } : c);
  return {
    ...d,
    sectors: sectors.map((s) => (s.name === from ? { ...s, name: to } : s)),
    ...(d.youngCounts ? { youngCounts: d.youngCounts.map(rename) } : {}),
  };
}

/** The diagnosis after one of these changes. */
export function changeGround(d: Diagnosis, command: GroundCommand): Diagnosis {
  switch (command.type) {
    case 'setSectors':
      return setSectors(d, command);
    case 'renameSector':
      return renameSector(d, command.from, command.to);
    case 'setPerimeter':
      return withPart(d, 'perimeter', command.perimeter);
    case 'setYoungPopulation':
      return withPart(d, 'youngPopulation', command.youngPopulation);
    case 'setYoungCounts':
      return withPart(d, 'youngCounts', mergeCounts(d.youngCounts, command.counts));
  }
}
