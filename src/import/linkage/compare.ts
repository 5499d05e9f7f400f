import { type AgreementRates, probabilityOf, totalWeight } from './fellegiSunter';
import { jaroWinkler } from './jaro';
import { isTownHallAndCcas, type NameLikeness, nameLikeness } from './names';
import type { LinkageRecord } from './records';

export type LinkageField = 'siret' | 'siren' | 'finess' | 'rna' | 'name' | 'distance' | 'address' | 'commune';

/** What one field says of a pair; `weight` in bits, above zero when it speaks for the same actor. */
export interface Evidence {
  readonly field: LinkageField;
  readonly agreement: 'agrees' | 'partly' | 'disagrees';
  readonly weight: number;
  /** Of the nearest two places, when the field is the distance. */
  readonly distanceMetres?: number;
}

/** Why a pair is left to the user however probable it is. */
export type Caution =
  | 'two-sirets'
  | 'two-identifiers'
  | 'elsewhere'
  | 'place-unknown'
  | 'other-name'
  | 'town-hall-and-ccas'
  | 'mixed-cluster'
  | 'large-cluster';

export interface Comparison {
  readonly probability: number;
  readonly fields: readonly Evidence[];
  readonly cautions: readonly Caution[];
}

/**
 * Rates of agreement chosen by Maillage after `guide/methods.md` 6 (fixed: an inventory is too small for EM), one line
 * per level of each field: m among pairs of the same actor, u among pairs of two actors. `prior` as in linkage.json.
 * A place is told by one field only, the best known: distance, else address, else commune; they repeat one another.
 */
export const rates = {
  prior: 1e-4,
  identifier: { same: { m: 0.9, u: 5e-6 }, other: { m: 0.1, u: 1 } },
  siret: { same: { m: 0.9, u: 5e-6 }, sameSiren: { m: 0.07, u: 1e-3 }, other: { m: 0.03, u: 1 } },
  siren: { same: { m: 0.97, u: 1e-3 }, other: { m: 0.03, u: 1 } },
  /** u of "same" is the share of the other actors that bear the name, between these bounds. */
  name: {
    same: { m: 0.6, u: { least: 5e-5, most: 0.02 } },
    near: { m: 0.15, u: 1.5e-4 },
    /** Typing errors only, in a name of three words or more: hardly ever by chance. */
    nearLong: { m: 0.15, u: 1e-5 },
    close: { m: 0.07, u: 5e-4 },
    partly: { m: 0.1, u: 5e-3 },
    other: { m: 0.08, u: 1 },
  },
  distance: { within50: { m: 0.6, u: 1e-3 }, within250: { m: 0.22, u: 3e-3 }, sameCommune: { m: 0.1, u: 0.05 } },
  address: { same: { m: 0.6, u: 1e-3 }, other: { m: 0.1, u: 0.08 } },
  commune: { same: { m: 0.9, u: 0.08 }, other: { m: 0.08, u: 0.92 } },
} as const;

/** Bearers of a name are counted among at least so many actors: three namesakes among six tell nothing. */
const fewestActors = 2000;

const bits = ({ m, u }: AgreementRates): number => Math.log2(m / u);

const agreementOf = {
  same: 'agrees',
  near: 'agrees',
  close: 'partly',
  partly: 'partly',
  sameSiren: 'partly',
  other: 'disagrees',
} as const;

function registerEvidence(a: LinkageRecord, b: LinkageRecord): Evidence | null {
  if (a.siret !== undefined && b.siret !== undefined) {
    const level = a.siret === b.siret ? 'same' : a.siren === b.siren ? 'sameSiren' : 'other';
    return { field: 'siret', agreement: agreementOf[level], weight: bits(rates.siret[level]) };
  }
  if (a.siren === undefined || b.siren === undefined) return null;
  const level = a.siren === b.siren ? 'same' : 'other';
  return { field: 'siren', agreement: agreementOf[level], weight: bits(rates.siren[level]) };
}

function identityEvidence(a: LinkageRecord, b: LinkageRecord): Evidence[] {
  const register = registerEvidence(a, b);
  const out = register ? [register] : [];
  for (const field of ['finess', 'rna'] as const) {
    if (a[field] === undefined || b[field] === undefined) continue;
    const level = a[field] === b[field] ? 'same' : 'other';
    out.push({ field, agreement: agreementOf[level], weight: bits(rates.identifier[level]) });
  }
  return out;
}

