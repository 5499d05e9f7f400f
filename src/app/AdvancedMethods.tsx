import { useEffect, useState } from 'react';
import type { MethodReading } from '../analysis/sensitivity';
import { useApp, useServices, useText } from '../panels/useApp';
import { shownDomain } from '../state/selectors';
import { formatNumber } from '../text/format';

/** Other measures of access against the one in force, for the domain shown; computed when opened, never printed. */
export function AdvancedMethods() {
  const text = useText();
  const { compareMethods } = useServices();
  const analysis = useApp((s) => s.analysis);
  const view = useApp((s) => s.view);
  const diagnosis = useApp((s) => s.history.present);
  const [isOpen, setOpen] = useState(false);
  const [found, setFound] = useState<{ readonly of: typeof diagnosis; readonly methods: readonly MethodReading[] } | null>(null);
  const domain = analysis ? shownDomain(view, analysis) : null;
  const isByPlaces = domain !== null && analysis?.access[domain]?.mode === 'capacite';
  useEffect(() => {
    if (!isOpen || !isByPlaces) return;
    let isCurrent = true;
    void compareMethods(domain).then((methods) => isCurrent && methods && setFound({ of: diagnosis, methods }));
    return () => {
      isCurrent = false;
    };
  }, [isOpen, isByPlaces, domain, diagnosis, compareMethods]);
  if (!domain) return null;
  const t = text.analysis.capacity.advanced;
  const name = text.model.domains[domain].name;
  const methods = found?.of === diagnosis ? found.methods : null;
  return (
    <details className="card-part" onToggle={(e) => setOpen(e.currentTarget.open)}>
      <summary>{t.title}</summary>
      <p className="small muted">{t.note}</p>
      {!isByPlaces && <p className="small">{t.presence(name)}</p>}
      {isByPlaces && !methods && <p role="status">{t.running}</p>}
      {isByPlaces && methods && <MethodTable caption={t.caption(name)} methods={methods} />}
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
