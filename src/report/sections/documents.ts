import type { Analysis } from '../../analysis/analysis';
import type { ReferenceDocument } from '../../document/diagnosis';
import { objectivesOf, partsOfNeed } from '../../document/register';
import { wholeName } from '../../sentences/whole';
import { formatDate } from '../../text/format';
import type { ReportInput, SectionBuilder } from '../input';
import { list, paragraph, table } from '../input';

/** A need that an objective addresses, and whether it is one today. */
function needText(key: string, { analysis, text }: ReportInput): string {
  const { domain, unitCode: code } = partsOfNeed(key);
  const words = text.quality.documents;
  const unit = [...analysis.units, analysis.whole].find((u) => u.code === code);
  const name = unit === analysis.whole ? wholeName(analysis, text.report.needs.whole) : (unit?.name ?? code);
  const label = words.need(text.model.domains[domain]?.short ?? domain, name);
  const gaps = analysis.gaps.filter((g) => g.domain === domain && (code === analysis.whole.code || g.territory.code === code));
  return words.needState(label, gaps.length, code === analysis.whole.code);
}

const headOf = (d: ReferenceDocument, { text }: ReportInput): string => {
  const words = text.quality.documents;
  const date = d.date === undefined ? null : formatDate(d.date, text.lang);
  return [`${words.kinds[d.kind]} : ${d.title}`, date, d.link].filter(Boolean).join(', ');
};

const coveredGaps = (documents: readonly ReferenceDocument[], { gaps, whole }: Analysis): number =>
  gaps.filter((g) => objectivesOf(documents, g.id, whole.code).length > 0).length;

/** The documents that the diagnosis is read against, and which needs their objectives address; nothing without any. */
export const documents = {
  id: 'documents',
  build: (input) => {
    const { analysis, diagnosis, text } = input;
    const register = diagnosis.documents ?? [];
    if (register.length === 0) return [];
    const words = text.quality.documents;
    const rows = register.flatMap((d) =>
      d.objectives.map((o) => [
        o.text,
        `${words.kinds[d.kind]} (${d.title})`,
        o.needs.map((n) => needText(n, input)).join(' ; ') || words.noNeed,
      ]),
    );
    const objectives = table(input, {
      id: 'objectifs',
      title: words.tableTitle,
      columns: [
        { key: 'objectif', label: words.objectiveLabel, width: 42, kind: 'text', rowHeader: true },
        { key: 'document', label: words.document, width: 24, kind: 'text' },
        { key: 'besoins', label: words.needs, width: 34, kind: 'text' },
      ],
      rows,
      source: words.tableSource,
    });
    const covered = words.covered(coveredGaps(register, analysis), analysis.gaps.length);
    return [
      {
        id: 'documents',
        level: 1,
        title: words.title,
        blocks: [
          paragraph(words.intro, input, 'intro'),
          list(
            register.map((d) => headOf(d, input)),
            input,
          ),
          ...(rows.length > 0 ? [objectives, paragraph(covered, input)] : []),
        ],
      },
    ];
  },
} as const satisfies SectionBuilder;
