import { useState } from 'react';
import { commentKey, coverKeys, type ReadingId } from '../../document/reportNotes';
import { useDiagnosis, useText } from '../../panels/useApp';
import type { Report, Section } from '../../report/report';
import { formatDate } from '../../text/format';
import { readingWords } from '../../text/reading';
import { BlockView } from './BlockView';
import { AddText, EditButton, TextEditor } from './OwnText';

interface Props {
  readonly report: Report;
  /** null: the one-page sheet, whose words are all computed. */
  readonly reading: ReadingId | null;
}

/** The report's blocks as HTML: the same words and scenes as the PDF, the user's own written in place. */
export function ReportPreview({ report, reading }: Props) {
  const text = useText();
  const { meta } = report;
  return (
    <article
      className="report-page"
      lang={meta.lang}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a page that scrolls must be reachable by keyboard
      tabIndex={0}
      aria-label={text.ui.report.preview}
    >
      <header className="report-cover">
        <CoverLine reading={reading} textKey={coverKeys.title} className="report-title" value={meta.title} />
        <p className="report-subtitle">{meta.subtitle}</p>
        <CoverLine reading={reading} textKey={coverKeys.author} className="muted" value={meta.author} />
        <p className="muted">{formatDate(meta.date, text.lang)}</p>
        {reading && <Foreword reading={reading} />}
        {report.cover.map((b, i) => (
          <BlockView key={i} block={b} reading={reading} />
        ))}
      </header>
      {report.sections.map((s) => (
        <SectionView key={s.id} section={s} reading={reading} />
      ))}
    </article>
  );
}

interface LineProps {
  readonly reading: ReadingId | null;
  readonly textKey: string;
  readonly className: string;
  readonly value: string;
}

/** The title, or who signs. */
function CoverLine({ reading, textKey, className, value }: LineProps) {
  const [isOpen, setOpen] = useState(false);
  const { reportTexts = [] } = useDiagnosis();
  const words = readingWords(useText().lang).screen;
  const own = reportTexts.find((t) => t.reading === reading && t.key === textKey);
  const label = textKey === coverKeys.title ? words.title : words.author;
  if (reading === null) return <p className={className}>{value}</p>;
  if (isOpen)
    return (
      <TextEditor
        {...{ reading, textKey }}
        value={own?.text ?? value}
        computed={own?.of ?? value}
        isOwn={own !== undefined}
        onClose={() => setOpen(false)}
      />
    );
  return (
    <div className={`editable ${own ? 'is-own' : ''}`}>
      <p className={className}>{value}</p>
      <EditButton name={`${words.edit} : ${label}`} onPress={() => setOpen(true)} />
    </div>
  );
}

/** Words before all others on the cover; once written they are a paragraph like the rest. */
function Foreword({ reading }: { readonly reading: ReadingId }) {
  const { reportTexts = [] } = useDiagnosis();
  const words = readingWords(useText().lang).screen;
  if (reportTexts.some((t) => t.reading === reading && t.key === coverKeys.foreword)) return null;
  return <AddText reading={reading} textKey={coverKeys.foreword} name={words.addForeword} label={words.addForeword} />;
}

function SectionView({ section, reading }: { readonly section: Section; readonly reading: ReadingId | null }) {
  const words = readingWords(useText().lang).screen;
  const Heading = (['h2', 'h3', 'h4'] as const)[section.level - 1] ?? 'h4';
  const key = commentKey(section.id);
  const hasComment = section.blocks.some((b) => b.kind === 'paragraph' && b.edit?.key === key);
  return (
    <section className="report-section" id={`section-${section.id}`}>
      <Heading>{section.title}</Heading>
      {reading && section.level === 1 && !hasComment && (
        <AddText reading={reading} textKey={key} name={words.addCommentTo(section.title)} label={words.addComment} />
      )}
      {section.blocks.map((b, i) => (
        <BlockView key={i} block={b} reading={reading} />
      ))}
    </section>
  );
}
