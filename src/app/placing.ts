import type { FoundPlace } from '../import/geocoding';
import { geocodeCsv } from '../remote/geocoder';
import type { AppStore } from '../state/store';
import type { CoreClient } from '../worker/client';

const batchSize = 200;

interface Parts {
  readonly store: AppStore;
  readonly client: CoreClient;
}

/** Shows which addresses could be placed; nothing is sent yet. */
export async function offerPlacing({ store, client }: Parts): Promise<void> {
  const frame = await client.frameOf(store.getState().history.present);
  const { addresses, withheld } = await client.core.addresses(frame);
  store.setState({ placing: { addresses, withheld, answered: null, found: [], fault: null }, dialog: 'placing' });
}

/** Sends the addresses in batches; what was answered stays when one fails or the dialog is closed. */
export async function sendAddresses({ store, client }: Parts, sayFault: (reason: string) => string): Promise<void> {
  const { placing: asked, history } = store.getState();
  if (!asked || asked.answered !== null) return;
  const frame = await client.frameOf(history.present);
  let found: readonly FoundPlace[] = [];
  store.setState({ placing: { ...asked, answered: 0 } });
  for (let start = 0; start < asked.addresses.length; start += batchSize) {
    const batch = asked.addresses.slice(start, start + batchSize);
    try {
      const answer = await geocodeCsv(await client.core.addressCsv(batch), true);
      found = [...found, ...(await client.core.foundPlaces(frame, answer, batch))];
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      store.setState({ placing: { ...asked, answered: start, found, fault: sayFault(reason) } });
      return;
    }
    if (store.getState().placing?.addresses !== asked.addresses) return;
    store.setState({ placing: { ...asked, answered: Math.min(start + batchSize, asked.addresses.length), found } });
  }
}
