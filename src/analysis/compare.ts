import type { DomainId } from '../model/domains';
import type { Inventory } from '../model/inventory';
import type { Analysis, Gap, UnitReading } from './analysis';
import {
  compareRecords,
  compareSchemes,
  compareTies,
  type RecordComparison,
  type SchemeComparison,
  type TieComparison,
} from './compareRecords';

/** Why the levels of a domain in two analyses cannot be set side by side. */
export type Refusal = 'domaine' | 'lecture' | 'reference' | 'seuils' | 'temps' | 'jeunes';

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** Places are weighed alike: one reference A*, one limit, one decay. A mean of each territory is not one reference. */
function isOneReference(domain: DomainId, a: Analysis, b: Analysis): boolean {
  const [x, y] = [a.access[domain], b.access[domain]];
  return (
    x?.referenceFrom !== 'interne' &&
    y?.referenceFrom !== 'interne' &&
    x?.reference === y?.reference &&
    a.settings.decay === b.settings.decay &&
    a.settings.catchments[domain] === b.settings.catchments[domain]
  );
}

const timesOf = ({ settings, travel }: Analysis) => [
  settings.detour,
  settings.speedKmh,
  settings.accessMinutes,
  travel.files.length > 0,
];

/** Whose needs are weighed: everyone, or those whom the département counts. */
const groupOf = ({ youngFrom: from }: Analysis) => (typeof from !== 'string' && 'group' in from ? from.group : 'population');

/**
 * Why a domain cannot be compared; null when it can: the same thresholds, young people and travel times, and presence mode on both
 * sides or places under one reference (`guide/methods.md` 1.6).
 */
export function refusalOf(domain: DomainId, a: Analysis, b: Analysis): Refusal | null {
  const [x, y] = [a.access[domain], b.access[domain]];
  if (!x || !y) return 'domaine';
  if (!same(a.settings.thresholds[domain], b.settings.thresholds[domain])) return 'seuils';
  if (groupOf(a) !== groupOf(b)) return 'jeunes';
  if (!same(timesOf(a), timesOf(b))) return 'temps';
  if (x.mode !== y.mode) return 'lecture';
  return x.mode === 'presence' || isOneReference(domain, a, b) ? null : 'reference';
}

/** Needs of two states of one territory, in the domains that can be compared. */
export interface GapComparison {
  readonly solved: readonly Gap[];
  readonly opened: readonly Gap[];
  /** Needs of both states whose level, or number of young people, is another now. */
  readonly changed: readonly { readonly before: Gap; readonly after: Gap }[];
  /** Needs to be verified: data absent from one of the states, in a part at least, or places unknown that leave it open. */
  readonly unsure: readonly Gap[];
  readonly unchanged: number;
}

const unitIn = ({ territory }: Gap, { units, whole }: Analysis): UnitReading | undefined =>
  units.find((u) => u.code === territory.code) ?? (whole.code === territory.code ? whole : undefined);

/** Whether a state says that nobody is in need there: not where data are absent, or unknown places leave it open. */
function saysNone(gap: Gap, analysis: Analysis): boolean {
  const reading = unitIn(gap, analysis)?.domains[gap.domain];
  return reading !== undefined && reading.level !== null && reading.youngWithoutData === 0 && reading.peopleAtMost === 0;
}

/** Inhabited communes of a need of which a state says nothing, as one text. */
function silentCommunes(gap: Gap, analysis: Analysis): string {
  const codes = new Set(unitIn(gap, analysis)?.communeCodes);
  const silent = analysis.communes.filter((c) => codes.has(c.code) && c.young > 0 && c.domains[gap.domain]?.level === null);
  return silent.map((c) => c.code).join(' ');
}

export function compareGaps(before: Analysis, after: Analysis, domains: readonly DomainId[]): GapComparison {
  const of = ({ gaps }: Analysis) => new Map(gaps.filter((g) => domains.includes(g.domain)).map((g) => [g.id, g]));
  const [was, is] = [of(before), of(after)];
  const kept = [...is.values()].flatMap((gap) => {
    const earlier = was.get(gap.id);
    return earlier ? [{ before: earlier, after: gap }] : [];
  });
  const other = kept.filter(({ before: a, after: b }) => a.level !== b.level || Math.round(a.people) !== Math.round(b.people));
  // What data were lost, or came, for may be all that changed.
  const isTold = (k: (typeof other)[number]) => silentCommunes(k.before, before) === silentCommunes(k.after, after);
  const changed = other.filter(isTold);
  const lost = [...was.values()].filter((g) => !is.has(g.id));
  const found = [...is.values()].filter((g) => !was.has(g.id));
  return {
    solved: lost.filter((g) => saysNone(g, after)),
    opened: found.filter((g) => saysNone(g, before)),
    unsure: [
      ...lost.filter((g) => !saysNone(g, after)),
      ...found.filter((g) => !saysNone(g, before)),
      ...other.filter((k) => !isTold(k)).map((k) => k.after),
    ],
    changed,
    unchanged: kept.length - other.length,
  };
}

/** A domain on both sides, for the whole territory. */
export interface DomainComparison {
  readonly domain: DomainId;
  readonly refusal: Refusal | null;
}

/** What is set against the diagnosis: an earlier state of it, or another diagnosis. */
export interface Comparison {
  readonly before: Analysis;
  readonly after: Analysis;
  readonly domains: readonly DomainComparison[];
  /** null: of another territory. */
  readonly schemes: SchemeComparison | null;
  readonly records: RecordComparison | null;
  readonly ties: TieComparison | null;
  readonly gaps: GapComparison | null;
}

interface Sides {
  readonly before: { readonly analysis: Analysis; readonly inventory: Inventory };
  readonly after: { readonly analysis: Analysis; readonly inventory: Inventory };
}

/** Two analyses set side by side, domain by domain where that means something. */
export function compare({ before, after }: Sides): Comparison {
  const [a, b] = [before.analysis, after.analysis];
  const domains = b.domains.map((domain) => ({ domain, refusal: refusalOf(domain, a, b) }));
  const isOneDepartement = a.departement === b.departement;
  const isOneTerritory = isOneDepartement && a.whole.code === b.whole.code && a.mesh === b.mesh;
  const comparable = domains.filter((d) => d.refusal === null).map((d) => d.domain);
  return {
    before: a,
    after: b,
    domains,
    schemes: isOneDepartement ? compareSchemes(before.inventory, after.inventory) : null,
    records: isOneDepartement ? compareRecords(before.inventory, after.inventory) : null,
    ties: isOneDepartement ? compareTies(before.inventory, after.inventory) : null,
    gaps: isOneTerritory ? compareGaps(a, b, comparable) : null,
  };
}
