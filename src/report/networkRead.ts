import type { NetworkReading } from '../analysis/analysis';
import { layoutNetwork } from '../analysis/layout';
import { type NetworkReport, readReport } from '../analysis/networkFindings';
import { suggestTies, type TieSuggestion } from '../analysis/suggestions';
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

const places = new WeakMap<NetworkReading, ReturnType<typeof layoutNetwork>>();

/** Where actors are drawn; laid out once, for words that change do not move them. */
export function positionsOf(network: NetworkReading): ReturnType<typeof layoutNetwork> {
  const laid = places.get(network) ?? layoutNetwork(network);
  places.set(network, laid);
  return laid;
}

interface Suggested {
  readonly restsOn: readonly unknown[];
  readonly found: readonly TieSuggestion[];
}

let suggested: Suggested | null = null;

/** Actors to introduce to one another; found once, for thousands of actors are millions of pairs. */
export function suggestionsOf({ analysis, diagnosis, territory }: ReportInput, wanted: number): readonly TieSuggestion[] {
  const { census, inventory, setAside, settings, travel, travelExceptions } = diagnosis;
  const restsOn = [census, inventory, territory, travel, travelExceptions, JSON.stringify([settings, setAside, wanted])];
  const isKnown = suggested?.restsOn.every((value, i) => Object.is(value, restsOn[i])) === true;
  suggested = isKnown && suggested ? suggested : { restsOn, found: suggestTies(diagnosis, analysis, territory, wanted) };
  return suggested.found;
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
