import { useEffect, useState } from 'react';
import type { MethodReading } from '../analysis/sensitivity';
import type { Diagnosis } from '../document/diagnosis';
import type { DomainId } from '../model/domains';
import { useApp, useServices, useText } from '../panels/useApp';
import { shownDomain } from '../state/selectors';
import { formatNumber } from '../text/format';

type Answer = readonly MethodReading[] | 'failed' | 'none';

/** The measures of a domain, asked for when one is given; null while they are computed. */
function useMethods(domain: DomainId | null): Answer | null {
  const { compareMethods } = useServices();
  const diagnosis = useApp((s) => s.history.present);
  const [found, setFound] = useState<{ readonly of: Diagnosis; readonly domain: DomainId; readonly answer: Answer } | null>(null);
  useEffect(() => {
    if (!domain) return;
    let isCurrent = true;
    const settle = (answer: Answer) => isCurrent && setFound({ of: diagnosis, domain, answer });
    setFound(null);
    compareMethods(domain).then(
      (methods) => settle(methods ?? 'none'),
      (error: unknown) => {
        console.warn('Maillage: methods', error);
        settle('failed');
      },
    );
    return () => {
      isCurrent = false;
    };
  }, [domain, diagnosis, compareMethods]);
  return found?.of === diagnosis && found.domain === domain ? found.answer : null;
}

/** Other measures of access against the one in force, for the domain shown; computed when opened, never printed. */
export function AdvancedMethods() {
  const text = useText();
  const analysis = useApp((s) => s.analysis);
  const view = useApp((s) => s.view);
  const inForce = useApp((s) => s.history.present.settings.domains);
  const [isOpen, setOpen] = useState(false);
  const shown = analysis ? shownDomain(view, analysis) : null;
  // The analysis may be that of a moment ago: a domain that was given up since is not asked for.
  const domain = shown && inForce.includes(shown) ? shown : null;
  const isByPlaces = domain !== null && analysis?.access[domain]?.mode === 'capacite';
  const answer = useMethods(isOpen && isByPlaces ? domain : null);
  if (!domain) return null;
  const t = text.analysis.capacity.advanced;
  const name = text.model.domains[domain].name;
  return (
    <details className="card-part" onToggle={(e) => setOpen(e.currentTarget.open)}>
      <summary>{t.title}</summary>
      <p className="small muted">{t.note}</p>
      {!isByPlaces || answer === 'none' ? (
        <p className="small">{t.presence(name)}</p>
      ) : answer === 'failed' ? (
        <p role="alert">{t.failed}</p>
      ) : answer ? (
        <MethodTable caption={t.caption(name)} methods={answer} />
      ) : (
        <p role="status">{t.running}</p>
      )}
    </details>
  );
}

function MethodTable({ caption, methods }: { readonly caption: string; readonly methods: readonly MethodReading[] }) {
  const text = useText();
  const t = text.analysis.capacity.advanced;
  return (
    <div className="table-frame">
      <table className="table">
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{t.head.method}</th>
            <th scope="col" className="end">
              {t.head.correlation}
            </th>
            <th scope="col" className="end">
              {t.head.changing}
            </th>
          </tr>
        </thead>
        <tbody>
          {methods.map(({ method, correlation, changing, communes }) => (
            <tr key={method}>
              <th scope="row">{t.methods[method]}</th>
              <td className="end">{correlation === null ? '–' : formatNumber(correlation, text.lang, 3)}</td>
              <td className="end">
                {changing === null ? t.ranksOnly : t.outOf(formatNumber(changing, text.lang), formatNumber(communes, text.lang))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
