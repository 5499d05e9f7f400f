import type { Analysis } from '../../analysis/analysis';
import type { Diagnosis } from '../../document/diagnosis';
import type { DomainId } from '../../model/domains';
import type { Territory } from '../../model/territory';
import { shownDomain } from '../../state/selectors';
import type { Compared } from '../../state/store';
import type { View } from '../../state/view';
import { formatDate } from '../../text/format';
import type { Text } from '../../text/fr';

/** One map of levels: what it reads, and its title beside another. */
export interface PaneModel {
  readonly key: string;
  readonly domain: DomainId;
  readonly analysis: Analysis;
  readonly diagnosis: Diagnosis;
  readonly title: string;
}

interface Input {
  readonly analysis: Analysis;
  readonly diagnosis: Diagnosis;
  readonly compared: Compared | null;
  readonly view: View;
}

/** One map, or two: another domain beside the first, or an earlier state before the present one; and why not, in words. */
export function panesOf(input: Input, text: Text): { readonly panes: readonly PaneModel[]; readonly note: string | null } {
  const { analysis, diagnosis, compared, view } = input;
  const domain = shownDomain(view, analysis);
  const own = (d: DomainId): PaneModel => ({ key: d, domain: d, analysis, diagnosis, title: text.model.domains[d].name });
  if (view.beside !== 'etat') {
    const { beside } = view;
    const isOther = beside !== null && beside !== domain && analysis.domains.includes(beside);
    return { panes: isOther ? [own(domain), own(beside)] : [own(domain)], note: null };
  }
  if (!compared?.comparison.schemes) return { panes: [own(domain)], note: null };
  const { comparison, name, on } = compared;
  const why = comparison.domains.find((d) => d.domain === domain)?.refusal;
  if (why) {
    const t = text.compare;
    return { panes: [own(domain)], note: t.refused(text.model.domains[domain].name, t.refusal[why]) };
  }
  const title = on === null ? name : `${name} (${formatDate(on, text.lang)})`;
  return {
    panes: [
      { key: 'etat', domain, analysis: comparison.before, diagnosis: compared.diagnosis, title },
      { key: 'present', domain, analysis: comparison.after, diagnosis, title: text.compare.now },
    ],
    note: comparison.after.access[domain]?.reference === null ? null : text.compare.held,
  };
}

/** Title of the drawing; two domains are named in short, to stay on a line. */
export function titleOf(panes: readonly PaneModel[], territory: Territory, text: Text): string {
  const domains = [...new Set(panes.map((p) => p.domain))];
  const names = domains.map((d) => text.model.domains[d][domains.length > 1 ? 'short' : 'name']);
  return text.ui.map.title(names.join(text.ui.map.versus), territory.name);
}

/** Communes, then the places drawn and the schemes that are not, domain by domain where there are two. */
export function subtitleOf(panes: readonly PaneModel[], territory: Territory, text: Text): string {
  // Of an earlier state and the present one, the present: it comes last.
  const byDomain = new Map(panes.map((p) => [p.domain, p]));
  const parts = [...byDomain.values()].map(({ domain, analysis }) => {
    const counts = analysis.totals.byDomain[domain];
    const places = new Set(analysis.placed.filter((p) => p.domains.includes(domain)).map((p) => p.siteId)).size;
    const words = text.ui.map.placed(places, counts ? counts.schemes - counts.placed : 0, byDomain.size > 1);
    return byDomain.size > 1 ? text.ui.map.ofDomain(text.model.domains[domain].short, words) : words;
  });
  return [text.ui.counts.communes(territory.communes.length), ...parts].join(' · ');
}
