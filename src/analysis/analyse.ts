import type { Diagnosis } from '../document/diagnosis';
import type { DomainId } from '../model/domains';
import type { Inventory } from '../model/inventory';
import type { Mesh } from '../model/lists';
import { type Sector, sectorCode, type Territory, type Unit } from '../model/territory';
import type { AccessBounds } from './access';
import type { Analysis, CommuneReading, PlacedScheme } from './analysis';
import { viewBorder } from './border';
import { type CapacityDomain, capacityRuns, capacityShares } from './capacityRobustness';
import { readCensus } from './census';
import { capacityDomain, readCommunes, readDomain } from './communes';
import { readContinuity } from './continuity';
import { findGaps } from './gaps';
import { readNetwork } from './network';
import { placeSchemes } from './places';
import { rememberLast } from './remember';
import { robustnessRuns } from './robustness';
import type { Held, HeldDomain } from './supply';
import { countTotals } from './totals';
import { travelOf } from './travel';
import { readUnit } from './units';

/** The whole territory as one unit. */
export function wholeUnit(territory: Territory): Unit {
  return {
    code: territory.wholeCode,
    name: territory.name,
    kind: 'departement',
    partial: false,
    communeCodes: territory.communes.map((c) => c.code),
  };
}

/** The user's sectors, then each commune that is in none of them alone, so that nobody is left out. */
function sectorUnits(territory: Territory, sectors: readonly Sector[]): readonly Unit[] {
  const own = new Set(territory.communes.map((c) => c.code));
  const taken = new Set(sectors.flatMap((s) => s.communeCodes));
  const named = sectors.flatMap(({ name, communeCodes: stated }): Unit[] => {
    const communeCodes = stated.filter((code) => own.has(code));
    const partial = communeCodes.length < stated.length;
    return communeCodes.length === 0 ? [] : [{ code: sectorCode(name), name, kind: 'secteur', partial, communeCodes }];
  });
  const alone = territory.communes
    .filter((c) => !taken.has(c.code))
    .map((c): Unit => ({ code: c.code, name: c.name, kind: 'commune', partial: false, communeCodes: [c.code] }));
  return [...named, ...alone];
}

/** Units of a mesh; EPCI where the mesh does not exist in this territory. */
export function unitsOf(territory: Territory, mesh: Mesh, sectors: readonly Sector[] = []): readonly Unit[] {
  if (mesh === 'departement') return [wholeUnit(territory)];
  if (mesh === 'secteur' && sectors.length > 0) return sectorUnits(territory, sectors);
  return mesh === 'ept' && territory.ept.length > 0 ? territory.ept : territory.epci;
}

const placedOf = rememberLast((_: 'placed', inventory: Inventory, territory: Territory, showProtectedPlaces: boolean) =>
  placeSchemes(inventory, territory, showProtectedPlaces),
);
const censusOf = rememberLast(
  (_: 'census', inventory: Inventory, declared: Diagnosis['census'], territory: Territory, placed: readonly PlacedScheme[]) =>
    readCensus({ inventory, census: declared }, territory, placed),
);
const networkOf = rememberLast((_: 'network', inventory: Inventory, deducedTies: boolean) => readNetwork(inventory, deducedTies));
const totalsOf = rememberLast((_: 'totals', inventory: Inventory, placed: readonly PlacedScheme[], domains: string) =>
  countTotals(inventory, placed, domains.split(' ') as DomainId[]),
);

/** What a diagnosis says of a territory before it is told unit by unit: domains seen from the communes. */
export function lookAt(diagnosis: Diagnosis, territory: Territory, held: Held = {}) {
  const { settings, inventory } = diagnosis;
  const placed = placedOf('placed', inventory, territory, settings.showProtectedPlaces);
  const census = censusOf('census', inventory, diagnosis.census, territory, placed);
  const travel = travelOf(diagnosis, territory);
  const readings = settings.domains.map((d) => readDomain(d, territory.communes, placed, diagnosis, travel, held[d]));
  return { diagnosis, territory, placed, census, travel, readings };
}

type Look = ReturnType<typeof lookAt>;
/** Robustness of the domains in capacity mode, as far as it is computed. */
type Shares = ReadonlyMap<DomainId, Float64Array>;

