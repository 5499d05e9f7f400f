import type { Colouring, Sizing } from '../analysis/actorTraits';
import { domainIds } from '../model/domains';
import { type FacetId, type Filters, facetIds, facets } from './facets';
import {
  type Arrangement,
  documentKinds,
  type Focus,
  firstView,
  levelKeys,
  mapLayers,
  type NetworkReadingId,
  type Reading,
  type Screen,
  type View,
} from './view';

type NetworkKey =
  | 'colourBy'
  | 'sizeBy'
  | 'arrangement'
  | 'network'
  | 'around'
  | 'pathTo'
  | 'withoutDepartement'
  | 'withPending'
  | 'networkOn';

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
const colouringWords: Readonly<Record<Colouring, string>> = {
  domain: 'domaine',
  kind: 'nature',
  epci: 'epci',
  community: 'communaute',
  status: 'statut',
  mobilisation: 'mobilisation',
};
const sizingWords: Readonly<Record<Sizing, string>> = {
  degree: 'liens',
  betweenness: 'intermediaire',
  places: 'places',
  amount: 'montant',
};
const arrangementWords: Readonly<Record<Arrangement, string>> = { ties: 'liens', places: 'lieux', circles: 'instances' };
const networkWords: Readonly<Record<NetworkReadingId, string>> = {
  graph: 'graphe',
  matrices: 'matrices',
  findings: 'constats',
  suggestions: 'suggestions',
  funding: 'financements',
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

/** What the address says of the network. */
function networkFrom(q: URLSearchParams): Pick<View, NetworkKey> {
  const around = Number(q.get('autour'));
  const on = q.get('liens-au') ?? '';
  return {
    colourBy: keyOf(colouringWords, q.get('couleur')) ?? firstView.colourBy,
    sizeBy: keyOf(sizingWords, q.get('taille')) ?? firstView.sizeBy,
    arrangement: keyOf(arrangementWords, q.get('disposition')) ?? firstView.arrangement,
    network: keyOf(networkWords, q.get('reseau')) ?? firstView.network,
    around: [1, 2, 3].includes(around) ? around : null,
    pathTo: q.get('chemin-vers'),
    withoutDepartement: q.get('sans-departement') === '1',
    withPending: q.get('souhaites') !== '0',
    networkOn: /^\d{4}-\d{2}-\d{2}$/.test(on) ? on : null,
  };
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
      document: documentKinds.find((d) => d === q.get('rapport')) ?? firstView.document,
      reportUnit: q.get('territoire'),
      reportSince: q.get('depuis'),
      ranking: q.get('rang') === 'taux' ? 'rate' : 'people',
      ...networkFrom(q),
      renderer: renderer === 'webgl' || renderer === 'canvas' ? renderer : null,
    },
  };
}

function networkParts(view: View): [string, string][] {
  const words: [string, string, string][] = [
    ['couleur', colouringWords[view.colourBy], colouringWords[firstView.colourBy]],
    ['taille', sizingWords[view.sizeBy], sizingWords[firstView.sizeBy]],
    ['disposition', arrangementWords[view.arrangement], arrangementWords[firstView.arrangement]],
    ['reseau', networkWords[view.network], networkWords[firstView.network]],
    ['autour', String(view.around ?? ''), ''],
    ['chemin-vers', view.pathTo ?? '', ''],
    ['sans-departement', view.withoutDepartement ? '1' : '', ''],
    ['souhaites', view.withPending ? '' : '0', ''],
    ['liens-au', view.networkOn ?? '', ''],
  ];
  return words.flatMap(([key, word, first]): [string, string][] => (word === first ? [] : [[key, word]]));
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
  if (view.document !== firstView.document) parts.push(['rapport', view.document]);
  if (view.reportUnit) parts.push(['territoire', view.reportUnit]);
  if (view.reportSince) parts.push(['depuis', view.reportSince]);
  if (view.ranking === 'rate') parts.push(['rang', 'taux']);
  parts.push(...networkParts(view));
  if (view.renderer) parts.push(['rendu', view.renderer]);
  if (lang === 'en') parts.push(['langue', 'en']);
  return `?${parts.map(([k, v]) => `${k}=${encodeURIComponent(v).replace(/%3A/g, ':').replace(/%2C/g, ',')}`).join('&')}`;
}
