import { X } from 'lucide-react';
import type { DomainId } from '../model/domains';
import type { Scheme } from '../model/inventory';
import { type ActorKind, actorKinds, dedications, publics } from '../model/lists';
import { countValues, isFiltering, keptSchemes } from '../state/selectors';
import { noFilters } from '../state/view';
import { formatNumber } from '../text/format';
import { Button } from '../ui/Button';
import { MultiMenu } from '../ui/MenuButton';
import { Segmented } from '../ui/Segmented';
import { DomainMark } from './DomainMark';
import { useApp, useDiagnosis, useServices, useText } from './useApp';

const valuesOf = {
  publics: (s: Scheme) => s.publics ?? [],
  dedications: (s: Scheme) => (s.dedication ? [s.dedication] : []),
};

/** The one set of filters, above every drawing; each value with the number of schemes it has. */
export function Filters() {
  const text = useText();
  const { look } = useServices();
  const view = useApp((s) => s.view);
  const { inventory, settings } = useDiagnosis();
  const { filters } = view;
  const of = (count: number | undefined) => formatNumber(count ?? 0, text.lang);
  const byDomain = countValues(inventory, null, (s) => s.domains);
  const emptyText = text.ui.filters.noValue;
  const readsOne = view.screen === 'map';
  const domain = view.domain ?? (readsOne ? (settings.domains[0] ?? null) : null);
  const byPublic = countValues(inventory, domain, valuesOf.publics);
  const byDedication = countValues(inventory, domain, valuesOf.dedications);
  const byKind = countValues<ActorKind>(inventory, domain, (_s, a) => (a ? [a.kind] : []));
  const segments = [
    ...(readsOne ? [] : [{ id: 'all' as const, label: text.ui.filters.all, count: of(inventory.schemes.length) }]),
    ...settings.domains.map((d) => ({
      id: d,
      label: (
        <>
          <DomainMark domain={d} />
          {text.model.domains[d].short}
        </>
      ),
      count: of(byDomain.get(d)),
    })),
  ];
  return (
    <div className="filters" role="toolbar" aria-label={text.ui.filters.label}>
      <Segmented
        label={text.ui.filters.domain}
        segments={segments}
        value={domain ?? 'all'}
        onChange={(id) => look({ domain: id === 'all' ? null : (id as DomainId) })}
      />
      <MultiMenu
        label={text.ui.filters.publics}
        emptyText={emptyText}
        entries={publics
          .filter((p) => byPublic.has(p) || filters.publics.includes(p))
          .map((p) => ({ id: p, label: text.model.publics[p], detail: of(byPublic.get(p)) }))}
        selected={filters.publics}
        onChange={(ids) => look({ filters: { ...filters, publics: publics.filter((p) => ids.includes(p)) } })}
      />
      <MultiMenu
        label={text.ui.filters.dedications}
        emptyText={emptyText}
        entries={dedications
          .filter((d) => byDedication.has(d) || filters.dedications.includes(d))
          .map((d) => ({ id: d, label: text.model.dedications[d], detail: of(byDedication.get(d)) }))}
        selected={filters.dedications}
        onChange={(ids) => look({ filters: { ...filters, dedications: dedications.filter((d) => ids.includes(d)) } })}
      />
      <MultiMenu
        label={text.ui.filters.kinds}
        emptyText={emptyText}
        entries={actorKinds
          .filter((k) => byKind.has(k.id) || filters.kinds.includes(k.id))
          .map((k) => ({ id: k.id, label: text.model.kinds[k.id], detail: of(byKind.get(k.id)) }))}
        selected={filters.kinds}
        onChange={(ids) => look({ filters: { ...filters, kinds: actorKinds.map((k) => k.id).filter((k) => ids.includes(k)) } })}
      />
      <FilterSentence />
    </div>
  );
}

/** Active filters as a sentence, with the one gesture that clears them. */
function FilterSentence() {
  const text = useText();
  const { look } = useServices();
  const { filters, domain, screen } = useApp((s) => s.view);
  const { inventory } = useDiagnosis();
  if (!isFiltering(filters)) return null;
  const words = [
    ...(domain ? [text.model.domains[domain].short] : []),
    ...filters.publics.map((p) => text.model.publics[p]),
    ...filters.dedications.map((d) => text.model.dedications[d]),
    ...filters.kinds.map((k) => text.model.kinds[k]),
    text.ui.counts.schemes(keptSchemes(inventory, filters, domain).length),
  ];
  return (
    <p className="filter-sentence">
      <span>
        {words.join(' · ')}
        {(screen === 'map' || screen === 'gaps') && ` · ${text.ui.filters.levelsUntouched}`}
      </span>
      <Button variant="quiet" icon={<X aria-hidden />} onPress={() => look({ filters: noFilters })}>
        {text.ui.filters.clear}
      </Button>
    </p>
  );
}
