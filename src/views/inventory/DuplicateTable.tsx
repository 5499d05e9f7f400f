import type { DuplicateCase } from '../../import/linkage/review';
import type { Actor } from '../../model/inventory';
import { useDiagnosis, useText } from '../../panels/useApp';
import { sourceText } from '../../panels/words';
import { type InventoryIndex, indexOf } from '../../state/selectors';
import { formatNumber } from '../../text/format';
import type { Text } from '../../text/fr';
import { termLabel } from '../../text/terms';

type Evidence = DuplicateCase['pairs'][number]['fields'][number];
type Field = Evidence['field'];

interface Row {
  readonly label: string;
  /** The evidence that speaks of this row. */
  readonly fields: readonly Field[];
  readonly value: (actor: Actor) => readonly string[];
}

const shownAtMost = 3;

function rowsOf(index: InventoryIndex, text: Text): readonly Row[] {
  const t = text.import.duplicates;
  const sites = (a: Actor) => index.sitesOf.get(a.id) ?? [];
  const unique = (values: readonly (string | undefined)[]) => [...new Set(values.filter((v) => v !== undefined))];
  const otherEnd = (a: Actor) => (tie: { fromId: string; toId: string }) =>
    index.actors.get(tie.fromId === a.id ? tie.toId : tie.fromId)?.name;
  return [
    { label: text.import.fields.name, fields: ['name'], value: (a) => unique([a.name, a.acronym]) },
    { label: text.import.fields.kind, fields: [], value: (a) => [termLabel(text.model.kinds, a.kind)] },
    { label: text.import.fields.communeName, fields: ['commune'], value: (a) => unique(sites(a).map((s) => s.communeName)) },
    { label: t.place, fields: ['address', 'distance'], value: (a) => unique(sites(a).map((s) => s.address)) },
    { label: t.siret, fields: ['siret', 'siren'], value: (a) => unique([a.siret ?? a.siren]) },
    { label: 'FINESS', fields: ['finess'], value: (a) => unique([a.finess]) },
    { label: 'RNA', fields: ['rna'], value: (a) => unique([a.rna]) },
    { label: t.schemes, fields: [], value: (a) => unique((index.schemesOf.get(a.id) ?? []).map((s) => s.name)) },
    { label: t.ties, fields: [], value: (a) => unique((index.tiesOf.get(a.id) ?? []).map(otherEnd(a))) },
    { label: t.file, fields: [], value: (a) => [sourceText(a.source, text)] },
  ];
}

const order = ['disagrees', 'partly', 'agrees'] as const;

/** What the pairs say of a row, the least favourable first; null: nothing to compare. */
function agreementOf(pairs: DuplicateCase['pairs'], fields: readonly Field[]): Evidence | null {
  const found = pairs.flatMap((p) => p.fields).filter((e) => fields.includes(e.field));
  return found.sort((a, b) => order.indexOf(a.agreement) - order.indexOf(b.agreement))[0] ?? null;
}

/** Several records side by side, each field with what the comparison says of it, in words. */
export function DuplicateTable({ found, title }: { readonly found: DuplicateCase; readonly title: string }) {
  const text = useText();
  const { inventory } = useDiagnosis();
  const index = indexOf(inventory);
  const t = text.import.duplicates;
  const actors = found.ids.flatMap((id) => index.actors.get(id) ?? []);
  const rows = rowsOf(index, text).filter((row) => actors.some((a) => row.value(a).length > 0));
  return (
    <section
      className="table-frame"
      aria-label={title}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a frame that scrolls must be reachable by keyboard
      tabIndex={0}
    >
      <table className="table duplicates">
        <caption className="visually-hidden">{title}</caption>
        <thead>
          <tr>
            <th scope="col">{t.field}</th>
            {actors.map((a) => (
              <th scope="col" key={a.id}>
                {a.name}
                {a.id === found.keepId && <p className="small muted">{actors.length > 2 ? t.keptOf : t.kept}</p>}
              </th>
            ))}
            <th scope="col">{t.agreement}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.label}>
              <th scope="row">{row.label}</th>
              {actors.map((a) => (
                <td key={a.id}>
                  <Values values={row.value(a)} />
                </td>
              ))}
              <td>
                <Agreement evidence={agreementOf(found.pairs, row.fields)} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Values({ values }: { readonly values: readonly string[] }) {
  const t = useText().import.duplicates;
  if (values.length === 0) return <span className="muted">{t.noValue}</span>;
  const others = values.length - shownAtMost;
  return (
    <>
      {values.slice(0, shownAtMost).join(' · ')}
      {others > 0 && <span className="muted"> {t.others(others)}</span>}
    </>
  );
}

function Agreement({ evidence }: { readonly evidence: Evidence | null }) {
  const text = useText();
  const t = text.import.duplicates;
  if (!evidence) return null;
  const metres = evidence.distanceMetres;
  return (
    <span className={`agreement ${evidence.agreement}`}>
      {metres === undefined ? t.agreements[evidence.agreement] : t.distances[evidence.agreement]}
      {metres !== undefined && (
        <span className="small muted"> {t.apart(formatNumber(Math.max(1, Math.round(metres)), text.lang))}</span>
      )}
    </span>
  );
}
