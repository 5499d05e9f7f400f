import { useEffect, useState } from 'react';
import { useApp, useServices, useText } from '../../panels/useApp';
import type { FoundElsewhere } from '../../panels/workspaceServices';
import { LinkButton } from '../../ui/Button';
import { TextInput } from '../../ui/TextInput';

const pauseMs = 250;

/** Actors and schemes of every diagnosis, by name; one that is chosen opens with its card. */
export function SearchAll() {
  const text = useText();
  const { workspace } = useServices();
  const entries = useApp((s) => s.workspace.entries);
  const [query, setQuery] = useState('');
  const [found, setFound] = useState<readonly FoundElsewhere[] | null>(null);
  const isAsked = query.trim().length > 1;
  const t = text.workspace;
  useEffect(() => {
    setFound(null);
    if (!isAsked) return;
    let isPast = false;
    const timer = setTimeout(() => void workspace.search(query).then((records) => isPast || setFound(records)), pauseMs);
    return () => {
      isPast = true;
      clearTimeout(timer);
    };
  }, [workspace, query, isAsked]);
  const titles = new Map(entries.map((e) => [e.id, e.summary.title]));
  return (
    <section className="stack tight">
      <TextInput label={t.search} value={query} onChange={setQuery} placeholder={t.searchHint} />
      <p className="small muted" role="status">
        {isAsked ? (found ? t.found(found.length) : t.searching) : ''}
      </p>
      {found && found.length > 0 && (
        <ul className="found-all">
          {found.map((r) => (
            <li key={`${r.diagnosisId}|${r.kind}|${r.id}`}>
              <LinkButton onPress={() => workspace.open(r.diagnosisId, { kind: r.kind, id: r.id })}>{r.name}</LinkButton>{' '}
              <span className="small muted">
                {text.ui.card.kinds[r.kind]} {t.foundIn(titles.get(r.diagnosisId) ?? '')}
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