const haveCommon = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean => {
  const [small, large] = a.size <= b.size ? [a, b] : [b, a];
  for (const value of small) if (large.has(value)) return true;
  return false;
};

const metresPerDegree = 111_195;

/** Metres between the nearest two exact places (on a plane: enough within a few kilometres); null when a side has none. */
function nearestMetres(a: LinkageRecord, b: LinkageRecord): number | null {
  let nearest = Number.POSITIVE_INFINITY;
  for (const p of a.points) {
    for (const q of b.points) {
      const dLat = p.lat - q.lat;
      const dLon = (p.lon - q.lon) * Math.cos((p.lat * Math.PI) / 180);
      nearest = Math.min(nearest, dLat * dLat + dLon * dLon);
    }
  }
  return Number.isFinite(nearest) ? metresPerDegree * Math.sqrt(nearest) : null;
}

/** Two ways to write one address: equal, or the same number and nearly the same street. */
function isSameAddress(a: string, b: string): boolean {
  if (a === b) return true;
  const numbers = (text: string) =>
    text
      .slice(text.indexOf('|') + 1)
      .match(/\d+/g)
      ?.join(' ') ?? '';
  const [left, right] = a < b ? [a, b] : [b, a];
  return numbers(a) !== '' && numbers(a) === numbers(b) && jaroWinkler(left, right) >= 0.92;
}

function addressEvidence(a: LinkageRecord, b: LinkageRecord): Evidence | null {
  if (a.addresses.size === 0 || b.addresses.size === 0) return null;
  const same = [...a.addresses].some((x) => [...b.addresses].some((y) => isSameAddress(x, y)));
  const level = same ? 'same' : 'other';
  return { field: 'address', agreement: agreementOf[level], weight: bits(rates.address[level]) };
}

/** Evidence without a distance, made once. */
const evidenceOf = <F extends LinkageField>(field: F, agreement: Evidence['agreement'], level: AgreementRates): Evidence => ({
  field,
  agreement,
  weight: bits(level),
});
const sameCommune = evidenceOf('commune', 'agrees', rates.commune.same);
const otherCommune = evidenceOf('commune', 'disagrees', rates.commune.other);
const distanceWeights = {
  within50: bits(rates.distance.within50),
  within250: bits(rates.distance.within250),
  farInCommune: bits(rates.distance.sameCommune),
};

function distanceEvidence(metres: number, a: LinkageRecord, b: LinkageRecord): Evidence {
  const field = 'distance';
  if (metres <= 50) return { field, agreement: 'agrees', weight: distanceWeights.within50, distanceMetres: metres };
  if (metres <= 250) return { field, agreement: 'partly', weight: distanceWeights.within250, distanceMetres: metres };
  const weight = haveCommon(a.communes, b.communes) ? distanceWeights.farInCommune : otherCommune.weight;
  return { field, agreement: 'disagrees', weight, distanceMetres: metres };
}

/** What the places say; null when one side has none. */
function placeEvidence(a: LinkageRecord, b: LinkageRecord): Evidence | null {
  const metres = nearestMetres(a, b);
  if (metres !== null) return distanceEvidence(metres, a, b);
  if (a.communes.size === 0 || b.communes.size === 0) return null;
  if (!haveCommon(a.communes, b.communes)) return otherCommune;
  return addressEvidence(a, b) ?? sameCommune;
}

const levels: readonly NameLikeness[] = ['same', 'near', 'close', 'partly', 'other'];

/** Whether a name is the short form the other goes by. */
const isAcronymOf = (a: LinkageRecord, b: LinkageRecord): boolean =>
  a.acronym.length >= 3 && (a.acronym === b.acronym || a.acronym === b.bareWords.join(' '));

