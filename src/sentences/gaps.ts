import type { Analysis, Component, Gap, Nearest, UnitDomain, UnitReading } from '../analysis/analysis';
import type { PossibleNeed } from '../analysis/gaps';
import type { DomainId, NeedId } from '../model/domains';
import { formatNumber, formatPeople, formatShare, typeset } from '../text/format';
import type { Text } from '../text/fr';
import { trimmed } from './coverage';
import { youngBasis, youngWho } from './young';

const minutesText = (minutes: number, text: Text) => formatNumber(Math.round(minutes), text.lang);

/** « CMP de Blain (CHU de Nantes) », or the name alone where the actor bears it too. */
export const placeName = (n: Pick<Nearest, 'name' | 'actorName'>): string =>
  n.actorName === '' || n.actorName === n.name ? n.name : `${n.name} (${n.actorName})`;

function whereSentence(territory: Gap['territory'], text: Text): string {
  const t = text.analysis;
  return t.inTerritory(territory.partial ? t.partialUnit(territory.name) : territory.name, territory.code);
}

function confidenceSentence({ census, confidence }: Pick<UnitDomain, 'census' | 'confidence'>, text: Text): string {
  const state = text.model.census[census];
  return confidence === null
    ? text.analysis.confidenceNone(state)
    : text.analysis.confidence(text.model.confidence[confidence], state);
}

/** An estimate of people in words; « moins de 5 » needs no « environ ». */
export const aboutPeople = (people: number, text: Text): string => {
  const words = formatPeople(people, text.lang);
  return people < 5 ? words : text.analysis.about(words);
};

const unitOf = (gap: Gap, analysis: Analysis): UnitReading =>
  analysis.units.find((u) => u.code === gap.territory.code) ?? analysis.whole;

function peopleSentence(gap: Pick<Gap, 'people' | 'young'>, analysis: Analysis, text: Text): string {
  const { young } = text.analysis;
  const basis = youngBasis(analysis, text);
  const { many } = youngWho(analysis, text);
  const [people, all] = [formatPeople(gap.people, text.lang), formatPeople(gap.young, text.lang)];
  return people === all
    ? young.all(aboutPeople(gap.young, text), many, basis)
    : young.some(aboutPeople(gap.people, text), all, many, basis);
}

/** Level 2, level 3 (`worst` people), or both: those at level 2 must not be said to be without any offer. */
function levelSentence(people: number, worst: number, component: Component, offer: string, text: Text): string {
  const words = text.analysis.gap;
  if (worst === 0) return words.insufficient(offer);
  const isAll = formatPeople(worst, text.lang) === formatPeople(people, text.lang);
  // For want of places, level 3 is not a want of sites.
  if (component === 'suffisance')
    return isAll ? words.veryInsufficient(offer) : words.mixedPlaces(offer, aboutPeople(worst, text));
  return isAll ? words.without(offer) : words.mixed(offer, aboutPeople(worst, text));
}

/** The actor that holds the nearest place; its scheme too where the actor has several places in this domain. */
export function nearestName(nearest: Nearest, domain: DomainId, analysis: Analysis): string {
  const place = analysis.placed.find((p) => p.schemeId === nearest.schemeId && p.siteId === nearest.siteId);
  const sites = new Set(
    analysis.placed.filter((p) => p.actorId === place?.actorId && p.domains.includes(domain)).map((p) => p.siteId),
  );
  return sites.size > 1 || nearest.actorName === '' ? placeName(nearest) : nearest.actorName;
}

/** « environ 4,2 places à portée pour 1 000 jeunes, 0,4 fois la référence ». */
const accessWords = (access: NonNullable<Gap['access']>, text: Text): string =>
  text.analysis.access(formatNumber(1000 * access.places, text.lang, 1), formatNumber(access.ratio, text.lang, 2));

/**
 * The need in one sentence with its proof: territory, young people (general population, estimate), domain, level,
 * nearest place and time, confidence and census.
 */
