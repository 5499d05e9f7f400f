import type { Actor, Point, Site } from '../../model/inventory';
import { normalise } from '../../model/words';
import { wordsOf } from './names';

/** An actor made ready to be compared: its identifiers, the words of its name, its places. */
export interface LinkageRecord {
  readonly id: string;
  readonly siren?: string;
  readonly siret?: string;
  readonly finess?: string;
  readonly rna?: string;
  readonly words: readonly string[];
  /** The words as one text. */
  readonly text: string;
  /** Words less those of its own communes, which repeat where it is; all of them when nothing is left. */
  readonly bareWords: readonly string[];
  /** Words and those of its only commune, as one text: "CCAS" in Nantes and "CCAS de Nantes" have the same. */
  readonly nameKey: string;
  readonly acronym: string;
  /** Positions known better than the commune. */
  readonly points: readonly Point[];
  readonly communes: ReadonlySet<string>;
  /** Commune and address, as one text. */
  readonly addresses: ReadonlySet<string>;
}

const streetWords: readonly (readonly [RegExp, string])[] = [
  [/\bav\b/g, 'avenue'],
  [/\b(bd|bld|boul)\b/g, 'boulevard'],
  [/\bpl\b/g, 'place'],
  [/\bimp\b/g, 'impasse'],
  [/\ball\b/g, 'allee'],
  [/\b(rte)\b/g, 'route'],
  [/\br\b/g, 'rue'],
  [/\bst\b/g, 'saint'],
  [/\b(bp|cs|cedex) ?\d*\b/g, ''],
];

/** An address in the same words whoever wrote it; boxes and CEDEX left out. */
const addressWords = (address: string): string =>
  streetWords.reduce((text, [short, long]) => text.replace(short, long), normalise(address)).trim();

const isExact = (site: Site): boolean =>
  site.point !== undefined && site.precision !== 'commune' && site.precision !== 'inconnue';

const communeOf = (site: Site): string | undefined =>
  site.communeCode ?? (site.communeName === undefined ? undefined : normalise(site.communeName));

function recordOf(actor: Actor, sites: readonly Site[]): LinkageRecord {
  const words = wordsOf(actor.name);
  const communes = new Set(sites.flatMap((s) => communeOf(s) ?? []));
  const communeWords = [...new Set(sites.flatMap((s) => (s.communeName === undefined ? [] : wordsOf(s.communeName))))];
  const bare = words.filter((w) => !communeWords.includes(w));
  const whole = communes.size === 1 ? [...new Set([...words, ...communeWords])].sort() : words;
  const addresses = sites.flatMap((s) => {
    const [commune, text] = [communeOf(s), addressWords(s.address ?? '')];
    return commune === undefined || text === '' ? [] : [`${commune}|${text}`];
  });
  const { siren = actor.siret?.slice(0, 9), siret, finess, rna } = actor;
  return {
    id: actor.id,
    ...(siren === undefined ? {} : { siren }),
    ...(siret === undefined ? {} : { siret }),
    ...(finess === undefined ? {} : { finess }),
    ...(rna === undefined ? {} : { rna }),
    words,
    text: words.join(' '),
    bareWords: bare.length > 0 ? bare : words,
    nameKey: whole.join(' '),
    acronym: normalise(actor.acronym ?? ''),
    points: sites.filter(isExact).map((s) => s.point!),
    communes,
    addresses: new Set(addresses),
  };
}

/** Actors ready to be compared, sorted by id so that the order of rows changes nothing. */
export function linkageRecords(actors: readonly Actor[], sites: readonly Site[]): readonly LinkageRecord[] {
  const sitesOf = new Map<string, Site[]>();
  for (const site of sites) {
    const own = sitesOf.get(site.actorId);
    if (own) own.push(site);
    else sitesOf.set(site.actorId, [site]);
  }
  const byId = new Map(actors.map((a) => [a.id, a]));
  return [...byId.values()].sort((a, b) => (a.id < b.id ? -1 : 1)).map((a) => recordOf(a, sitesOf.get(a.id) ?? []));
}
