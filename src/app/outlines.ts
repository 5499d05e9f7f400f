import { fetchOutlines } from '../remote/geoApi';
import type { AppStore } from '../state/store';
import type { Storage } from '../storage/store';
import type { OfficialOutlines } from '../territory/officialOutlines';
import { tailoringOf } from '../territory/tailoring';
import type { CoreClient } from '../worker/client';

interface Parts {
  readonly store: AppStore;
  readonly client: CoreClient;
  readonly storage: Storage;
}

const keyOf = (departement: string) => `outlines:${departement}`;

async function draw({ store, client }: Parts, outlines: OfficialOutlines | null): Promise<void> {
  const territory = await client.core.drawWith(outlines, tailoringOf(store.getState().history.present));
  if (store.getState().territory?.code === territory.code) store.setState({ territory });
}

/** Draws a département with the official outlines kept from an earlier time, whenever it is opened. */
export function keepOutlined(parts: Parts): () => void {
  let seen: string | null = null;
  const run = async () => {
    const code = parts.store.getState().territory?.code ?? null;
    if (code === null || code === seen) return;
    seen = code;
    const kept = (await parts.storage.readPreference(keyOf(code))) as OfficialOutlines | undefined;
    if (kept && parts.store.getState().territory?.code === code) await draw(parts, kept);
  };
  const start = () => void run().catch((error: unknown) => console.warn('Maillage: outlines not read', error));
  start();
  return parts.store.subscribe(start);
}

/** Takes the outlines of a JSON text (GeoJSON or TopoJSON of communes) into use and keeps them; false when it holds none. */
export async function takeOutlines(parts: Parts, json: string, source: string): Promise<boolean> {
  const read = await parts.client.core.readOutlines(json, source);
  const code = parts.store.getState().territory?.code;
  if (!read || code === undefined) return false;
  await parts.storage.writePreference(keyOf(code), read);
  await draw(parts, read);
  return true;
}

/** What only a file of outlines can hold: told before the whole is parsed. */
const mayBeOutlines = (name: string, text: string): boolean =>
  /\.(topo|geo)?json$/i.test(name) && /"(Topology|Polygon|MultiPolygon)"/.test(text);

/** Of files dropped on the page, those that are not outlines of this département; the others are drawn with at once. */
export async function withoutOutlines(parts: Parts, files: readonly File[]): Promise<readonly File[]> {
  const rest: File[] = [];
  for (const file of files) {
    const text = /json$/i.test(file.name) ? await file.text() : '';
    const isTaken = mayBeOutlines(file.name, text) && (await takeOutlines(parts, text, file.name));
    if (!isTaken) rest.push(file);
  }
  return rest;
}

/** Asks the official service, at the user's word: the only thing sent is the code of the département. */
export async function askOutlines(parts: Parts): Promise<boolean> {
  const code = parts.store.getState().territory?.code;
  if (code === undefined) return false;
  return takeOutlines(parts, JSON.stringify(await fetchOutlines(code, true)), 'geo.api.gouv.fr (IGN, Admin Express)');
}

/** Back to the schematic outlines. */
export async function forgetOutlines(parts: Parts): Promise<void> {
  const code = parts.store.getState().territory?.code;
  if (code === undefined) return;
  await parts.storage.writePreference(keyOf(code), undefined);
  await draw(parts, null);
}
