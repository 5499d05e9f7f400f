import type { Analysis, CommuneDomain, UnitDomain } from '../analysis/analysis';
import type { NeedsReading } from '../analysis/needs';
import { type DomainId, needIds } from '../model/domains';
import type { Text } from '../text/fr';

/** What a column of the matrix reads: a domain, or one of the six needs of the law. */
export interface Theme {
  readonly id: string;
  /** In full, and as a column has room for. */
  readonly name: string;
  readonly short: string;
  /** The domain that it is; null: a need. */
  readonly domain: DomainId | null;
  /** By code of a unit of the mesh, or of the whole. */
  readonly ofUnit: (code: string) => UnitDomain | undefined;
  /** By rank of a commune in the analysis. */
  readonly ofCommune: (rank: number) => CommuneDomain | undefined;
}

export function domainThemes(analysis: Analysis, domains: readonly DomainId[], text: Text): readonly Theme[] {
  const units = new Map([...analysis.units, analysis.whole].map((u) => [u.code, u.domains]));
  return domains.map((domain) => ({
    id: domain,
    name: text.model.domains[domain].name,
    short: text.model.domains[domain].short,
    domain,
    ofUnit: (code) => units.get(code)?.[domain],
    ofCommune: (rank) => analysis.communes[rank]?.domains[domain],
  }));
}

export function needThemes(analysis: Analysis, needs: NeedsReading, text: Text): readonly Theme[] {
  const units = new Map([
    ...analysis.units.map((u, i) => [u.code, needs.units[i]] as const),
    [analysis.whole.code, needs.whole] as const,
  ]);
  return needIds.map((need) => ({
    id: `besoin-${need}`,
    name: text.model.needs[need],
    short: text.model.needsShort[need],
    domain: null,
    ofUnit: (code) => units.get(code)?.[need],
    ofCommune: (rank) => needs.communes[rank]?.[need],
  }));
}
