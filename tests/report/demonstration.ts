import { loadDemonstration, loadTerritory } from '../../scripts/cli/data';
import { analyse } from '../../src/analysis/analyse';
import { apply } from '../../src/document/commands';
import { emptyDiagnosis } from '../../src/document/diagnosis';
import { commandFrom } from '../../src/import/accept';
import { importFiles } from '../../src/import/import';
import type { ReportInput } from '../../src/report/input';
import { fr } from '../../src/text/fr';

/** What the reports of a demonstration are made from (44, or the fictional 00), on a day. */
export async function demonstrationInput(date = '2026-11-22', departement = '44'): Promise<ReportInput> {
  const territory = loadTerritory(departement);
  const existing = { actors: [], sites: [], schemes: [], partnerships: [] };
  const draft = await importFiles(loadDemonstration(departement)!, { territory, today: date, existing, overrides: {} });
  const start = { ...emptyDiagnosis(departement, territory.name), demonstration: true };
  const diagnosis = apply(start, commandFrom(draft, date));
  return { diagnosis, analysis: analyse(diagnosis, territory), territory, text: fr, date };
}
