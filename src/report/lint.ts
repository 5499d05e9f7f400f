import type { Result } from '../model/result';
import { failure, success } from '../model/result';
import type { Block, Report } from './report';

/** What must not be printed, and where it stands. */
export interface ReportFault {
  readonly code: 'empty-alt' | 'skipped-level' | 'no-row-header' | 'no-source' | 'no-title' | 'ragged-table';
  /** Id of the section, then of the figure or table. */
  readonly place: string;
}

const isBlank = (text: string): boolean => text.trim() === '';

function figureFaults(block: Extract<Block, { kind: 'figure' }>, place: string): ReportFault[] {
  const { alt, source, title, id } = block.figure;
  const faults: ReportFault[] = [];
  if (isBlank(alt)) faults.push({ code: 'empty-alt', place: `${place}/${id}` });
  if (isBlank(source)) faults.push({ code: 'no-source', place: `${place}/${id}` });
  if (isBlank(title)) faults.push({ code: 'no-title', place: `${place}/${id}` });
  return faults;
}

function tableFaults(block: Extract<Block, { kind: 'table' }>, place: string): ReportFault[] {
  const at = `${place}/${block.id}`;
  const faults: ReportFault[] = [];
  if (!block.columns.some((c) => c.rowHeader)) faults.push({ code: 'no-row-header', place: at });
  if (isBlank(block.source)) faults.push({ code: 'no-source', place: at });
  if (isBlank(block.title)) faults.push({ code: 'no-title', place: at });
  if (block.rows.some((row) => row.length !== block.columns.length)) faults.push({ code: 'ragged-table', place: at });
  return faults;
}

function blockFaults(block: Block, place: string): ReportFault[] {
  if (block.kind === 'figure') return figureFaults(block, place);
  if (block.kind === 'table') return tableFaults(block, place);
  if (block.kind !== 'figures') return [];
  return block.items
    .filter((item) => isBlank(item.source))
    .map((item) => ({ code: 'no-source', place: `${place}/${item.label}` }));
}

/** The report itself, or all that would make it inaccessible or unsourced: it must not be exported then. */
export function lintReport(report: Report): Result<Report, readonly ReportFault[]> {
  const faults: ReportFault[] = [];
  let level = 0;
  for (const section of report.sections) {
    if (section.level > level + 1) faults.push({ code: 'skipped-level', place: section.id });
    level = section.level;
    if (isBlank(section.title)) faults.push({ code: 'no-title', place: section.id });
    for (const block of section.blocks) faults.push(...blockFaults(block, section.id));
  }
  return faults.length > 0 ? failure(faults) : success(report);
}
