import { apply } from '../document/commands';
import { type Diagnosis, emptyDiagnosis } from '../document/diagnosis';
import { start } from '../document/history';
import type { AppStore } from '../state/store';
import { findOpenable } from '../territory/departements';
import { type Tailoring, tailoringKey, tailoringOf } from '../territory/tailoring';
import type { CoreClient } from '../worker/client';
import { loadDemonstration, loadTerritory } from './assets';

/** Now as an ISO date and time, by the clock of the place. */
export function now(): string {
  const time = new Date();
  return new Date(time.getTime() - time.getTimezoneOffset() * 60_000).toISOString().slice(0, 19);
}

/** Today as an ISO date, by the clock of the place. */
export const today = (): string => now().slice(0, 10);

/** Loads the territory of a document into the worker and the store; false when there is no such département. */
async function openTerritory(store: AppStore, client: CoreClient, code: string, tailoring: Tailoring = {}): Promise<boolean> {
  const { territory: present, tailoredAs } = store.getState();
  const key = tailoringKey(tailoring);
  if (present?.code === code && tailoredAs === key) return true;
  const files = present?.code === code ? null : await loadTerritory(code);
  if (!files && present?.code !== code) return false;
  const territory = await (files ? client.core.openTerritory(files, tailoring) : client.core.land(tailoring));
  store.setState({
    territory,
    tailoredAs: key,
    analysis: null,
    positions: null,
    networkFindings: null,
    needs: null,
    fault: null,
  });
  return true;
}

/** Puts a document in the store, with its territory; nothing before it can be undone. */
export async function openDiagnosis(store: AppStore, client: CoreClient, diagnosis: Diagnosis): Promise<boolean> {
  if (!(await openTerritory(store, client, diagnosis.departement, tailoringOf(diagnosis)))) return false;
  store.setState({ history: start(diagnosis), draft: null, pen: null, against: null, compared: null, fault: null });
  return true;
}

/** A département without any record. */
export function bareDiagnosis(code: string): Diagnosis | null {
  const departement = findOpenable(code);
  return departement && emptyDiagnosis(code, departement.name, departement.mesh);
}

/** A demonstration, read by the same importer as the user's files. */
export async function demonstrationDiagnosis(store: AppStore, client: CoreClient, code: string): Promise<Diagnosis | null> {
  const [files] = await Promise.all([loadDemonstration(code), openTerritory(store, client, code)]);
  const bare = bareDiagnosis(code);
  const command = await client.core.commandOf(files, today());
  return bare && apply({ ...bare, demonstration: true }, command);
}
