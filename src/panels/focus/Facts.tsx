import type { ReactNode } from 'react';
import type { Source } from '../../model/inventory';
import { useText } from '../useApp';
import { sourceText } from '../words';

/** Named facts, one a line; a fact without a value is left out. */
export function Facts({ facts }: { readonly facts: readonly (readonly [label: string, value: ReactNode])[] }) {
  return (
    <dl className="facts">
      {facts.map(
        ([label, value]) =>
          value !== null &&
          value !== undefined &&
          value !== '' && (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ),
      )}
    </dl>
  );
}

interface OriginProps {
  readonly sources: readonly Source[];
  readonly origin?: string | undefined;
  readonly year?: number | undefined;
}

/** Where a record was read: origin told by the source, file and row. */
export function Origin({ sources, origin, year }: OriginProps) {
  const text = useText();
  return (
    <section className="card-part">
      <h3>{text.ui.card.source}</h3>
      {origin && (
        <p>
          {origin}
          {year !== undefined && ` (${year})`}
        </p>
      )}
      <ul className="small muted">
        {sources.map((s) => (
          <li key={`${s.file}:${s.row}`}>{sourceText(s, text)}</li>
        ))}
      </ul>
    </section>
  );
}
