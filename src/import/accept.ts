import type { Command } from '../document/commands';
import type { ImportDraft } from './import';

/** What a draft gives beside records: a file of figures or of sectors has none. */
export interface DraftFigures {
  /** Communes with a census figure of their young people. */
  readonly communes: number;
  /** Numbers of young people of ASE and PJJ. */
  readonly youngCounts: number;
  readonly sectors: number;
  readonly census: number;
  /** Pairs of communes with a travel time. */
  readonly travel: number;
  /** Trips made longer, or forbidden, between two communes or EPCI. */
  readonly exceptions: number;
}

/** How much of each a draft gives. */
export const figuresOf = ({
  youngPopulation,
  youngCounts,
  sectors,
  census,
  travel,
  travelExceptions,
}: ImportDraft): DraftFigures => ({
  communes: Object.keys(youngPopulation?.byCommune ?? {}).length,
  youngCounts: youngCounts.length,
  sectors: sectors.length,
  census: census.length,
  travel: travel.reduce((n, m) => n + m.minutes.filter((value) => value !== null).length, 0),
  exceptions: travelExceptions.length,
});

/** The one undoable command by which a draft enters the diagnosis; files that could not be used stay out. */
export function commandFrom(draft: ImportDraft, today: string): Command {
  return {
    type: 'addInventory',
    inventory: draft.inventory,
    census: draft.census,
    ...(draft.sectors.length > 0 ? { sectors: draft.sectors } : {}),
    ...(draft.youngPopulation ? { youngPopulation: draft.youngPopulation } : {}),
    ...(draft.youngCounts.length > 0 ? { youngCounts: draft.youngCounts } : {}),
    ...(draft.travel.length > 0 ? { travel: draft.travel } : {}),
    ...(draft.travelExceptions.length > 0 ? { travelExceptions: draft.travelExceptions } : {}),
    files: draft.files
      .filter((f) => f.rows.read > 0)
      .map((f) => ({ name: f.name, format: f.format, importedOn: today, ...f.rows })),
  };
}
