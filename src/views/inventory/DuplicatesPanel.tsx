import { useEffect, useRef, useState } from 'react';
import type { Command } from '../../document/commands';
import { distinctPair } from '../../document/duplicates';
import type { DuplicateCase } from '../../import/linkage/review';
import { useDiagnosis, useServices, useText } from '../../panels/useApp';
import { indexOf } from '../../state/selectors';
import { Button, LinkButton, PlainButton } from '../../ui/Button';
import { DuplicateTable } from './DuplicateTable';
import { useReview } from './useReview';

const shownAtFirst = 10;

const mergeOf = ({ ids, keepId }: DuplicateCase): Command => ({
  type: 'mergeActors',
  keepId,
  dropIds: ids.filter((id) => id !== keepId),
});

/** Every two actors of a case, said different. */
const differenceOf = ({ ids }: DuplicateCase): Command[] =>
  ids.flatMap((a, i) => ids.slice(i + 1).map((b): Command => ({ type: 'declareDistinct', pair: distinctPair(a, b) })));

/** Doublons: sure groups merged together, doubtful pairs one by one; each step can be undone. */
export function DuplicatesPanel() {
  const text = useText();
  const review = useReview();
  const t = text.import.duplicates;
  if (!review) return <p className="muted">{t.looking}</p>;
  if (review.groups.length + review.doubtful.length === 0) return <p className="empty muted">{t.none}</p>;
  return (
    <div className="stack">
      <p className="muted prose">{t.note}</p>
      {review.groups.length > 0 && <SureGroups groups={review.groups} />}
      {review.doubtful.length > 0 && <DoubtfulPairs pairs={review.doubtful} />}
    </div>
  );
}

function SureGroups({ groups }: { readonly groups: readonly DuplicateCase[] }) {
  const text = useText();
  const { dispatchAll } = useServices();
  const [shown, setShown] = useState(shownAtFirst);
  const t = text.import.duplicates;
  return (
    <section className="stack tight" aria-labelledby="sure-duplicates">
      <header className="draft-bar">
        <div>
          <h2 id="sure-duplicates">{t.sure(groups.length)}</h2>
          <p>{t.sureNote}</p>
        </div>
        <Button variant="primary" onPress={() => dispatchAll(groups.map(mergeOf), t.said.mergedAll(groups.length))}>
          {t.mergeAll(groups.length)}
        </Button>
      </header>
      <ul className="duplicate-groups">
        {groups.slice(0, shown).map((group) => (
          <SureGroup key={group.ids.join()} group={group} />
        ))}
      </ul>
      {groups.length > shown && (
        <div>
          <Button onPress={() => setShown(groups.length)}>{t.more(groups.length - shown)}</Button>
        </div>
      )}
    </section>
  );
}

function SureGroup({ group }: { readonly group: DuplicateCase }) {
  const text = useText();
  const { dispatch, dispatchAll } = useServices();
  const { actors } = indexOf(useDiagnosis().inventory);
  const [isOpen, setOpen] = useState(false);
  const t = text.import.duplicates;
  const name = actors.get(group.keepId)?.name ?? '';
  const fieldsThat = (agreement: 'agrees' | 'partly') => {
    const found = group.pairs.flatMap((p) => p.fields.filter((f) => f.agreement === agreement).map((f) => t.fields[f.field]));
    return [...new Set(found)].join(', ');
  };
  return (
    <li className="stack tight">
      <p className="line">
        <PlainButton className="link-button" aria-expanded={isOpen} onPress={() => setOpen(!isOpen)}>
          {name}
        </PlainButton>
        <span className="muted">
          {t.records(group.ids.length)} · {t.because(fieldsThat('agrees'), fieldsThat('partly'))}
        </span>
      </p>
      {isOpen && (
        <>
          <DuplicateTable found={group} title={name} />
          <div className="drawing-tools">
            <Button onPress={() => dispatch(mergeOf(group), { said: t.said.merged(group.ids.length, name) })}>
              {t.mergeAll(1)}
            </Button>
            <Button onPress={() => dispatchAll(differenceOf(group), t.said.different(name, lastOther(group, actors, name)))}>
              {group.ids.length > 2 ? t.differentAll : t.different}
            </Button>
          </div>
        </>
      )}
    </li>
  );
}

