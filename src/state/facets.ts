import { type FightId, fightIds, type NeedId, needIds } from '../model/domains';
import type { Actor, Scheme } from '../model/inventory';
import { type ActorKind, actorKinds, baseOf, type Dedication, dedications, type Public, publics } from '../model/lists';
import { type Stage, stages, stagesOf } from '../model/stages';

/** What schemes are filtered on, and the values of each. */
export interface FacetValues {
  readonly publics: Public;
  readonly stages: Stage;
  readonly dedications: Dedication;
  readonly needs: NeedId;
  readonly fights: FightId;
  readonly kinds: ActorKind;
}
export type FacetId = keyof FacetValues;

export interface Facet<T extends string> {
  /** In the order that lists show. */
  readonly values: readonly T[];
  /** Values of a scheme; none where it does not state them. */
  readonly of: (scheme: Scheme, actor: Actor | undefined) => readonly T[];
}

/** Menus, selection and address all derive from this list. */
export const facets: { readonly [K in FacetId]: Facet<FacetValues[K]> } = {
  publics: { values: publics, of: (s) => s.publics?.map(baseOf) ?? [] },
  stages: { values: stages, of: stagesOf },
  dedications: { values: dedications, of: (s) => (s.dedication ? [s.dedication] : []) },
  needs: { values: needIds, of: (s) => s.needs },
  fights: { values: fightIds, of: (s) => s.fights ?? [] },
  kinds: { values: actorKinds.map((k) => k.id), of: (_s, actor) => (actor ? [baseOf(actor.kind)] : []) },
};

export const facetIds = Object.keys(facets) as readonly FacetId[];

/** What is kept of the offer and of the ties; an empty list keeps everything. */
export type Filters = { readonly [K in FacetId]: readonly FacetValues[K][] };

export const noFilters: Filters = { publics: [], stages: [], dedications: [], needs: [], fights: [], kinds: [] };

export const isFiltering = (filters: Filters): boolean => facetIds.some((id) => filters[id].length > 0);

/** Whether a scheme has one of the values asked for in each facet; one that does not state them passes no filter on it. */
export const passes = (scheme: Scheme, actor: Actor | undefined, filters: Filters): boolean =>
  facetIds.every((id) => {
    const wanted: readonly string[] = filters[id];
    return wanted.length === 0 || facets[id].of(scheme, actor).some((value) => wanted.includes(value));
  });
