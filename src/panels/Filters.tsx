import { X } from 'lucide-react';
import type { DomainId } from '../model/domains';
import { type Facet, type FacetId, facetIds, facets, isFiltering, noFilters } from '../state/facets';
import { countValues, keptSchemes } from '../state/selectors';
import { formatNumber } from '../text/format';
import type { Text } from '../text/fr';
import { Button } from '../ui/Button';
import { MultiMenu } from '../ui/MenuButton';
import { Segmented } from '../ui/Segmented';
import { DomainMark } from './DomainMark';
import { useApp, useDiagnosis, useServices, useText } from './useApp';

/** The facets of each menu: those asked for most have their own. */
const menus = [
  { id: 'publics', facets: ['publics'] },
  { id: 'stages', facets: ['stages'] },
  { id: 'more', facets: ['dedications', 'needs', 'fights', 'kinds'] },
] as const satisfies readonly { readonly id: string; readonly facets: readonly FacetId[] }[];

/** Name of a value in words. */
const wordOf = (facet: FacetId, value: string, text: Text): string =>
  (text.model[facet] as Readonly<Record<string, string>>)[value] ?? value;

/** The one set of filters, above every drawing; each value with the number of schemes it has. */
export function Filters() {
  const text = useText();
  const { look } = useServices();
  const view = useApp((s) => s.view);
  const { inventory, settings } = useDiagnosis();
  const of = (count: number | undefined) => formatNumber(count ?? 0, text.lang);
  const byDomain = countValues(inventory, null, (s) => s.domains);
  const readsOne = view.screen === 'map';
  const domain = view.domain ?? (readsOne ? (settings.domains[0] ?? null) : null);
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
      {menus.map((menu) => (
        <FacetMenu key={menu.id} label={text.ui.filters[menu.id]} of={menu.facets} domain={domain} />
      ))}
      <FilterSentence />
    </div>
  );
}

interface MenuProps {
  readonly label: string;
  readonly of: readonly FacetId[];
  readonly domain: DomainId | null;
}

/** Values of one or several facets, each with the number of schemes of the domain that have it. */
function FacetMenu({ label, of, domain }: MenuProps) {
  const text = useText();
  const { look } = useServices();
  const filters = useApp((s) => s.view.filters);
  const { inventory } = useDiagnosis();
  const groups = of.map((id) => {
    const facet: Facet<string> = facets[id];
    const selected: readonly string[] = filters[id];
    const counts = countValues(inventory, domain, facet.of);
    const entries = facet.values
      .filter((v) => counts.has(v) || selected.includes(v))
      .map((v) => ({ id: v, label: wordOf(id, v, text), detail: formatNumber(counts.get(v) ?? 0, text.lang) }));
    return { id, label: text.ui.filters[id], entries, selected };
  });
  const onChange = (id: string, ids: readonly string[]) => {
    const { values }: Facet<string> = facets[id as FacetId];
    look({ filters: { ...filters, [id]: values.filter((v) => ids.includes(v)) } });
  };
  return <MultiMenu label={label} groups={groups} emptyText={text.ui.filters.noValue} onChange={onChange} />;
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
    ...facetIds.flatMap((id) => filters[id].map((value) => wordOf(id, value, text))),
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
