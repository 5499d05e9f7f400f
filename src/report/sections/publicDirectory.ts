import { zoneContains } from '../../analysis/supply';
import { publicCopy } from '../../document/publicCopy';
import { type DomainId, domainIds } from '../../model/domains';
import type { Actor, Inventory, Scheme, Site } from '../../model/inventory';
import type { Unit } from '../../model/territory';
import { normalise } from '../../model/words';
import { formatDate } from '../../text/format';
import { readingWords } from '../../text/reading';
import { termLabel } from '../../text/terms';
import type { ReportInput, SectionBuilder } from '../input';
import { finalText, number, paragraph } from '../input';
import { getReading } from '../readings';
import type { Card, Section } from '../report';
import { yearSpan } from './network';

/** What one actor offers in one domain, where it can be told: at some of its sites, at a distance, or nowhere known. */
interface Offer {
  readonly actor: Actor;
  readonly schemes: readonly Scheme[];
  readonly sites: readonly Site[];
}

const byName = (a: Offer, b: Offer): number =>
  a.actor.name.localeCompare(b.actor.name, 'fr') || (a.actor.id < b.actor.id ? -1 : 1);

/** The open schemes of a domain with their actors, those that pass a test, at the sites that pass another. */
function offersOf(
  { actors, schemes, sites }: Inventory,
  domain: DomainId,
  isHere: (site: Site) => boolean,
  isShown: (scheme: Scheme, here: readonly Site[]) => boolean,
): Offer[] {
  const siteOf = new Map(sites.map((s) => [s.id, s]));
  const found = new Map<string, { schemes: Scheme[]; sites: Set<Site> }>();
  for (const scheme of schemes) {
    if (scheme.closed === true || !scheme.domains.includes(domain)) continue;
    const here = scheme.siteIds.flatMap((id) => siteOf.get(id) ?? []).filter(isHere);
    if (!isShown(scheme, here)) continue;
    const offer = found.get(scheme.actorId) ?? { schemes: [], sites: new Set<Site>() };
    found.set(scheme.actorId, offer);
    offer.schemes.push(scheme);
    for (const site of here) offer.sites.add(site);
  }
  const byId = new Map(actors.map((a) => [a.id, a]));
  return [...found]
    .flatMap(([id, { schemes: own, sites: at }]): Offer[] => {
      const actor = byId.get(id);
      return actor ? [{ actor, schemes: own, sites: [...at] }] : [];
    })
    .sort(byName);
}

const known = <T>(values: readonly (T | undefined)[]): T[] => values.filter((v): v is T => v !== undefined);
const joined = (values: readonly string[]): string => [...new Set(values)].join(' ; ');

/** The widest ages of the schemes; nothing where one of them says none: it may take everybody. */
function agesText(schemes: readonly Scheme[], input: ReportInput): string {
  const words = readingWords(input.text.lang).directory;
  const [from, to] = [known(schemes.map((s) => s.ageMin)), known(schemes.map((s) => s.ageMax))];
  const least = from.length === schemes.length ? number(Math.min(...from), input) : null;
  const most = to.length === schemes.length ? number(Math.max(...to), input) : null;
  if (least !== null && most !== null) return words.ages(least, most);
  if (least !== null) return words.agesFrom(least);
  return most === null ? '' : words.agesTo(most);
}

function whereText(sites: readonly Site[], names: ReadonlyMap<string, string>, input: ReportInput): string {
  const words = readingWords(input.text.lang).directory;
  return joined(
    sites.flatMap((s) => {
      const town = names.get(s.communeCode ?? '') ?? s.communeName;
      // Most addresses end with their town.
      if (s.address) return [town && !normalise(s.address).includes(normalise(town)) ? `${s.address}, ${town}` : s.address];
      return town ? [s.precision === 'commune' ? words.town(town) : town] : [];
    }),
  );
}

/** How to go: mode, conditions, and what the source does not state. */
function howText(schemes: readonly Scheme[], input: ReportInput): string {
  const words = readingWords(input.text.lang).directory;
  const modes = schemes.flatMap((s) => (s.mode === 'distance' ? [words.remote] : s.mode === 'mobile' ? [words.mobile] : []));
  const unsure = schemes.some((s) => s.toVerify?.length || s.verification === 'a-verifier') ? [words.toVerify] : [];
  return joined([...modes, ...known(schemes.map((s) => s.conditions)), ...unsure]);
}

function card({ actor, schemes, sites }: Offer, names: ReadonlyMap<string, string>, input: ReportInput): Card {
  const { text } = input;
  const { lines } = readingWords(text.lang).directory;
  const told = [
    { label: lines.what, text: joined(schemes.map((s) => s.name).filter((name) => name !== actor.name)) },
    { label: lines.ages, text: agesText(schemes, input) },
    { label: lines.where, text: whereText(sites, names, input) },
    { label: lines.how, text: howText(schemes, input) },
    { label: lines.web, text: joined([...(actor.links ?? []), ...schemes.flatMap((s) => s.links ?? [])]) },
  ];
  return {
    title: finalText(actor.name, input),
    tag: finalText(termLabel(text.model.kinds, actor.kind), input),
    lines: told.filter((l) => l.text !== '').map((l) => ({ label: finalText(l.label, input), text: finalText(l.text, input) })),
  };
}

