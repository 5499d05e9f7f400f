import type { Analysis, CommuneDomain, UnitDomain } from '../analysis/analysis';
import { type NeedsReading, readNeeds } from '../analysis/needs';
import type { Diagnosis } from '../document/diagnosis';
import { hiddenCounts } from '../document/maskedCounts';
import type { Territory } from '../model/territory';
import { gapSentence } from '../sentences/gaps';
import { toldYoung } from '../sentences/young';
import { countedUnits } from '../territory/counted';
import type { Text } from '../text/fr';

const round = (value: number, digits: number) => Math.round(value * 10 ** digits) / 10 ** digits;
const minutesOf = (minutes: number | null) => (minutes === null ? null : round(minutes, 1));

/** An object with its numbers at six digits; the rest as it is. */
function rounded<T extends object>(record: T): T {
  const six = (value: unknown) => (typeof value === 'number' ? round(value, 6) : value);
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, six(value)])) as T;
}

const domainOf = (d: CommuneDomain | UnitDomain) => ({
  level: d.level,
  component: d.component,
  minutes: minutesOf(d.minutes),
  meanOfThree: minutesOf(d.meanOfThree),
  withinReach: d.withinReach,
  eligible: d.eligible,
  zoneStated: d.zoneStated,
  confidence: d.confidence,
  nearest: d.nearest,
});

const unitDomainOf = (people: (n: number) => number | null) => (d: UnitDomain) => ({
  ...domainOf(d),
  range: d.range,
  coverage: d.coverage && rounded(d.coverage),
  census: d.census,
  records: d.records,
  people: people(d.people),
  peopleAtMost: people(d.peopleAtMost),
  rate: d.rate === null ? null : round(d.rate, 4),
  youngByLevel: d.youngByLevel.map(people),
  youngWithoutData: people(d.youngWithoutData),
});

function mapValues<A, B>(record: Readonly<Partial<Record<string, A>>>, convert: (value: A) => B): Record<string, B> {
  return Object.fromEntries(
    Object.entries(record).flatMap(([key, value]) => (value === undefined ? [] : [[key, convert(value)]])),
  );
}

const briefOf = ({ level, component, minutes, withinReach, confidence }: CommuneDomain) => ({
  level,
  component,
  minutes: minutesOf(minutes),
  withinReach,
  confidence,
});

/**
 * The whole reading as JSON, stable and documented in the README: the same text from the app and from
 * `maillage diagnose --json`. Minutes at 0.1, people at 0.1, rates at 0.0001, places per person at 0.000001.
 */
export function diagnosticJson(diagnosis: Diagnosis, analysis: Analysis, territory: Territory, text: Text): string {
  const needs = readNeeds(diagnosis, territory);
  const people = (n: number) => {
    const told = toldYoung(n, analysis);
    return told === null ? null : round(told, 1);
  };
  const units = (list: readonly Analysis['whole'][], byNeed: readonly NeedsReading['whole'][]) =>
    list.map((u, i) => ({
      code: u.code,
      name: u.name,
      partial: u.partial,
      population: u.population,
      young: people(u.young),
      domains: mapValues(u.domains, unitDomainOf(people)),
      needs: mapValues(byNeed[i]!, unitDomainOf(people)),
    }));
  const { network, totals } = analysis;
  const counted = countedUnits(territory, diagnosis.sectors ?? []);
  const counts = (diagnosis.youngCounts ?? []).filter((c) => counted.has(c.unitCode));
  const hidden = hiddenCounts(counts, territory.wholeCode);
  const report = {
    departement: territory.code,
    name: territory.name,
    demonstration: diagnosis.demonstration,
    mesh: analysis.mesh,
    settings: analysis.settings,
    sources: {
      territory: territory.sources,
      young: analysis.youngFrom,
      files: diagnosis.files.map(({ importedOn: _, ...file }) => file),
    },
    ...(counts.length > 0 ? { youngCounts: counts.map((c) => (hidden.has(c) ? { ...c, people: null, hidden: true } : c)) } : {}),
    totals,
    needs: { schemes: needs.schemes, deduced: needs.deduced, thresholds: needs.thresholds },
    communes: analysis.communes.map((c, i) => ({
      code: c.code,
      name: c.name,
      unit: c.unitCode,
      population: c.population,
      young: people(c.young),
      domains: mapValues(c.domains, (d) => ({
        ...domainOf(d),
        robustness: d.robustness === null ? null : round(d.robustness, 4),
        access: d.access && rounded(d.access),
        range: d.range,
        border: d.border && { departements: d.border.departements, minutes: minutesOf(d.border.minutes) },
      })),
      needs: mapValues(needs.communes[i]!, briefOf),
    })),
    epci: units(analysis.units, needs.units),
    whole: units([analysis.whole], [needs.whole])[0],
    gaps: analysis.gaps.map((g) => ({
      ...g,
      people: people(g.people),
      rate: round(g.rate, 4),
      young: people(g.young),
      minutes: minutesOf(g.minutes),
      robustness: g.robustness && { ...g.robustness, share: round(g.robustness.share, 4) },
      access: g.access && rounded(g.access),
      candidates: g.candidates.map((c) => ({ ...c, minutes: round(c.minutes, 1) })),
      sentence: gapSentence(g, analysis, text),
    })),
    travel: { ...analysis.travel, line: analysis.travel.line && rounded(analysis.travel.line) },
    access: mapValues(analysis.access, (a) => ({ ...rounded(a), measures: a.measures && rounded(a.measures) })),
    continuity: analysis.continuity,
    network: {
      nodes: network.nodes.length,
      edges: network.ties.length,
      statedEdges: network.statedEdges,
      deducedEdges: network.deducedEdges,
      components: network.components,
      largestComponent: network.largestComponent,
      isolates: network.isolates,
      density: network.density,
      averageDegree: network.averageDegree,
    },
  };
  return `${JSON.stringify(report, null, 1)}\n`;
}
