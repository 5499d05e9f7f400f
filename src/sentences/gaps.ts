import type { Analysis, Gap, Nearest } from '../analysis/analysis';
import { formatNumber, formatPeople, formatShare, typeset } from '../text/format';
import type { Text } from '../text/fr';

const minutesText = (minutes: number, text: Text) => formatNumber(Math.round(minutes), text.lang);

/** « CMP de Blain (CHU de Nantes) », or the name alone where the actor bears it too. */
export const placeName = (n: Pick<Nearest, 'name' | 'actorName'>): string =>
  n.actorName === '' || n.actorName === n.name ? n.name : `${n.name} (${n.actorName})`;

function whereSentence(gap: Gap, text: Text): string {
  const t = text.analysis;
  const name = gap.territory.partial ? t.partialUnit(gap.territory.name) : gap.territory.name;
  return t.inTerritory(name, gap.territory.code);
}

function confidenceSentence(gap: Gap, text: Text): string {
  const census = text.model.census[gap.census];
  return gap.confidence === null
    ? text.analysis.confidenceNone(census)
    : text.analysis.confidence(text.model.confidence[gap.confidence], census);
}

/**
 * The need in one sentence with its proof: territory, young people (general population, estimate), domain, level,
 * nearest place and time, confidence and census.
 */
export function gapSentence(gap: Gap, _analysis: Analysis, text: Text): string {
  const t = text.analysis;
  const offer = text.model.domains[gap.domain].offer;
  const words = t.gap[gap.level === 3 ? 3 : 2];
  const where = whereSentence(gap, text);
  const young = t.young(formatPeople(gap.young, text.lang));
  const isAll = gap.rate > 0.995;
  const head = isAll ? words.all(where, young, offer) : words.some(where, young, formatPeople(gap.people, text.lang), offer);
  const tail =
    gap.nearest && gap.minutes !== null ? t.nearest(placeName(gap.nearest), minutesText(gap.minutes, text)) : t.nearestNone;
  return typeset(`${head}${t.separator}${tail}. ${confidenceSentence(gap, text)}.`, text.lang);
}

/** Names of communes, the first ones in full, the rest counted. */
function communeNames(gap: Gap, analysis: Analysis, text: Text): string {
  const names = new Map(analysis.communes.map((c) => [c.code, c.name]));
  const shown = gap.communeCodes.slice(0, 6).map((code) => names.get(code) ?? code);
  const rest = gap.communeCodes.length - shown.length;
  return rest > 0 ? `${shown.join(', ')} ${text.analysis.proof.more(formatNumber(rest, text.lang))}` : shown.join(', ');
}

/** What stands behind a need, line by line: thresholds, communes, share, sites within reach, records, candidates. */
export function gapProof(gap: Gap, analysis: Analysis, text: Text): string[] {
  const p = text.analysis.proof;
  const [t1, t2, t3] = analysis.settings.thresholds[gap.domain].map((t) => formatNumber(t, text.lang)) as [
    string,
    string,
    string,
  ];
  const unit = analysis.units.find((u) => u.code === gap.territory.code) ?? analysis.whole;
  const lines = [
    p.threshold(t1, t2, t3),
    p.communes(formatNumber(gap.communeCodes.length, text.lang), communeNames(gap, analysis, text)),
    // A percentage on fewer than twenty people would claim more than it knows.
    ...(gap.young >= 20 ? [p.rate(formatShare(gap.rate, text.lang))] : []),
    p.within(formatNumber(gap.withinReach, text.lang), t2),
    p.records(formatNumber(unit.domains[gap.domain]?.records ?? 0, text.lang)),
    ...(gap.candidates.length > 0
      ? [
          text.analysis.candidates(
            gap.candidates.map((c) => text.analysis.candidate(c.name, minutesText(c.minutes, text))).join(' ; '),
          ),
        ]
      : []),
  ];
  return lines.map((line) => typeset(line, text.lang));
}
