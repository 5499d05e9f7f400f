import { ArrowDown, ArrowUp } from 'lucide-react';
import { useState } from 'react';
import { choiceOf, type ReadingChoice, type ReadingId } from '../../document/reportNotes';
import { useApp, useDiagnosis, useServices, useText } from '../../panels/useApp';
import type { Report } from '../../report/report';
import { formatDate } from '../../text/format';
import { readingWords } from '../../text/reading';
import { Button, LinkButton } from '../../ui/Button';
import { CheckField } from '../../ui/CheckField';
import { Segmented } from '../../ui/Segmented';
import { SelectField } from '../../ui/SelectField';

interface Props {
  readonly reading: ReadingId;
  readonly report: Report;
}

/** A choice without what it does not say. */
function choiceWith(
  choice: ReadingChoice,
  change: { readonly [K in keyof ReadingChoice]?: ReadingChoice[K] | undefined },
): ReadingChoice {
  const next = Object.entries({ ...choice, ...change }).filter(([, value]) => value !== undefined);
  return Object.fromEntries(next) as unknown as ReadingChoice;
}

/** What the report is made of: its sections in their order, its paper, the names it hides, the state it tells changes from. */
function Composition({ reading, report }: Props) {
  const text = useText();
  const { dispatch } = useServices();
  const diagnosis = useDiagnosis();
  const choice = choiceOf(diagnosis, reading);
  const words = readingWords(text.lang).screen;
  const set = (change: Parameters<typeof choiceWith>[1]) => dispatch({ type: 'setReading', choice: choiceWith(choice, change) });
  const isBooklet = report.meta.sheet === 'a5';
  return (
    <div className="composition">
      <SectionChoice parts={report.parts ?? []} report={report} onChange={(sections) => set({ sections })} />
      {choice.sections && (
        <Button
          onPress={() =>
            dispatch({ type: 'setReading', choice: choiceWith(choice, { sections: undefined }) }, { said: words.restored })
          }
        >
          {words.asProposed}
        </Button>
      )}
      {!isBooklet && (
        <>
          <CheckField isSelected={choice.landscape === true} onChange={(is) => set({ landscape: is ? true : undefined })}>
            {words.landscape}
          </CheckField>
          <CheckField isSelected={choice.hideNames === true} onChange={(is) => set({ hideNames: is ? true : undefined })}>
            {words.hideNames}
          </CheckField>
        </>
      )}
      {report.parts?.includes('changements') && <SinceField />}
    </div>
  );
}

/** The dated state that changes are told from. */
function SinceField() {
  const text = useText();
  const { look } = useServices();
  const { snapshots } = useDiagnosis();
  const since = useApp((s) => s.view.reportSince);
  const words = readingWords(text.lang).screen;
  if (snapshots.length < 2) return null;
  const latest = 'latest';
  const options = [
    { id: latest, label: words.latest },
    ...snapshots.map((s) => ({ id: s.id, label: `${s.name}, ${formatDate(s.takenOn, text.lang)}` })),
  ];
  const isKnown = snapshots.some((s) => s.id === since);
  return (
    <SelectField
      label={words.since}
      options={options}
      value={isKnown ? since : latest}
      onChange={(id) => look({ reportSince: id === latest ? null : id })}
    />
  );
}

interface ChoiceProps {
  readonly parts: readonly string[];
  readonly report: Report;
  readonly onChange: (sections: readonly string[]) => void;
}

/** Sections printed, to be moved or left out, then those that may be added. */
function SectionChoice({ parts, report, onChange }: ChoiceProps) {
  const { screen, sections } = readingWords(useText().lang);
  const names: Readonly<Record<string, string>> = sections;
  const others = Object.keys(names).filter((id) => !parts.includes(id));
  const move = (from: number, to: number) => {
    const next = parts.filter((_, i) => i !== from);
    onChange([...next.slice(0, to), parts[from]!, ...next.slice(to)]);
  };
  return (
    <>
      <h2 className="composition-head">{screen.sections}</h2>
      <ol className="section-choice">
        {parts.map((id, i) => (
          <li key={id}>
            <CheckField isSelected onChange={() => onChange(parts.filter((p) => p !== id))}>
              {names[id] ?? id} {!report.sections.some((s) => s.part === id) && <span className="muted">{screen.empty}</span>}
            </CheckField>
            <span className="section-moves">
              <Button
                variant="quiet"
                icon={<ArrowUp aria-hidden size={16} />}
                aria-label={screen.up(names[id] ?? id)}
                isDisabled={i === 0}
                onPress={() => move(i, i - 1)}
              />
              <Button
                variant="quiet"
                icon={<ArrowDown aria-hidden size={16} />}
                aria-label={screen.down(names[id] ?? id)}
                isDisabled={i === parts.length - 1}
                onPress={() => move(i, i + 1)}
              />
            </span>
          </li>
        ))}
      </ol>
      <details>
        <summary>{screen.otherSections}</summary>
        <ul className="section-choice">
          {others.map((id) => (
            <li key={id}>
              <CheckField isSelected={false} onChange={() => onChange([...parts, id])}>
                {names[id]}
              </CheckField>
            </li>
          ))}
        </ul>
      </details>
    </>
  );
}

/** Titles of the report, each leading to its place in the preview. */
function Contents({ report }: { readonly report: Report }) {
  const text = useText();
  return (
    <nav className="report-contents" aria-label={text.ui.report.contents}>
      <ol>
        {report.sections
          .filter((s) => s.level < 3)
          .map((s) => (
            <li key={s.id} className={`depth-${s.level}`}>
              <LinkButton onPress={() => goTo(s.id)}>{s.title}</LinkButton>
            </li>
          ))}
      </ol>
    </nav>
  );
}

/** Scrolls within the page; the address keeps the view. */
function goTo(id: string): void {
  document.getElementById(`section-${id}`)?.scrollIntoView({ block: 'start' });
}

type Side = 'contents' | 'compose';

/** What stands beside the preview: where to go in it, or what it is made of. */
export function Beside({ reading, report }: Props) {
  const words = readingWords(useText().lang).screen;
  const [side, setSide] = useState<Side>('contents');
  return (
    <div className="beside-report">
      <Segmented
        label={words.side}
        segments={(['contents', 'compose'] as const).map((id) => ({ id, label: words.sides[id] }))}
        value={side}
        onChange={setSide}
      />
      {side === 'contents' ? <Contents report={report} /> : <Composition reading={reading} report={report} />}
    </div>
  );
}