export function gapSentence(gap: Gap, analysis: Analysis, text: Text): string {
  const t = text.analysis;
  const worst = unitOf(gap, analysis).domains[gap.domain]?.youngByLevel[3] ?? 0;
  const level = levelSentence(gap.people, worst, gap.component, text.model.domains[gap.domain].offer, text);
  const head = `${whereSentence(gap.territory, text)}, ${peopleSentence(gap, analysis, text)} ${level}`;
  const short = gap.access && gap.component === 'suffisance' ? `${accessWords(gap.access, text)} ; ` : '';
  const tail =
    gap.nearest && gap.minutes !== null
      ? t.nearest(nearestName(gap.nearest, gap.domain, analysis), minutesText(gap.minutes, text)) +
        t.nearestSaturation[gap.nearest.saturation]
      : t.nearestNone;
  const { peopleAtMost = 0 } = unitOf(gap, analysis).domains[gap.domain] ?? {};
  const open = peopleAtMost - gap.people >= 1 ? ` ${t.capacity.atMost(aboutPeople(peopleAtMost, text))}` : '';
  return typeset(
    `${head}${t.separator}${short}${tail}. ${confidenceSentence(gap, text)}. ${gap.robustness ? t.sturdiness[gap.robustness.verdict] : t.robustnessPending}.${open}`,
    text.lang,
  );
}

/** A need that may be uncovered: it depends on places that are not stated. */
export function possibleNeedSentence({ unit, domain }: PossibleNeed, analysis: Analysis, text: Text): string {
  const reading = unit.domains[domain]!;
  const who = peopleSentence({ people: reading.peopleAtMost, young: unit.young }, analysis, text);
  const said = text.analysis.possible(whereSentence(unit, text), who, text.model.domains[domain].offer);
  return typeset(`${said} ${confidenceSentence(reading, text)}.`, text.lang);
}

/** One of the six needs of the law in one unit, in one sentence; null where nobody is concerned, or data are absent. */
export function legalNeedSentence(
  need: NeedId,
  unit: UnitReading,
  reading: UnitDomain,
  analysis: Analysis,
  text: Text,
): string | null {
  if (reading.level === null || reading.people === 0) return null;
  const offer = text.analysis.needOffer(text.model.needs[need]);
  const level = levelSentence(reading.people, reading.youngByLevel[3], 'distance', offer, text);
  const who = peopleSentence({ people: reading.people, young: unit.young }, analysis, text);
  return typeset(`${whereSentence(unit, text)}, ${who} ${level}. ${confidenceSentence(reading, text)}.`, text.lang);
}

/** Names of communes, the first ones in full, the rest counted. */
function communeNames(gap: Gap, analysis: Analysis, text: Text): string {
  const names = new Map(analysis.communes.map((c) => [c.code, c.name]));
  const shown = gap.communeCodes.slice(0, 6).map((code) => names.get(code) ?? code);
  const rest = gap.communeCodes.length - shown.length;
  return rest > 0 ? `${shown.join(', ')} ${text.analysis.proof.more(formatNumber(rest, text.lang), rest)}` : shown.join(', ');
}

/** How many of the communes concerned might reach something nearer beyond the border, if it were known. */
function borderProof(gap: Gap, analysis: Analysis, text: Text): string[] {
  const concerned = new Set(gap.communeCodes);
  const effects = analysis.communes.flatMap((c) => (concerned.has(c.code) ? (c.domains[gap.domain]?.border ?? []) : []));
  const departements = [...new Set(effects.flatMap((e) => e.departements))].sort();
  return effects.length === 0 ? [] : [text.territory.border.proof(effects.length, concerned.size, departements.join(', '))];
}

/** In capacity mode: access, its reference and where it comes from, the share of sites that state their places, the bounds. */
function capacityProof(gap: Gap, analysis: Analysis, text: Text): string[] {
  const access = analysis.access[gap.domain];
  if (!gap.access || access?.mode !== 'capacite' || access.reference === null) return [];
  const reference = formatNumber(1000 * access.reference, text.lang, 1);
  const words = text.analysis.capacity;
  return [
    words.proof(accessWords(gap.access, text), reference, words.referenceFrom[access.referenceFrom ?? 'interne']),
    words.known(formatShare(access.knownShare, text.lang)),
  ];
}

