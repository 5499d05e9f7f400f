import type { NetworkReading } from '../analysis/analysis';
import { type NetworkReport, readReport } from '../analysis/networkFindings';
import { choiceOf } from '../document/reportNotes';
import { type NameOf, namesOf } from '../sentences/networkFindings';
import type { ReportInput } from './input';

const known = new WeakMap<NetworkReading, NetworkReport>();

/** What the network of a report says in figures; read once for the sections that tell it. */
export function networkReportOf({ analysis, diagnosis, territory }: ReportInput): NetworkReport {
  const { network, domains } = analysis;
  const report = known.get(network) ?? readReport(network, { inventory: diagnosis.inventory, territory, domains }).report;
  known.set(network, report);
  return report;
}

/** Whether the user hid the names of actors in what is said of fragility. */
export const hidesNames = ({ diagnosis, options }: ReportInput): boolean =>
  choiceOf(diagnosis, options?.reading ?? 'commission').hideNames === true;

/** How actors are called in what is said of fragility: by their kind where the user hid their names. */
export function namesIn(input: ReportInput, isHiding: boolean): NameOf {
  const { diagnosis, text } = input;
  const isHidden = isHiding && hidesNames(input);
  return namesOf(new Map(diagnosis.inventory.actors.map((a) => [a.id, a])), text, isHidden);
}
