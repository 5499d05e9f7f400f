import type { Analysis } from '../../analysis/analysis';
import type { Diagnosis } from '../../document/diagnosis';
import type { DomainId } from '../../model/domains';
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