const lastOther = (found: DuplicateCase, actors: ReadonlyMap<string, { name: string }>, name: string): string =>
  actors.get(found.ids.filter((id) => id !== found.keepId).at(-1) ?? '')?.name ?? name;

function DoubtfulPairs({ pairs }: { readonly pairs: readonly DuplicateCase[] }) {
  const text = useText();
  const [shown, setShown] = useState(shownAtFirst);
  const [later, setLater] = useState<ReadonlySet<string>>(new Set());
  const list = useRef<HTMLDivElement>(null);
  /** Place of the card decided last: the next one takes its place, and the keyboard stays there. */
  const decided = useRef<number | null>(null);
  const t = text.import.duplicates;
  const now = pairs.filter((p) => !later.has(p.ids.join()));
  const put = pairs.length - now.length;
  const onDecided = (i: number) => {
    decided.current = i;
  };
  useEffect(() => {
    if (decided.current === null) return;
    const cards = list.current?.querySelectorAll<HTMLElement>('article') ?? [];
    (cards[Math.min(decided.current, cards.length - 1)] ?? list.current)?.focus({ preventScroll: true });
    decided.current = null;
  });
  return (
    <section className="stack tight" aria-labelledby="doubtful-duplicates">
      <h2 id="doubtful-duplicates">{t.doubtful(pairs.length)}</h2>
      {put > 0 && (
        <p className="line">
          {t.laterCount(put)} <LinkButton onPress={() => setLater(new Set())}>{t.laterBack}</LinkButton>
        </p>
      )}
      <div ref={list} tabIndex={-1} className="stack">
        {now.slice(0, shown).map((pair, i) => (
          <DoubtfulPair
            key={pair.ids.join()}
            found={pair}
            onDecided={() => onDecided(i)}
            onLater={() => {
              onDecided(i);
              setLater(new Set([...later, pair.ids.join()]));
            }}
          />
        ))}
      </div>
      {now.length > shown && (
        <div>
          <Button onPress={() => setShown(shown + shownAtFirst)}>{t.more(Math.min(shownAtFirst, now.length - shown))}</Button>
        </div>
      )}
    </section>
  );
}

interface PairProps {
  readonly found: DuplicateCase;
  readonly onDecided: () => void;
  readonly onLater: () => void;
}

function DoubtfulPair({ found, onDecided, onLater }: PairProps) {
  const text = useText();
  const { dispatch } = useServices();
  const { actors } = indexOf(useDiagnosis().inventory);
  const t = text.import.duplicates;
  const [a, b] = found.ids.map((id) => actors.get(id)?.name ?? '');
  const title = t.pairOf(a ?? '', b ?? '');
  const cautions = found.pairs.flatMap((p) => p.cautions);
  const decide = (commands: readonly Command[], said: string) => {
    onDecided();
    for (const command of commands) dispatch(command, { said });
  };
  return (
    <article className="draft-file" aria-label={title} tabIndex={-1}>
      <h3>{title}</h3>
      <p>
        {t.whyDoubt}{' '}
        {(cautions.length === 0 ? (['unsure'] as const) : cautions)
          .map((c) => t.cautions[c])
          .join(text.lang === 'fr' ? '\u202f; ' : '; ')}
        .
      </p>
      <DuplicateTable found={found} title={title} />
      <div className="drawing-tools">
        <Button onPress={() => decide([mergeOf(found)], t.said.merged(2, actors.get(found.keepId)?.name ?? ''))}>{t.same}</Button>
        <Button onPress={() => decide(differenceOf(found), t.said.different(a ?? '', b ?? ''))}>{t.different}</Button>
        <Button variant="quiet" onPress={onLater}>
          {t.later}
        </Button>
      </div>
    </article>
  );
}
