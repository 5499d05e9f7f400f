import { X } from 'lucide-react';
import { useRef } from 'react';
import type { Analysis } from '../analysis/analysis';
import type { Diagnosis } from '../document/diagnosis';
import type { Focus } from '../state/view';
import { Button } from '../ui/Button';
import { ActorCard } from './focus/ActorCard';
import { useCardKeyboard } from './focus/cardKeyboard';
import { NeedCard } from './focus/NeedCard';
import { CommuneCard, UnitCard } from './focus/PlaceCard';
import { SchemeCard } from './focus/SchemeCard';
import { TieCard } from './focus/TieCard';
import { useApp, useDiagnosis, useServices, useText } from './useApp';

/** The one thing looked at, the same on every screen; Escape or the cross closes it. */
export function FocusCard() {
  const text = useText();
  const { focus: setFocus } = useServices();
  const focus = useApp((s) => s.view.focus);
  const analysis = useApp((s) => s.analysis);
  const diagnosis = useDiagnosis();
  const card = useRef<HTMLElement>(null);
  useCardKeyboard(focus, card);
  if (!focus || !analysis) return null;
  return (
    <aside
      ref={card}
      className="focus-card"
      aria-label={text.ui.card.label}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a panel that scrolls must be reachable by keyboard
      tabIndex={0}
    >
      <Button
        variant="quiet"
        className="focus-close"
        icon={<X aria-hidden />}
        aria-label={text.ui.card.close}
        onPress={() => setFocus(null)}
      />
      <CardOf focus={focus} analysis={analysis} diagnosis={diagnosis} />
    </aside>
  );
}

interface Props {
  readonly focus: Focus;
  readonly analysis: Analysis;
  readonly diagnosis: Diagnosis;
}

function CardOf({ focus, analysis, diagnosis }: Props) {
  switch (focus.kind) {
    case 'commune':
      return <CommuneCard code={focus.id} analysis={analysis} />;
    case 'unit':
      return <UnitCard code={focus.id} analysis={analysis} />;
    case 'gap':
      return <NeedCard id={focus.id} analysis={analysis} diagnosis={diagnosis} />;
    case 'actor':
      return <ActorCard id={focus.id} analysis={analysis} diagnosis={diagnosis} />;
    case 'scheme':
      return <SchemeCard id={focus.id} diagnosis={diagnosis} />;
    case 'tie':
      return <TieCard id={focus.id} analysis={analysis} diagnosis={diagnosis} />;
  }
}