function robustnessProof(gap: Gap, analysis: Analysis, text: Text): string {
  if (!gap.robustness) return `${text.analysis.robustnessPending}.`;
  const words = gap.access ? text.analysis.robustnessInCapacity : text.analysis.robustness;
  const runs = formatNumber(analysis.access[gap.domain]?.runs ?? 0, text.lang);
  return words(formatShare(gap.robustness.share, text.lang), runs);
}

/** The verdict on a need in a word; that it is still to come while it is computed. */
export const sturdinessWord = ({ robustness }: Gap, text: Text): string =>
  robustness ? text.model.sturdiness[robustness.verdict] : text.analysis.robustnessPending;

/** The measure with its values, for the commune concerned that has the most young people. */
function formulaProof(gap: Gap, analysis: Analysis, text: Text): string[] {
  const commune = analysis.communes.find((c) => c.code === gap.communeCodes[0]);
  const reading = commune?.domains[gap.domain];
  if (!commune || !reading || reading.level === null) return [];
  const { formula } = text.analysis.proof;
  const { detour, speedKmh, accessMinutes, thresholds } = analysis.settings;
  const n = (value: number, digits = 0) => formatNumber(value, text.lang, digits);
  const time = () => {
    if (reading.minutes === null) return formula.none;
    // Stated times, or a line fitted to them, have no such formula.
    if (analysis.travel.files.length > 0) return formula.stated(n(Math.round(reading.minutes)));
    const km = ((reading.minutes - accessMinutes) * speedKmh) / (60 * detour);
    const [ratio, speed, before] = [detour, speedKmh, accessMinutes].map((v) => trimmed(v, text)) as [string, string, string];
    return formula.time(ratio, n(km, 1), speed, before, n(Math.round(reading.minutes)));
  };
  const { access } = reading;
  const reference = analysis.access[gap.domain]?.reference ?? null;
  const places =
    access && reference !== null ? [formula.places(n(1000 * access.central, 1), n(1000 * reference, 1), n(access.ratio, 2))] : [];
  const parts = [time(), formula.within(n(reading.withinReach), n(thresholds[gap.domain][1])), ...places];
  return [formula.all(commune.name, parts.join(' ; '), String(reading.level), text.model.components[reading.component])];
}

/** What stands behind a need, line by line: thresholds, communes, share, sites within reach, records, candidates. */
export function gapProof(gap: Gap, analysis: Analysis, text: Text): string[] {
  const p = text.analysis.proof;
  const [t1, t2, t3] = analysis.settings.thresholds[gap.domain].map((t) => formatNumber(t, text.lang)) as [
    string,
    string,
    string,
  ];
  const lines = [
    p.threshold(t1, t2, t3),
    ...formulaProof(gap, analysis, text),
    p.communes(formatNumber(gap.communeCodes.length, text.lang), communeNames(gap, analysis, text)),
    // A percentage on fewer than twenty people would claim more than it knows.
    ...(gap.young >= 20 ? [p.rate(formatShare(gap.rate, text.lang))] : []),
    p.within(formatNumber(gap.withinReach, text.lang), t2),
    p.records(formatNumber(unitOf(gap, analysis).domains[gap.domain]?.records ?? 0, text.lang)),
    ...capacityProof(gap, analysis, text),
    robustnessProof(gap, analysis, text),
    ...borderProof(gap, analysis, text),
    ...(gap.candidates.length > 0 && gap.robustness?.verdict === 'robuste'
      ? [
          text.analysis.candidates(
            gap.candidates.map((c) => text.analysis.candidate(c.name, minutesText(c.minutes, text))).join(' ; '),
          ),
        ]
      : []),
  ];
  return lines.map((line) => typeset(line, text.lang));
}
