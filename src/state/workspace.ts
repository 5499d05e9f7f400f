import type { Analysis } from '../analysis/analysis';
import type { Diagnosis } from '../document/diagnosis';
import { countsOf, type DiagnosisEntry, type DiagnosisSummary, type VersionEntry } from '../document/workspace';
import type { Inventory } from '../model/inventory';
import type { Territory } from '../model/territory';
import { normalise } from '../model/words';
import { censusUnits } from '../territory/territory';

/** What is done with the document in this tab: changed; shown until the user says which tab goes on; only looked at. */
export type Access = 'write' | 'asked' | 'look';

/** The diagnoses of this browser, and which of them is open. */
export interface Workspace {
  /** null: what is open is not kept (the untouched demonstration). */
  readonly openId: string | null;
  readonly access: Access;
  /** Last read from the storage. */
  readonly entries: readonly DiagnosisEntry[];
  /** Of the open one, newest first. */
  readonly versions: readonly VersionEntry[];
  /** The one deleted last, in this session: it can be brought back. */
  readonly removed: DiagnosisEntry | null;
}

export const firstWorkspace: Workspace = { openId: null, access: 'write', entries: [], versions: [], removed: null };

/** What the list tells of a diagnosis once it is analysed; what is not known yet is null. */
export function summaryOf(diagnosis: Diagnosis, analysis: Analysis | null, territory: Territory | null): DiagnosisSummary {
  const counts = countsOf(diagnosis);
  if (!analysis || territory?.code !== diagnosis.departement || analysis.departement !== diagnosis.departement) return counts;
  const { domains } = diagnosis.settings;
  const units = new Set(censusUnits(territory).map((u) => u.code));
  const complete = diagnosis.census.filter(
    (e) => e.state === 'complet' && units.has(e.unitCode) && domains.includes(e.domain),
  ).length;
  const cells = units.size * domains.length;
  return {
    ...counts,
    needs: [0, 1, 2, 3].map((level) => analysis.gaps.filter((g) => g.level === level).length),
    census: cells === 0 ? null : complete / cells,
  };
}

/** A record found in one of the diagnoses. */
export interface FoundRecord {
  readonly kind: 'actor' | 'scheme';
  readonly id: string;
  readonly name: string;
}

/** Actors and schemes whose name holds every word of a query, accents and case apart; at most `limit`. */
export function findByName(
  { actors, schemes }: Pick<Inventory, 'actors' | 'schemes'>,
  query: string,
  limit: number,
): FoundRecord[] {
  const words = normalise(query).split(' ').filter(Boolean);
  if (words.length === 0) return [];
  const isFound = (name: string) => {
    const plain = normalise(name);
    return words.every((w) => plain.includes(w));
  };
  return [
    ...actors.filter((a) => isFound(a.name)).map(({ id, name }) => ({ kind: 'actor' as const, id, name })),
    ...schemes.filter((s) => isFound(s.name)).map(({ id, name }) => ({ kind: 'scheme' as const, id, name })),
  ].slice(0, limit);
}
