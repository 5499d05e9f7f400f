import { useMemo } from 'react';
import { useApp, useText } from '../../panels/useApp';
import { borderSentence } from '../../sentences/border';
import { departementOf, findDepartement } from '../../territory/departements';
import { formatNumber } from '../../text/format';
import { DataTable, type TableColumn } from '../../ui/DataTable';

interface Neighbour {
  readonly code: string;
  readonly name: string;
  readonly places: number;
}

/** What is loaded of the départements around, and how many communes feel the want of it. */
export function BorderPart() {
  const text = useText();
  const territory = useApp((s) => s.territory);
  const analysis = useApp((s) => s.analysis);
  const t = text.territory.border;
  const rows = useMemo((): Neighbour[] => {
    const codes = [...new Set(territory?.border.map((c) => departementOf(c.code)))].sort();
    const sites = new Map(
      analysis?.placed.flatMap((p) => (p.neighbour && p.communeCode ? [[p.siteId, departementOf(p.communeCode)] as const] : [])),
    );
    return codes.map((code) => ({
      code,
      name: findDepartement(code)?.name ?? code,
      places: [...sites.values()].filter((d) => d === code).length,
    }));
  }, [territory, analysis]);
  const columns = useMemo(
    (): TableColumn<Neighbour>[] => [
      { key: 'name', label: t.departement, rowHeader: true, render: (r) => `${r.name} (${r.code})` },
      {
        key: 'places',
        label: t.places,
        align: 'end',
        render: (r) => (r.places === 0 ? t.noPlace : formatNumber(r.places, text.lang)),
      },
    ],
    [t, text],
  );
  if (!analysis || rows.length === 0) return null;
  const flags = analysis.domains.flatMap((d) => borderSentence(analysis, d, text) ?? []);
  return (
    <section className="stack tight" aria-labelledby="border-title">
      <h2 id="border-title">{t.title}</h2>
      <p className="muted prose">{t.note}</p>
      <DataTable caption={t.title} columns={columns} rows={rows} rowKey={(r) => r.code} emptyText="" />
      {flags.length === 0 ? (
        <p className="small">{t.none}</p>
      ) : (
        <ul className="small">
          {flags.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      )}
    </section>
  );
}