/** Open schemes that no chapter can show, since nothing says what they help with. */
function withoutDomain({ schemes, sites }: Inventory, chapters: readonly Chapter[]): number {
  const siteOf = new Map(sites.map((s) => [s.id, s]));
  return schemes.filter((scheme) => {
    if (scheme.closed === true || scheme.domains.length > 0) return false;
    const own = scheme.siteIds.flatMap((id) => siteOf.get(id) ?? []);
    return chapters.some((c) => c.isShown(scheme, own.filter(c.isHere)));
  }).length;
}

const nearPrefix = 'pres-';

/** Years that the records say they are from; empty: none says. */
function yearsOf({ actors, schemes }: Inventory): string {
  const years = [...actors, ...schemes].map((r) => r.originYear);
  return years.some((y) => y !== undefined) ? yearSpan(years) : '';
}

interface Chapter {
  readonly id: string;
  readonly title: string;
  readonly isHere: (site: Site) => boolean;
  readonly isShown: (scheme: Scheme, here: readonly Site[]) => boolean;
}

function chapterSections(
  chapter: Chapter,
  inventory: Inventory,
  names: ReadonlyMap<string, string>,
  input: ReportInput,
): Section[] {
  const words = readingWords(input.text.lang).directory;
  // Every domain: help with rights or papers is no less needed where its levels are not read.
  const parts = domainIds.flatMap((domain): Section[] => {
    const offers = offersOf(inventory, domain, chapter.isHere, chapter.isShown);
    if (offers.length === 0) return [];
    const cards = offers.map((offer) => card(offer, names, input));
    return [{ id: `${chapter.id}-${domain}`, level: 2, title: words.domains[domain], blocks: [{ kind: 'cards', items: cards }] }];
  });
  if (parts.length === 0) return [];
  return [{ id: chapter.id, level: 1, title: chapter.title, blocks: [] }, ...parts];
}

/** What is near: unit by unit; then what is reached from everywhere; then what has no known place. */
function chaptersOf(input: ReportInput): Chapter[] {
  const { analysis, territory, text } = input;
  const words = readingWords(text.lang).directory;
  const near = analysis.units.map((unit: Pick<Unit, 'code' | 'name' | 'communeCodes'>): Chapter => {
    const own = new Set(unit.communeCodes);
    return {
      id: `${nearPrefix}${unit.code}`,
      title: unit.name,
      isHere: (site) => own.has(site.communeCode ?? ''),
      isShown: (_, here) => here.length > 0,
    };
  });
  const isWide = (s: Scheme) =>
    s.mode === 'distance' || (s.zone !== undefined && territory.communes.every((c) => zoneContains(s.zone!, c)));
  const hasPlace = (here: readonly Site[]) => here.some((s) => s.communeCode !== undefined);
  return [
    ...near,
    { id: 'partout', title: words.everywhere, isHere: () => true, isShown: (s, here) => !hasPlace(here) && isWide(s) },
    { id: 'sans-lieu', title: words.unplaced, isHere: () => true, isShown: (s, here) => !hasPlace(here) && !isWide(s) },
  ];
}

/**
 * The booklet for everybody: who helps for what, near whom, how to go. Made from the public copy: no note, no contact, no
 * address of a protected place can be in it.
 */
export const publicDirectory = {
  id: 'repertoire',
  build: (input) => {
    const { date, diagnosis, territory, text } = input;
    const words = readingWords(text.lang).directory;
    const isPublic = getReading(input.options?.reading ?? 'commission').isPublic === true;
    const { inventory } = isPublic ? diagnosis : publicCopy(diagnosis, territory).copy;
    const names = new Map([...territory.border, ...territory.communes].map((c) => [c.code, c.name]));
    const chapters = chaptersOf(input);
    const parts = chapters.flatMap((chapter) => chapterSections(chapter, inventory, names, input));
    const shown = new Set(parts.map((s) => s.id));
    const empty = chapters.filter((c) => c.id.startsWith(nearPrefix) && !shown.has(c.id)).map((c) => c.title);
    const silent = withoutDomain(inventory, chapters);
    const blocks = [
      ...(parts.length === 0
        ? [paragraph(words.empty, input, 'vide')]
        : [
            paragraph(words.intro, input, 'intro'),
            paragraph(words.who, input, 'droits'),
            paragraph(words.dated(formatDate(date, text.lang), yearsOf(inventory)), input, 'date'),
            ...(empty.length > 0 ? [paragraph(words.noneHere(empty.join(', ')), input, 'territoires-vides')] : []),
          ]),
      ...(silent > 0 ? [paragraph(words.withoutDomain(silent, number(silent, input)), input, 'sans-domaine')] : []),
    ];
    return [{ id: 'repertoire', level: 1, newPage: true, title: words.how, blocks }, ...parts];
  },
} as const satisfies SectionBuilder;
