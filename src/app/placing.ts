import { geocodeCsv } from '../remote/geocoder';
import type { AppStore, Placing } from '../state/store';
import type { CoreClient } from '../worker/client';

const batchSize = 200;

interface Parts {
  readonly store: AppStore;
  readonly client: CoreClient;
}

/** Shows which addresses could be placed; nothing is sent yet. Not over another dialog, nor for a document gone since. */
export async function offerPlacing({ store, client }: Parts): Promise<void> {
  const { history, dialog } = store.getState();
  const found = await client.core.addresses(await client.frameOf(history.present));
  const now = store.getState();
  if (now.history.present !== history.present || now.dialog !== dialog) return;
  store.setState({ placing: { ...found, answered: null, found: [], fault: null }, dialog: 'placing' });
}

/**
 * Sends the addresses in batches, or goes on where it stopped; what was answered stays when one fails. Closing the dialog
 * stops the request, and nothing that comes after is taken.
 */
export async function sendAddresses({ store, client }: Parts, get: typeof fetch = fetch): Promise<void> {
  const { placing: asked, history } = store.getState();
  if (!asked || (asked.answered !== null && asked.fault === null)) return;
  const { addresses } = asked;
  let present: Placing = { ...asked, answered: asked.answered ?? 0, fault: null };
  const isAsked = () => store.getState().placing?.addresses === addresses;
  const put = (patch: Partial<Placing>) => {
    present = { ...present, ...patch };
    if (isAsked()) store.setState({ placing: present });
  };
  const stop = new AbortController();
  const unwatch = store.subscribe(() => isAsked() || stop.abort());
  put({});
  try {
    const frame = await client.frameOf(history.present);
    for (let start = present.answered ?? 0; start < addresses.length && isAsked(); start += batchSize) {
      const batch = addresses.slice(start, start + batchSize);
      const csv = await client.core.addressCsv(batch);
      if (!isAsked()) return;
      const answer = await geocodeCsv(csv, { isAllowed: true, signal: stop.signal, get });
      const found = await client.core.foundPlaces(frame, answer, batch);
      if (!found) return put({ fault: { reason: null } });
      put({ answered: start + batch.length, found: [...present.found, ...found] });
    }
  } catch (error) {
    put({ fault: { reason: error instanceof Error ? error.message : String(error) } });
  } finally {
    unwatch();
  }
}