function likenessOf(a: LinkageRecord, b: LinkageRecord): NameLikeness {
  if (isSameName(a, b)) return 'same';
  const bare = nameLikeness(a.bareWords, b.bareWords);
  // In one commune its name says nothing; where a side does not know its commune, the whole names are tried too.
  const whole = haveCommon(a.communes, b.communes) ? 'other' : nameLikeness(a.words, b.words);
  const byAcronym = isAcronymOf(a, b) || isAcronymOf(b, a) ? 'close' : 'other';
  const found = new Set<NameLikeness>([bare === 'same' ? 'near' : bare, whole, byAcronym]);
  return levels.find((level) => found.has(level)) ?? 'other';
}

const isTownHallPair = (a: LinkageRecord, b: LinkageRecord): boolean =>
  isTownHallAndCcas(a.bareWords, b.bareWords) || isTownHallAndCcas(a.words, b.words);

const isSameName = (a: LinkageRecord, b: LinkageRecord): boolean => a.nameKey === b.nameKey || a.text === b.text;

const priorWeight = totalWeight(rates.prior, []);
const bestNames = {
  same: bits({ m: rates.name.same.m, u: rates.name.same.u.least }),
  sameCount: bits(rates.name.nearLong),
  otherCount: bits(rates.name.close),
};

/** The most the names can weigh, told without comparing their words: most pairs go no further. */
function bestNameWeight(a: LinkageRecord, b: LinkageRecord): number {
  if (isSameName(a, b)) return bestNames.same;
  const hasSameCount = a.words.length === b.words.length || a.bareWords.length === b.bareWords.length;
  return hasSameCount ? bestNames.sameCount : bestNames.otherCount;
}

/** Compares records of one inventory; it counts how many bear each name, a rare one being worth more. */
export class Comparer {
  private readonly bearers = new Map<string, number>();
  private readonly actors: number;

  constructor(records: readonly LinkageRecord[]) {
    this.actors = Math.max(fewestActors, records.length);
    for (const { text } of records) this.bearers.set(text, (this.bearers.get(text) ?? 0) + 1);
  }

  /** Share of the other actors that bear the rarer way of writing a name both bear. */
  private rarity(a: LinkageRecord, b: LinkageRecord): number {
    const bearers = Math.min(...[a, b].map((r) => this.bearers.get(r.text) ?? 0));
    const { least, most } = rates.name.same.u;
    return Math.min(most, Math.max(least, (bearers - 2) / this.actors));
  }

  private nameEvidence(a: LinkageRecord, b: LinkageRecord): Evidence {
    const level = isTownHallPair(a, b) ? 'partly' : likenessOf(a, b);
    const { m, u } = rates.name[level === 'near' && Math.min(a.words.length, b.words.length) >= 3 ? 'nearLong' : level];
    return {
      field: 'name',
      agreement: agreementOf[level],
      weight: bits({ m, u: typeof u === 'number' ? u : this.rarity(a, b) }),
    };
  }

  /** What speaks for and against two records being one actor; null when even one name could not make it likely. */
  compare(a: LinkageRecord, b: LinkageRecord): Comparison | null {
    const identity = identityEvidence(a, b);
    const place = placeEvidence(a, b);
    const others = identity.reduce((sum, e) => sum + e.weight, priorWeight + (place?.weight ?? 0));
    if (others + bestNameWeight(a, b) < 0) return null;
    const name = this.nameEvidence(a, b);
    const fields = [...identity, name, ...(place ? [place] : [])];
    return { probability: probabilityOf(others + name.weight), fields, cautions: cautionsOf(a, b, name, fields, place) };
  }
}

function cautionsOf(
  a: LinkageRecord,
  b: LinkageRecord,
  name: Evidence,
  fields: readonly Evidence[],
  place: Evidence | null,
): Caution[] {
  const differs = (field: LinkageField) => fields.some((f) => f.field === field && f.agreement === 'disagrees');
  const found: Readonly<Record<Exclude<Caution, 'mixed-cluster' | 'large-cluster'>, boolean>> = {
    'two-sirets': a.siret !== undefined && b.siret !== undefined && a.siret !== b.siret,
    'two-identifiers': differs('siren') || differs('finess') || differs('rna'),
    elsewhere: place?.agreement === 'disagrees',
    'place-unknown': place === null && name.agreement !== 'agrees',
    'other-name': name.agreement === 'disagrees',
    'town-hall-and-ccas': isTownHallPair(a, b),
  };
  return (Object.keys(found) as (keyof typeof found)[]).filter((caution) => found[caution]);
}
