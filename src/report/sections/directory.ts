import { isOutside } from '../../analysis/places';
import { actorFamilies, familyOf } from '../../figures/actorFamilies';
import type { Actor, Inventory, Scheme, Site } from '../../model/inventory';
import { actorKinds } from '../../model/lists';
import { termLabel } from '../../text/terms';
import type { ReportInput, SectionBuilder } from '../input';
import { number, paragraph, table } from '../input';
import type { Block } from '../report';

const kindOrder = new Map<string, number>(actorKinds.map((k, i) => [k.id, i]));

function groupBy<T>(items: readonly T[], key: (item: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) groups.set(key(item), [...(groups.get(key(item)) ?? []), item]);
  return groups;
}

function agesText(scheme: Scheme, input: ReportInput): string {
  const words = input.text.report.directory;
  const { ageMin, ageMax } = scheme;
  if (ageMin !== undefined && ageMax !== undefined) return words.ages(number(ageMin, input), number(ageMax, input));
  if (ageMin !== undefined) return words.agesFrom(number(ageMin, input));
  return ageMax === undefined ? '' : words.agesTo(number(ageMax, input));
}

/** "Garantie logement – Logement, 16-25 ans, à vérifier": what is known of a scheme, and what remains to be verified. */
function schemeText(scheme: Scheme, actor: Actor, input: ReportInput): string {
  const { text } = input;
  const words = text.report.directory;
  const known = [
    scheme.domains.map((d) => text.model.domains[d].short).join(', ') || words.noDomain,
    agesText(scheme, input),
    scheme.dedication && scheme.dedication !== 'droit-commun' ? text.model.dedications[scheme.dedication] : '',
    scheme.places === undefined ? '' : words.places(number(scheme.places, input)),
    scheme.closed === true ? words.closed : '',
    scheme.toVerify?.length || scheme.verification === 'a-verifier' ? words.toVerify : '',
  ].filter(Boolean);
  return `${scheme.name === actor.name ? words.sameName : scheme.name} – ${known.join(', ')}`;
}

/** Communes where an actor receives people: never more precise, whatever the source holds. */
function placeText(sites: readonly Site[], input: ReportInput, names: ReadonlyMap<string, string>): string {
  const words = input.text.report.directory;
  const own = new Set(input.territory.communes.map((c) => c.code));
  const places = sites.map((site) => {
    const name = names.get(site.communeCode ?? '') ?? site.communeName;
    if (!name) return words.noPlace;
    return isOutside(site, own) ? `${name} (${words.neighbour})` : name;
  });
  return [...new Set(places)].join(', ') || words.noPlace;
}

/** The name, with the acronym where the name does not hold it already. */
function actorName({ name, acronym }: Actor): string {
  const said = acronym === undefined || name.toLowerCase().includes(acronym.toLowerCase());
  return said ? name : `${name} (${acronym})`;
}

function familyTable(input: ReportInput, title: string, actors: readonly Actor[], id: string): Block {
  const { diagnosis, territory, text } = input;
  const words = text.report.directory;
  const { sites, schemes } = diagnosis.inventory;
  const sitesOf = groupBy(sites, (s) => s.actorId);
  const schemesOf = groupBy(schemes, (s) => s.actorId);
  const names = new Map(territory.communes.map((c) => [c.code, c.name]));
  return table(input, {
    id,
    title,
    columns: [
      { key: 'acteur', label: words.actor, width: 32, kind: 'text', rowHeader: true },
      { key: 'type', label: words.kind, width: 17, kind: 'text' },
      { key: 'commune', label: words.place, width: 17, kind: 'text' },
      { key: 'dispositifs', label: words.schemes, width: 34, kind: 'text' },
    ],
    rows: actors.map((actor) => [
      actorName(actor),
      termLabel(text.model.kinds, actor.kind),
      placeText(sitesOf.get(actor.id) ?? [], input, names),
      (schemesOf.get(actor.id) ?? []).map((s) => schemeText(s, actor, input)).join(text.report.itemSeparator) || words.noScheme,
    ]),
    source: text.report.document.computed,
  });
}

/** So many actors of whom little is known are listed with the others; beyond, four pages of them tell a reader nothing. */
const mostSilent = 100;

/** Actors without any domain or tie, where they are many: a file of all town halls and social centres has hundreds. */
function silentActors({ actors, schemes, partnerships }: Inventory): readonly Actor[] {
  const told = new Set([
    ...schemes.filter((s) => s.domains.length > 0).map((s) => s.actorId),
    ...partnerships.flatMap((p) => [p.fromId, p.toId]),
  ]);
  const silent = actors.filter((a) => !told.has(a.id));
  return silent.length > mostSilent ? silent : [];
}

/** "Commune (207), CCAS (180), autres (12)": the commonest kinds first. */
function kindsText(actors: readonly Actor[], input: ReportInput): string {
  const { text } = input;
  const counts = [...groupBy(actors, (a) => a.kind)]
    .filter(([kind]) => kind !== 'autre')
    .map(([kind, members]) => [termLabel(text.model.kinds, kind), members.length] as const)
    .toSorted((a, b) => b[1] - a[1])
    .slice(0, 6);
  const rest = actors.length - counts.reduce((sum, [, n]) => sum + n, 0);
  const shown = [...counts, ...(rest > 0 ? [[text.report.directory.otherKinds, rest] as const] : [])];
  return shown.map(([label, n]) => `${label} (${number(n, input)})`).join(', ');
}

/** Actors by family and kind, with commune and schemes: organisations only, nothing personal. */
export const directory = {
  id: 'annuaire',
  build: (input) => {
    const { diagnosis, text } = input;
    const words = text.report.directory;
    const { actors } = diagnosis.inventory;
    const intro = paragraph(actors.length ? words.intro : words.empty, input, 'intro');
    const silent = silentActors(diagnosis.inventory);
    const left = new Set(silent);
    const sorted = actors
      .filter((a) => !left.has(a))
      .toSorted((a, b) => (kindOrder.get(a.kind) ?? 0) - (kindOrder.get(b.kind) ?? 0) || a.name.localeCompare(b.name, 'fr'));
    const families = actorFamilies
      .map((family) => ({ family, members: sorted.filter((actor) => familyOf(actor.kind) === family) }))
      .filter(({ members }) => members.length > 0);
    const blocks = [
      intro,
      ...(silent.length > 0
        ? [paragraph(words.silent(number(silent.length, input), kindsText(silent, input)), input, 'sans-domaine')]
        : []),
    ];
    return [
      { id: 'annuaire', level: 1, newPage: true, title: words.title, blocks },
      ...families.map(({ family, members }) => {
        const title = text.report.figures.families[family.id];
        return {
          id: `annuaire-${family.id}`,
          level: 2 as const,
          title,
          blocks: [familyTable(input, words.tableTitle(title), members, `annuaire-${family.id}`)],
        };
      }),
    ];
  },
} as const satisfies SectionBuilder;