/** The whole analysis, from what was seen. */
function tell({ diagnosis, territory, placed, census, travel, readings }: Look, shares: Shares): Analysis {
  const { settings, inventory } = diagnosis;
  const { domains, mesh } = settings;
  const border = viewBorder(territory, placed, travel);
  const units = unitsOf(territory, mesh, diagnosis.sectors);
  const unitOf = new Map(units.flatMap((u) => u.communeCodes.map((code): [string, string] => [code, u.code])));
  const byDomain = readings.map((r) => readCommunes(r, diagnosis, { census, border }, shares.get(r.domain) ?? null));
  const communes = territory.communes.map(
    (c, i): CommuneReading => ({
      code: c.code,
      name: c.name,
      unitCode: unitOf.get(c.code)!,
      population: c.population,
      young: c.young,
      domains: Object.fromEntries(domains.map((d, k) => [d, byDomain[k]![i]!])),
    }),
  );
  const byCode = new Map(communes.map((c) => [c.code, c]));
  const read = (unit: Unit) => readUnit(unit, byCode, settings, territory, census);
  const unitReadings = units.map(read);
  const whole = read(wholeUnit(territory));
  return {
    departement: territory.code,
    mesh,
    settings,
    domains,
    communes,
    units: unitReadings,
    whole,
    youngFrom: territory.youngFrom,
    travel: travel.reading,
    access: Object.fromEntries(
      readings.map(({ domain, access }) => [
        domain,
        { ...access, runs: access.mode === 'capacite' ? capacityRuns : robustnessRuns },
      ]),
    ),
    robustness: readings.every((r) => r.places === null || shares.has(r.domain)) ? 'faite' : 'en-cours',
    gaps: findGaps({
      units: unitReadings,
      domains,
      communes: byCode,
      territory: new Map(territory.communes.map((c) => [c.code, c])),
      placed,
      travel,
    }),
    placed,
    continuity: readContinuity({ settings, domains, units: unitReadings, whole, placed, inventory, territory, travel }),
    network: networkOf('network', inventory, settings.deducedTies),
    totals: totalsOf('totals', inventory, placed, domains.join(' ')),
  };
}

/** Robustness already computed, by the access it is about. */
const computed = new WeakMap<AccessBounds, { readonly key: string; readonly shares: Float64Array }>();

/** What else than the access decides its robustness. */
const keyOf = ({ domain, reference, settings }: CapacityDomain) => `${reference} ${settings.thresholds[domain][1]}`;

const capacityDomainsOf = ({ readings, diagnosis }: Look): CapacityDomain[] =>
  readings.flatMap((r) => capacityDomain(r, diagnosis.settings) ?? []);

/** The robustness that is known already. */
function knownShares(seen: Look): Shares {
  const known = new Map<DomainId, Float64Array>();
  for (const input of capacityDomainsOf(seen)) {
    const last = computed.get(input.places);
    if (last?.key === keyOf(input)) known.set(input.domain, last.shares);
  }
  return known;
}

/** Computes the robustness that is not known yet, stopping after each pass. */
function* computeShares(seen: Look): Generator<void> {
  const known = knownShares(seen);
  for (const input of capacityDomainsOf(seen))
    if (!known.has(input.domain)) computed.set(input.places, { key: keyOf(input), shares: yield* capacityShares(input) });
}

/** What a diagnosis says of a territory at once: all but the robustness of domains in capacity mode, unless it is known. */
export function analyseAtOnce(diagnosis: Diagnosis, territory: Territory): Analysis {
  const seen = lookAt(diagnosis, territory);
  return tell(seen, knownShares(seen));
}

/** The same while nothing of it changes: what is read under it is then known again. */
const heldOf = rememberLast(
  (_: DomainId, mode: HeldDomain['mode'], reference: number | null, known: HeldDomain['known']): HeldDomain => ({
    mode,
    reference,
    known,
  }),
);

/** How the domains of a diagnosis are read, for another state of it to be read alike. */
export function holdOf(diagnosis: Diagnosis, territory: Territory): Held {
  const { readings } = lookAt(diagnosis, territory);
  return Object.fromEntries(
    readings.map(({ domain, access, supply }) => [domain, heldOf(domain, access.mode, access.reference, supply.known)]),
  );
}

/** Everything a diagnosis says of a territory, read as it is or as what is held. Pure: same input, same analysis. */
export function analyse(diagnosis: Diagnosis, territory: Territory, held: Held = {}): Analysis {
  const seen = lookAt(diagnosis, territory, held);
  for (const _ of computeShares(seen));
  return tell(seen, knownShares(seen));
}

/** `analyse` that lets others in after each pass: `goOn` answers whether it still has to be done; null: it was not. */
export async function analyseInSteps(
  diagnosis: Diagnosis,
  territory: Territory,
  goOn: () => Promise<boolean>,
): Promise<Analysis | null> {
  const seen = lookAt(diagnosis, territory);
  for (const _ of computeShares(seen)) if (!(await goOn())) return null;
  return tell(seen, knownShares(seen));
}
