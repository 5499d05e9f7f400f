import { analyse } from '../../src/analysis/analyse';
import { layoutNetwork } from '../../src/analysis/layout';
import { apply } from '../../src/document/commands';
import { emptyDiagnosis } from '../../src/document/diagnosis';
import { commandFrom } from '../../src/import/accept';
import { demonstration, importAll, territory44 } from '../import/fixture';
import { loadTerritory } from '../territory/fixture';

/** The fictional département as the app opens it. */
export async function openedFictional() {
  const territory = loadTerritory('00');
  const draft = await importAll(demonstration('00'), { territory });
  const diagnosis = apply({ ...emptyDiagnosis('00', 'Val-Fictif'), demonstration: true }, commandFrom(draft, '2026-11-22'));
  return { diagnosis, draft, territory, analysis: analyse(diagnosis, territory) };
}

/** The demonstration as the app opens it. */
export async function openedDemonstration() {
  const draft = await importAll(demonstration());
  const diagnosis = apply({ ...emptyDiagnosis('44', 'Loire-Atlantique'), demonstration: true }, commandFrom(draft, '2026-11-22'));
  const analysis = analyse(diagnosis, territory44);
  return { diagnosis, analysis, territory: territory44, positions: layoutNetwork(analysis.network) };
}
