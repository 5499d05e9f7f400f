import { domainIds } from '../model/domains';
import { type FacetId, type Filters, facetIds, facets } from './facets';
import { type Focus, firstView, levelKeys, mapLayers, type Reading, type Screen, type View } from './view';

const screenWords: Readonly<Record<Screen, string>> = {
  inventory: 'inventaire',
  map: 'carte',
  gaps: 'besoins',
  network: 'reseau',
  report: 'rapport',
};
const focusWords: Readonly<Record<Focus['kind'], string>> = {
  commune: 'commune',
  unit: 'epci',
  actor: 'acteur',
  scheme: 'dispositif',
  tie: 'lien',
  gap: 'besoin',
};

const readingWords: Readonly<Record<Reading, string>> = {
  levels: 'domaines',
  needs: 'besoins-legaux',
  continuity: 'continuite',
  evolution: 'evolution',
};
const facetWords: Readonly<Record<FacetId, string>> = {
  publics: 'publics',
  stages: 'etapes',
  dedications: 'dedie',
  needs: 'besoins',
  fights: 'luttes',
  kinds: 'nature',
};

function keyOf<K extends string>(words: Readonly<Record<K, string>>, word: string | null): K | null {
  const entry = Object.entries(words).find(([, w]) => w === word);
  return entry ? (entry[0] as K) : null;
}

/** The values of a comma list that belong to a closed list, in the order of that list. */
function listOf<T extends string>(value: string | null, known: readonly T[]): readonly T[] {
  const given = new Set(value?.split(',') ?? []);
  return known.filter((k) => given.has(k));
}

function focusFrom(value: string | null): Focus | null {
  const colon = value?.indexOf(':') ?? -1;
  if (!value || colon < 1) return null;
  const kind = keyOf(focusWords, value.slice(0, colon) === 'ept' ? 'epci' : value.slice(0, colon));
  const id = value.slice(colon + 1);
  return kind && id ? { kind, id } : null;
}

/** The view and the département that an address asks for; what it does not say, or says wrongly, takes its first value. */
export function readAddress(search: string): { view: View; departement: string | null; lang: 'fr' | 'en' | null } {
  const q = new URLSearchParams(search);
  // « domaines » is the older word: one value is a choice, several are all.
  const asked = listOf(q.get('domaine') ?? q.get('domaines'), domainIds);
  const renderer = q.get('rendu');
  const lang = q.get('langue');
  return {
    departement: /^(\d{2,3}|2[AB])$/.test(q.get('dep') ?? '') ? q.get('dep') : null,
    lang: lang === 'fr' || lang === 'en' ? lang : null,
    view: {
      screen: keyOf(screenWords, q.get('ecran')) ?? firstView.screen,
      domain: asked.length === 1 ? (asked[0] ?? null) : null,
      filters: Object.fromEntries(
        facetIds.map((id) => [id, listOf<string>(q.get(facetWords[id]), facets[id].values)]),
      ) as unknown as Filters,
      focus: focusFrom(q.get('focus')),
      hiddenLevels: listOf(q.get('niveaux-masques'), levelKeys),
      layers: listOf(q.get('couches'), mapLayers),
      beside: ([...domainIds, 'etat'] as const).find((b) => b === q.get('comparer')) ?? null,
      asTable: q.get('tableau') === '1',
      reading: keyOf(readingWords, q.get('lecture')) ?? firstView.reading,
      ranking: q.get('rang') === 'taux' ? 'rate' : 'people',
      colourBy: q.get('couleur') === 'nature' ? 'kind' : 'domain',
      renderer: renderer === 'webgl' || renderer === 'canvas' ? renderer : null,
    },
  };
}

/** The address of a view: only what differs from the first view, never a record's content. */
export function writeAddress(view: View, departement: string, lang: 'fr' | 'en' = 'fr'): string {
  const parts: [string, string][] = [
    ['ecran', screenWords[view.screen]],
    ['dep', departement],
  ];
  if (view.domain) parts.push(['domaine', view.domain]);
  if (view.focus) parts.push(['focus', `${focusWords[view.focus.kind]}:${view.focus.id}`]);
  const lists: [string, readonly string[]][] = [
    ...facetIds.map((id): [string, readonly string[]] => [facetWords[id], view.filters[id]]),
    ['niveaux-masques', view.hiddenLevels],
    ['couches', view.layers],
  ];
  for (const [key, values] of lists) if (values.length > 0) parts.push([key, values.join(',')]);
  if (view.beside) parts.push(['comparer', view.beside]);
  if (view.asTable) parts.push(['tableau', '1']);
  if (view.reading !== firstView.reading) parts.push(['lecture', readingWords[view.reading]]);
  if (view.ranking === 'rate') parts.push(['rang', 'taux']);
  if (view.colourBy === 'kind') parts.push(['couleur', 'nature']);
  if (view.renderer) parts.push(['rendu', view.renderer]);
  if (lang === 'en') parts.push(['langue', 'en']);
  return `?${parts.map(([k, v]) => `${k}=${encodeURIComponent(v).replace(/%3A/g, ':').replace(/%2C/g, ',')}`).join('&')}`;
}
